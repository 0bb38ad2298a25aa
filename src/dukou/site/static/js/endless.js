// The link to the next page presses itself when the reader comes near it.
const NEAR = { rootMargin: "1200px 0px" }
const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue
    near.unobserve(target)
    target.click()
  }
}, NEAR)

watch()
document.addEventListener("htmx:load", watch)

function watch() {
  for (const link of document.querySelectorAll("[data-endless]")) near.observe(link)
}
