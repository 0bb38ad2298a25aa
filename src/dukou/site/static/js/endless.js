// The link to the next page presses itself, once, when the reader comes near it, and once more when
// a line that broke is back. Pressed before htmx has taken it over (htmx:load tells of that, for the
// page too) or after it has left the page, the browser would go where it leads.
const NEAR = { rootMargin: "1200px 0px" }
const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue
    near.unobserve(target)
    if (target.isConnected) target.click()
  }
}, NEAR)

document.addEventListener("htmx:load", ({ target }) => watch(target))
window.addEventListener("online", () => window.htmx && watch(document))

function watch(part) {
  for (const link of part.querySelectorAll("[data-endless]")) near.observe(link)
}
