// A form with data-autosave sends itself there a moment after the last change, and its line
// [data-saved] says whether it arrived, in the words that the page gave it.
const REST_MS = 1200

customElements.define("dukou-autosave", class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form") ?? this.querySelector("form")
    this.form.addEventListener("input", this.#later)
    this.form.addEventListener("dukou:changed", this.#later)
    document.addEventListener("visibilitychange", this.#now)
  }

  disconnectedCallback() {
    clearTimeout(this.timer)
    this.form.removeEventListener("input", this.#later)
    this.form.removeEventListener("dukou:changed", this.#later)
    document.removeEventListener("visibilitychange", this.#now)
  }

  #later = () => {
    clearTimeout(this.timer)
    this.pending = true
    this.#say("saving")
    this.timer = setTimeout(this.#save, REST_MS)
  }

  #now = () => document.visibilityState === "hidden" && this.pending && this.#save()

  #save = async () => {
    clearTimeout(this.timer)
    this.pending = false
    const fields = new FormData(this.form)
    for (const [name, value] of [...fields]) if (value instanceof File) fields.delete(name)
    try {
      const answer = await fetch(this.dataset.url, { method: "POST", body: fields, keepalive: true })
      this.#say(answer.ok ? "saved" : "failed")
    } catch {
      this.#say("failed")
    }
  }

  #say(state) {
    const line = this.querySelector("[data-state]")
    line.dataset.state = state
    line.textContent = line.dataset[state]
  }
})
