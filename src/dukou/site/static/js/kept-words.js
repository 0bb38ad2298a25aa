// Words that have not arrived stay in this tab: whoever was signed out while writing, or went back,
// finds them in the box again. [data-keeps] names the form and who writes in it, [data-stamp] what
// the server held when it made the page: words that were written on something else are given up,
// they have arrived, or others have since. A form that was sent has arrived where the next page is
// neither the form again, nor one to sign in, nor one that says what went wrong.
const FIELDS = "textarea[name], input[type=text][name], input:not([type])[name], input[name=reply_to]"
const TAB = "words:"
const SENT = "words sent"
const isNew = performance.getEntriesByType("navigation")[0]?.type === "navigate"
const NOT_ARRIVED = "form[action*='/account/login/'], h1.empty__title"

const keyOf = ({ dataset }) => dataset.keeps && TAB + dataset.keeps
const stampOf = ({ dataset }) => dataset.stamp ?? ""
const fieldsOf = (form) => [...form.querySelectorAll(FIELDS)]

document.addEventListener("input", ({ target }) => target.form && keep(target.form))
document.addEventListener("reset", ({ target }) => forget(target))
document.addEventListener("dukou:saved", ({ target, detail }) => (detail.all ? forget : keep)(target))
// Who signs out leaves nothing behind for whoever sits down next.
document.addEventListener("submit", ({ target }) => target.matches("form[action$='/logout/']") && forgetAll())
document.addEventListener("submit", (event) => event.defaultPrevented || send(event.target))
document.addEventListener("htmx:afterRequest", ({ detail }) => isTaken(detail) && forget(detail.requestConfig.elt))
document.addEventListener("htmx:load", ({ target }) => putBack(target))
arrive()
putBack(document)

function send(form) {
  if (keyOf(form)) sessionStorage.setItem(SENT, keyOf(form))
}

function arrive() {
  const sent = sessionStorage.getItem(SENT)
  sessionStorage.removeItem(SENT)
  const isHere = [...document.querySelectorAll("form[data-keeps]")].some((form) => keyOf(form) === sent)
  if (sent && !isHere && !document.querySelector(NOT_ARRIVED)) sessionStorage.removeItem(sent)
}

function isTaken({ successful, xhr, requestConfig: { verb } }) {
  return successful && verb === "post" && xhr.status !== 422 && !xhr.getResponseHeader("HX-Redirect")
}

function keep(form) {
  const words = fieldsOf(form).map(({ name, value }) => [name, value])
  if (keyOf(form)) sessionStorage.setItem(keyOf(form), JSON.stringify({ stamp: stampOf(form), words }))
}

function forget(form) {
  if (keyOf(form)) sessionStorage.removeItem(keyOf(form))
}

function forgetAll() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(TAB)) sessionStorage.removeItem(key)
}

function putBack(part) {
  for (const form of part.querySelectorAll("form[data-keeps]")) {
    const { stamp, words } = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "{}")
    if (stamp === stampOf(form)) fill(form, new Map(words))
    else forget(form)
  }
}

function fill(form, kept) {
  for (const field of fieldsOf(form)) {
    if (!kept.has(field.name) || kept.get(field.name) === field.value) continue
    field.value = together(field, kept.get(field.name))
    field.closest("details")?.setAttribute("open", "")
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }
}

// What was typed on a new page before its scripts came stands below or behind what was kept.
function together({ value, defaultValue, rows }, kept) {
  const typed = isNew && value !== defaultValue ? value : ""
  if (kept.startsWith(typed)) return kept
  return typed.startsWith(kept) ? typed : kept + (rows ? "\n" : " ") + typed
}
