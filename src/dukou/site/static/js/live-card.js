// The small text cards show the words as they are being written.
const LONGEST = 220

customElements.define("live-cards", class extends HTMLElement {
  connectedCallback() {
    this.title_ = document.querySelector(this.dataset.title)
    this.words = document.querySelector(this.dataset.words)
    this.sample = { title: this.querySelector(".text-card__title").textContent, words: this.querySelector(".text-card__words").textContent }
    this.title_.addEventListener("input", this.#show)
    this.words.addEventListener("input", this.#show)
  }

  disconnectedCallback() {
    this.title_.removeEventListener("input", this.#show)
    this.words.removeEventListener("input", this.#show)
  }

  #show = () => {
    const written = this.title_.value || this.words.value
    const shown = written ? { title: this.title_.value, words: this.words.value.slice(0, LONGEST) } : this.sample
    for (const card of this.querySelectorAll(".text-card")) {
      card.querySelector(".text-card__title").textContent = shown.title
      card.querySelector(".text-card__words").textContent = shown.words
      card.classList.toggle("text-card--short", shown.words.length < 2)
    }
  }
})
