// The pictures of a note in the making are put in order by dragging, with the arrow keys or with
// the buttons on them. The order of the tray is the order of its fields, which is what the form
// sends.
const PICTURE = "[data-picture]"

customElements.define("picture-tray", class extends HTMLElement {
  #listeners = { dragstart: this.#take, dragover: this.#over, dragend: this.#rest, keydown: this.#key, click: this.#press }

  connectedCallback() {
    for (const [name, listener] of Object.entries(this.#listeners)) this.addEventListener(name, listener)
    this.observer = new MutationObserver(() => this.#changed())
    this.observer.observe(this, { childList: true })
  }

  disconnectedCallback() {
    for (const [name, listener] of Object.entries(this.#listeners)) this.removeEventListener(name, listener)
    this.observer.disconnect()
  }

  #take(event) {
    this.taken = event.target.closest?.(PICTURE)
    this.taken?.classList.add("tray__picture--moving")
  }

  #over(event) {
    const other = event.target.closest(PICTURE)
    if (!this.taken || !other || other === this.taken) return
    event.preventDefault()
    const { left, width } = other.getBoundingClientRect()
    const before = (event.clientX < left + width / 2) === this.#isLeftToRight()
    other[before ? "before" : "after"](this.taken)
  }

  #rest() {
    this.taken?.classList.remove("tray__picture--moving")
    this.taken = null
  }

  #key(event) {
    if (event.target.matches("input, textarea") || !/^Arrow(Left|Right)$/.test(event.key)) return
    const forward = event.key === (this.#isLeftToRight() ? "ArrowRight" : "ArrowLeft")
    if (this.#move(event.target, forward ? 1 : -1)) event.preventDefault()
  }

  #press(event) {
    const button = event.target.closest("[data-step]")
    if (!button) return
    event.preventDefault()
    this.#move(button, Number(button.dataset.step))
  }

  #move(inside, step) {
    const picture = inside.closest(PICTURE)
    const other = step > 0 ? picture?.nextElementSibling : picture?.previousElementSibling
    if (!other?.matches(PICTURE)) return false
    other[step > 0 ? "after" : "before"](picture)
    inside.focus()
    picture.scrollIntoView({ block: "nearest", inline: "nearest" })
    return true
  }

  #isLeftToRight() {
    return getComputedStyle(this).direction === "ltr"
  }

  #changed() {
    this.dispatchEvent(new CustomEvent("dukou:changed", { bubbles: true }))
  }
})
