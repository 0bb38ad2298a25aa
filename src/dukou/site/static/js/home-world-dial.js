// The dial says at once what the step does, and saves it when it rests there.
customElements.define("home-world-dial", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", this.#say)
    this.addEventListener("change", this.#save)
  }

  disconnectedCallback() {
    this.removeEventListener("input", this.#say)
    this.removeEventListener("change", this.#save)
  }

  #say = (event) => {
    const lines = this.querySelectorAll("[data-step]")
    for (const line of lines) line.hidden = line.dataset.step !== event.target.value
    event.target.setAttribute("aria-valuetext", this.querySelector("[data-step]:not([hidden])")?.textContent.trim() ?? "")
  }

  #save = () => this.querySelector("form").requestSubmit()
})
