// Puts each card under the shortest column, in the order of the page. Sizes of pictures are known
// beforehand, so nothing moves when they arrive, and cards that are added never move the others.
const ROW = 4

customElements.define("dukou-waterfall", class extends HTMLElement {
  #width = 0
  #ends = []
  #changed = new MutationObserver((changes) => this.#follow(changes))
  #resized = new ResizeObserver(() => this.clientWidth !== this.#width && this.#begin())

  connectedCallback() {
    this.#changed.observe(this, { childList: true, subtree: true, attributeFilter: ["hidden"] })
    this.#resized.observe(this)
    this.#begin()
  }

  disconnectedCallback() {
    this.#changed.disconnect()
    this.#resized.disconnect()
  }

  #begin() {
    this.#width = this.clientWidth
    const columns = Number(getComputedStyle(this).getPropertyValue("--columns"))
    this.#ends = Array(columns).fill(1)
    this.#place([...this.children])
  }

  #follow(changes) {
    const ours = changes.filter(({ target, type }) => (type === "childList" ? target : target.parentElement) === this)
    if (ours.some(({ type, removedNodes }) => type === "attributes" || removedNodes.length)) return this.#begin()
    const added = ours.flatMap((change) => [...change.addedNodes])
    this.#place(added.filter((node) => node.nodeType === Node.ELEMENT_NODE))
  }

  #place(all) {
    const cards = all.filter((card) => !card.hidden)
    const rows = cards.map((card) => Math.ceil(card.getBoundingClientRect().height / ROW))
    cards.forEach((card, index) => {
      const lane = this.#ends.indexOf(Math.min(...this.#ends))
      card.style.setProperty("--lane", lane + 1)
      card.style.setProperty("--from", this.#ends[lane])
      card.style.setProperty("--span", rows[index])
      this.#ends[lane] += rows[index]
    })
    this.dataset.laid = ""
  }
})
