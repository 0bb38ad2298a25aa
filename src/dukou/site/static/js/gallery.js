// Steps, dots, keys and the count of a strip of pictures. Swiping is the browser's own scrolling.
customElements.define("dukou-gallery", class extends HTMLElement {
  connectedCallback() {
    this.strip = this.querySelector(".gallery__strip")
    this.slides = [...this.strip.children]
    this.strip.addEventListener("scroll", this.#show, { passive: true })
    this.addEventListener("click", this.#step)
    this.addEventListener("keydown", this.#key)
    this.#show()
    requestAnimationFrame(() => this.strip.scrollTo({ left: 0, behavior: "instant" })) // WebKit may snap to another
  }

  disconnectedCallback() {
    this.strip.removeEventListener("scroll", this.#show)
    this.removeEventListener("click", this.#step)
    this.removeEventListener("keydown", this.#key)
  }

  get #here() {
    return Math.round(Math.abs(this.strip.scrollLeft) / Math.max(this.strip.clientWidth, 1))
  }

  #go(by) {
    const to = this.slides[this.#here + by]
    if (to) this.strip.scrollBy({ left: to.getBoundingClientRect().left - this.strip.getBoundingClientRect().left, behavior: "smooth" })
    return Boolean(to)
  }

  #step = (event) => {
    const button = event.target.closest("[data-by]")
    if (button) this.#go(Number(button.dataset.by))
  }

  #key = (event) => {
    const forward = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight"
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return
    if (this.#go(event.key === forward ? 1 : -1)) event.stopPropagation()
    event.preventDefault()
  }

  #show = () => {
    const here = this.#here
    this.querySelectorAll(".gallery__dot").forEach((dot, index) => dot.classList.toggle("gallery__dot--here", index === here))
    const number = this.querySelector("[data-here]")
    if (number) number.textContent = here + 1
    for (const button of this.querySelectorAll("[data-by]")) button.disabled = !this.slides[here + Number(button.dataset.by)]
  }
})
