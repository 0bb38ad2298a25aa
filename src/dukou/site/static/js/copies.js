// A button with data-copies puts the text of the element it names on the clipboard.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]")
  if (!button) return
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent.trim())
  if (button.dataset.copied) button.textContent = button.dataset.copied
})
