// While a #topic or an @name is typed, ways to complete it are offered below the text: the up and
// down keys choose, Enter or Tab takes, Esc puts them away. A name is chosen from the start; a topic
// is not, since most are meant as they are typed.
const BEGUN = /(?:^|[^\w&/#@＃])([#＃@][^\s#＃@,.，。!！?？]{0,40})$/u
const REST_MS = 160

customElements.define("suggesting-field", class extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector("textarea")
    this.list = this.querySelector("[role=listbox]")
    this.text.setAttribute("aria-controls", this.list.id)
    this.text.addEventListener("input", this.#later)
    this.text.addEventListener("keydown", this.#key)
    this.text.addEventListener("blur", this.#hide)
    this.addEventListener("pointerdown", this.#press)
    this.addEventListener("click", this.#type)
  }

  disconnectedCallback() {
    clearTimeout(this.timer)
    this.text.removeEventListener("input", this.#later)
    this.text.removeEventListener("keydown", this.#key)
    this.text.removeEventListener("blur", this.#hide)
    this.removeEventListener("pointerdown", this.#press)
    this.removeEventListener("click", this.#type)
  }

  #later = () => {
    clearTimeout(this.timer)
    if (!this.#begun()) return this.#hide()
    this.timer = setTimeout(this.#ask, REST_MS)
  }

  #begun() {
    return this.text.value.slice(0, this.text.selectionStart).match(BEGUN)?.[1]
  }

  #ask = async () => {
    const asked = this.#begun()
    if (!asked) return
    const answer = await fetch(`${this.dataset.url}?q=${encodeURIComponent(asked)}`).catch(() => null)
    const offers = answer?.ok ? await answer.text() : null
    if (offers === null || asked !== this.#begun() || document.activeElement !== this.text) return
    this.list.innerHTML = offers
    this.list.hidden = !this.list.children.length
    if (asked.startsWith("@")) this.#choose(this.list.firstElementChild)
  }

  #hide = () => {
    this.list.hidden = true
    this.text.removeAttribute("aria-activedescendant")
  }

  #choose(item) {
    if (!item) return
    this.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false")
    item.setAttribute("aria-selected", "true")
    item.id = `${this.list.id}-chosen`
    for (const other of this.list.children) if (other !== item) other.removeAttribute("id")
    this.text.setAttribute("aria-activedescendant", item.id)
    item.scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  #key = (event) => {
    if (this.list.hidden || event.isComposing) return
    const chosen = this.list.querySelector("[aria-selected=true]")
    const act = {
      ArrowDown: () => this.#choose(chosen?.nextElementSibling ?? this.list.firstElementChild),
      ArrowUp: () => this.#choose(chosen?.previousElementSibling ?? this.list.lastElementChild),
      Enter: () => this.#take(chosen),
      Tab: () => this.#take(chosen),
      Escape: this.#hide,
    }[event.key]
    if (!act || (!chosen && /^(Enter|Tab)$/.test(event.key))) return
    event.preventDefault()
    act()
  }

  #press = (event) => {
    const item = event.target.closest("[data-word]")
    if (!event.target.closest("[data-word], [data-types]")) return
    event.preventDefault() // the text keeps the cursor
    if (item) this.#take(item)
  }

  #type = (event) => {
    const sign = event.target.closest("[data-types]")?.dataset.types
    if (!sign) return
    this.text.focus()
    const before = this.text.value.slice(0, this.text.selectionStart)
    this.#put(before && !/\s$/.test(before) ? ` ${sign}` : sign, this.text.selectionStart)
  }

  #take(item) {
    if (item) this.#put(`${item.dataset.word} `, this.text.selectionStart - (this.#begun()?.length ?? 0))
    this.#hide()
  }

  #put(words, from) {
    this.text.setRangeText(words, Math.max(0, from), this.text.selectionEnd, "end")
    this.text.dispatchEvent(new Event("input", { bubbles: true }))
  }
})
