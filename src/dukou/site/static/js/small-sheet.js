// A link marked data-sheet opens its page's fragment in the small sheet; without this it is a link.
const sheet = document.getElementById("small-sheet")
const body = sheet.querySelector("[data-sheet-body]")

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-sheet]")
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  link.closest("[popover]")?.hidePopover()
  await htmx.ajax("GET", link.href, { target: body, swap: "innerHTML" })
  sheet.showModal()
})
sheet.addEventListener("click", (event) => { if (event.target === sheet) sheet.close() })
sheet.addEventListener("close", () => body.replaceChildren())
sheet.addEventListener("click", (event) => { if (event.target.closest("[data-closes-sheet]:not(form)")) sheet.close() })
sheet.addEventListener("htmx:afterRequest", ({ target, detail }) => { if (detail.successful && target.matches("form[data-closes-sheet]")) sheet.close() })
