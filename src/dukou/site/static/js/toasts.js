// Toasts leave by themselves, later where there is something to press in them.
const STAY_MS = 4500
const toasts = document.getElementById("toasts")
toasts.popover = "manual" // above an open sheet

new MutationObserver(leaveLater).observe(toasts, { childList: true })
leaveLater()

function leaveLater() {
  toasts.hidePopover()
  if (toasts.children.length) toasts.showPopover()
  for (const toast of toasts.querySelectorAll("[data-toast]")) {
    toast.removeAttribute("data-toast")
    setTimeout(() => toast.classList.add("toast--leaving"), STAY_MS * (toast.querySelector("a, button") ? 2 : 1))
    toast.addEventListener("transitionend", () => toast.remove())
  }
}
