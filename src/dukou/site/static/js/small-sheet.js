// A link marked data-sheet opens its page's fragment in the small sheet; without this it is a link.
const sheet = document.getElementById("small-sheet")
const body = sheet.querySelector("[data-sheet-body]")

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-sheet]")
  if (!link || !window.htmx || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  link.closest("[popover]")?.hidePopover()
  await htmx.ajax("GET", link.href, { target: body, swap: "innerHTML" })
  if (body.childElementCount) sheet.showModal()
})
sheet.addEventListener("click", (event) => { if (event.target === sheet) sheet.close() })
sheet.addEventListener("close", () => body.replaceChildren())

// What closes the sheet: a press where nothing is sent, else the answer to what was sent.
sheet.addEventListener("click", ({ target }) => {
  if (target.closest("[data-closes-sheet]") && !target.closest("form")) sheet.close()
})
sheet.addEventListener("htmx:afterRequest", ({ target, detail }) => {
  const closes = target.matches("[data-closes-sheet]") || target.querySelector("[data-closes-sheet]")
  if (detail.successful && target.matches("form") && closes) sheet.close()
})
