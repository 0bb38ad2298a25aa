// Words that have not arrived stay in this tab: whoever was signed out while writing, or went back,
// finds them in the box again. [data-keeps] names the form and who writes in it, [data-stamp] what
// the server held when it made the page: words that were written on something else are given up,
// they have arrived, or others have since.
const FIELDS = "textarea[name], input[type=text][name], input:not([type])[name], input[name=reply_to]"
const TAB = "words:"

const keyOf = ({ dataset }) => dataset.keeps && TAB + dataset.keeps
const stampOf = ({ dataset }) => dataset.stamp ?? ""
const fieldsOf = (form) => [...form.querySelectorAll(FIELDS)]

document.addEventListener("input", ({ target }) => target.form && keep(target.form))
document.addEventListener("reset", ({ target }) => forget(target))
document.addEventListener("dukou:saved", ({ target, detail }) => (detail.all ? forget : keep)(target))
// Who signs out leaves nothing behind for whoever sits down next.
document.addEventListener("submit", ({ target }) => target.matches("form[action$='/logout/']") && forgetAll())
document.addEventListener("htmx:load", ({ target }) => putBack(target))
putBack(document)

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
    field.value = kept.get(field.name)
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }
}
