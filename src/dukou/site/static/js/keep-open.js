// Details that a reader has opened stay open when their part of the page comes anew.
let open = []

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  open = [...detail.target.querySelectorAll("details[id][open]")].map(({ id }) => id)
})

document.addEventListener("htmx:afterSwap", () => {
  for (const id of open) document.getElementById(id)?.setAttribute("open", "")
  open = []
})
