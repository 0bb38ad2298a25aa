// The dial says at once what the step does, and saves it when it rests there.
customElements.define("home-world-dial", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", this.#say)
    this.addEventListener("change", this.#save)
    document.body.addEventListener("dial-moved", this.#take)
  }

  disconnectedCallback() {
    this.removeEventListener("input", this.#say)
    this.removeEventListener("change", this.#save)
    document.body.removeEventListener("dial-moved", this.#take)
  }

  #say = () => {
    const range = this.querySelector("input[type=range]")
    for (const line of this.querySelectorAll("[data-step]")) line.hidden = line.dataset.step !== range.value
    range.setAttribute("aria-valuetext", this.querySelector("[data-step]:not([hidden])")?.textContent.trim() ?? "")
  }

  // It may have been turned elsewhere: on the sheet that says why a note is shown. What it sent
  // itself comes back too, when it may stand further on already.
  #take = ({ target, detail }) => {
    if (this.contains(target)) return
    this.querySelector("input[type=range]").value = detail.step
    this.#say()
  }

  #save = () => this.querySelector("form").requestSubmit()
})
