// A back link goes back where the page was reached from here, and to its address otherwise.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-back]")
  if (!link || !document.referrer.startsWith(location.origin + "/") || history.length < 2) return
  event.preventDefault()
  history.back()
})
