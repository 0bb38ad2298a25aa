// The link to the next page presses itself when the reader comes near it; not before htmx has taken
// it over (htmx:load comes for the page, too), or the browser would go where it leads.
const NEAR = { rootMargin: "1200px 0px" }
const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue
    near.unobserve(target)
    target.click()
  }
}, NEAR)

document.addEventListener("htmx:load", () => {
  for (const link of document.querySelectorAll("[data-endless]")) near.observe(link)
})
