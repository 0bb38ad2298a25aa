// Hands an address to the device's share sheet, or copies it and says so with the button's own words.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-share]")
  if (!button) return
  const url = new URL(button.dataset.share || location.href, location.href).href
  if (navigator.share) return navigator.share({ url }).catch(() => {})
  await navigator.clipboard.writeText(url)
  if (button.dataset.shared) announce(button.dataset.shared)
})

function announce(words) {
  const toast = Object.assign(document.createElement("p"), { className: "toast", textContent: words })
  toast.dataset.toast = ""
  document.getElementById("toasts").append(toast)
}
