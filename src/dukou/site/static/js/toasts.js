// Toasts leave by themselves, later where there is something to press in them, and not while a
// pointer or the keyboard is there. A request that failed says so in one, in the words that the page
// carries.
const STAY_MS = 4500
const toasts = document.getElementById("toasts")
toasts.popover = "manual" // above an open sheet

new MutationObserver(follow).observe(toasts, { childList: true })
document.addEventListener("htmx:responseError", ({ detail }) => say(detail.xhr.status))
document.addEventListener("htmx:sendError", () => say("offline"))
follow()

function follow() {
  const shown = toasts.querySelectorAll(".toast")
  toasts.hidePopover()
  if (shown.length) toasts.showPopover()
  for (const toast of shown) if ("toast" in toast.dataset) leaveLater(toast)
}

function leaveLater(toast) {
  delete toast.dataset.toast
  leave(toast, STAY_MS * (toast.querySelector("a, button") ? 2 : 1))
  toast.addEventListener("transitionend", () => toast.remove())
  toast.addEventListener("htmx:afterRequest", () => toast.remove())
}

function leave(toast, after) {
  setTimeout(() => {
    if (toast.matches(":hover, :focus-within")) leave(toast, after)
    else toast.classList.add("toast--leaving")
  }, after)
}

function say(error) {
  const words = toasts.querySelector(`template[data-error="${error}"]`) ?? toasts.querySelector("template[data-error=other]")
  toasts.append(words.content.cloneNode(true))
}
