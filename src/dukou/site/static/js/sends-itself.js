// A chosen file goes off at once; without scripts a button sends it.
document.addEventListener("change", (event) => {
  const input = event.target.closest("[data-sends-itself]")
  if (!input?.files.length) return
  input.closest("label").setAttribute("aria-busy", "true")
  input.form.requestSubmit()
})
