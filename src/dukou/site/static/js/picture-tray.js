// Pictures of a note in the making: dropped onto the tray, put in order by dragging or with the
// arrow keys. The order of the tray is the order of its fields, which is what the form sends.
const PICTURE = ".tray__picture"

customElements.define("picture-tray", class extends HTMLElement {
  #listeners = { dragstart: this.#take, dragover: this.#over, dragend: this.#rest, drop: this.#drop, keydown: this.#key }

  connectedCallback() {
    for (const [name, listener] of Object.entries(this.#listeners)) this.addEventListener(name, listener)
  }

  disconnectedCallback() {
    for (const [name, listener] of Object.entries(this.#listeners)) this.removeEventListener(name, listener)
  }

  #take(event) {
    this.taken = event.target.closest(PICTURE)
    this.taken?.classList.add("tray__picture--moving")
  }

  #over(event) {
    event.preventDefault()
    const other = event.target.closest(PICTURE)
    if (!this.taken || !other || other === this.taken) return
    const { left, width } = other.getBoundingClientRect()
    const before = (event.clientX < left + width / 2) === (getComputedStyle(this).direction === "ltr")
    other[before ? "before" : "after"](this.taken)
  }

  #rest() {
    this.taken?.classList.remove("tray__picture--moving")
    this.taken = null
    this.#changed()
  }

  #drop(event) {
    event.preventDefault()
    if (!event.dataTransfer.files.length) return
    const input = this.querySelector("input[type=file]")
    input.files = event.dataTransfer.files
    input.dispatchEvent(new Event("change", { bubbles: true }))
  }

  #key(event) {
    const picture = event.target.closest(PICTURE)
    if (!picture || event.target.matches("input, textarea") || !event.key.startsWith("Arrow")) return
    const forward = event.key === (getComputedStyle(this).direction === "ltr" ? "ArrowRight" : "ArrowLeft")
    const other = forward ? picture.nextElementSibling : picture.previousElementSibling
    if (!other?.matches(PICTURE)) return
    event.preventDefault()
    other[forward ? "after" : "before"](picture)
    event.target.focus()
    this.#changed()
  }

  #changed() {
    this.dispatchEvent(new CustomEvent("dukou:changed", { bubbles: true }))
  }
})
