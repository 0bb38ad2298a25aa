// A card opens its note over the feed, at the note's own address. Arrow keys go on through the
// feed, Esc and the browser's back button return to the same place in it. Without htmx, which may not
// have arrived, it is a link; so are those of the small sheet and of the card's menu.
const sheet = document.getElementById("note-sheet")
const body = sheet.querySelector("[data-note-body]")
const feedTitle = document.title
const opened = location.href
let card = null

document.addEventListener("click", (event) => {
  const link = event.target.closest(".waterfall a[data-opens-note]")
  if (!link || !window.htmx || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  history.pushState({ noteOver: link.href }, "", link.pathname)
  show(link)
})

window.addEventListener("popstate", ({ state }) => {
  const link = state?.noteOver && [...document.querySelectorAll(".waterfall a[data-opens-note]")].find((each) => each.href === state.noteOver)
  if (link && window.htmx) show(link)
  else if (sheet.open) sheet.close()
  // A note that was loaded on its way back shares its history with the feed that it lay over.
  else if (location.href.split("#")[0] !== opened.split("#")[0]) location.reload()
})

sheet.addEventListener("cancel", (event) => {
  if (event.target !== sheet) return
  event.preventDefault()
  leave()
})
sheet.addEventListener("click", (event) => {
  if (event.target === sheet || event.target.closest("[data-leaves]")) leave()
  const step = event.target.closest("[data-step-by]")
  if (step) go(Number(step.dataset.stepBy))
})
sheet.addEventListener("close", () => {
  giveUp()
  body.replaceChildren()
  document.title = feedTitle
  card?.querySelector("[data-opens-note]").focus({ preventScroll: true })
})
sheet.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select, [popover]") || event.altKey || event.ctrlKey || event.metaKey) return
  const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight"
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") go(event.key === forward ? 1 : -1)
})
// Where the note did not come, the browser shows its page or its own error.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  body.addEventListener(failure, ({ target }) => target === body && location.reload())
}
body.addEventListener("htmx:afterSwap", ({ target }) => {
  if (target !== body) return
  const title = body.querySelector("[data-title]")?.dataset.title
  if (title) document.title = title
})

function show(link) {
  card = link.closest(".note-card")
  Object.assign(body.dataset, { page: card.dataset.page, slot: card.dataset.slot })
  giveUp()
  body.replaceChildren(sheet.querySelector("template").content.cloneNode(true))
  if (!sheet.open) sheet.showModal()
  sheet.scrollTop = 0
  htmx.ajax("GET", link.pathname, { source: body, target: body, swap: "innerHTML" }).catch(() => {}) // see the failures above
  for (const step of sheet.querySelectorAll("[data-step-by]")) step.hidden = !neighbour(Number(step.dataset.stepBy))
}

// A note that is still on its way when another is wanted, or none, does not come late in its place.
function giveUp() {
  if (window.htmx) htmx.trigger(body, "htmx:abort")
}

function neighbour(by) {
  const next = by > 0 ? card?.nextElementSibling : card?.previousElementSibling
  return next?.querySelector("[data-opens-note]")
}

function go(by) {
  const link = neighbour(by)
  if (!link) return
  history.replaceState({ noteOver: link.href }, "", link.pathname)
  show(link)
  card.scrollIntoView({ block: "nearest" })
}

function leave() {
  if (history.state?.noteOver) history.back()
  else sheet.close()
}
