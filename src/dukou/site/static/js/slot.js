// What is done to a note from a card tells which slot of which page the card stood in.
document.addEventListener("htmx:configRequest", ({ target, detail }) => {
  const place = target.closest("[data-slot]")
  if (place?.dataset.page) Object.assign(detail.parameters, { page: place.dataset.page, slot: place.dataset.slot })
})
