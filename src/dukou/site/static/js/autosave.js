// A form saves itself to data-url a moment after the last change, also while changes go on and on,
// and the line [data-state] says whether that arrived, in the words that the page gave it. What the
// server could not take now is sent again. Once it is published, elsewhere, a link leads there. [data-stamp] of the form follows what the server holds.
const REST_MS = 1200
const LONGEST_MS = 4000
const AGAIN_MS = 6000
const REFUSALS = { 403: "refused", 409: "published" }

customElements.define("dukou-autosave", class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form") ?? this.querySelector("form")
    this.form.addEventListener("input", this.#later)
    this.form.addEventListener("dukou:changed", this.#later)
    this.form.addEventListener("submit", this.#stop)
    document.addEventListener("visibilitychange", this.#now)
    window.addEventListener("online", this.#again)
  }

  disconnectedCallback() {
    this.#stop()
    this.form.removeEventListener("input", this.#later)
    this.form.removeEventListener("dukou:changed", this.#later)
    this.form.removeEventListener("submit", this.#stop)
    document.removeEventListener("visibilitychange", this.#now)
    window.removeEventListener("online", this.#again)
  }

  #later = () => {
    this.pending = true
    this.#say("saving")
    this.since ??= Date.now()
    this.#saveIn(Math.min(REST_MS, Math.max(0, this.since + LONGEST_MS - Date.now())))
  }

  #now = () => document.visibilityState === "hidden" && this.#again()
  #again = () => this.pending && this.#save()

  #stop = () => {
    clearTimeout(this.timer)
    this.pending = false
    this.since = null
  }

  #saveIn(ms) {
    clearTimeout(this.timer)
    this.timer = setTimeout(this.#save, ms)
  }

  #save = async () => {
    this.#stop()
    const fields = new FormData(this.form)
    for (const [name, value] of [...fields]) if (value instanceof File) fields.delete(name)
    try {
      const answer = await fetch(this.dataset.url, { method: "POST", body: fields, keepalive: true })
      if (answer.status === 429 || answer.status >= 500) throw answer // it will be able to, later
      const state = stateAfter(answer)
      if (!this.pending) this.#say(state)
      if (state === "published") this.#lead(answer)
      if (state === "saved") this.#tell(answer)
    } catch {
      this.#say("failed")
      this.pending = true
      this.#saveIn(AGAIN_MS)
    }
  }

  #tell({ headers }) {
    this.form.dataset.stamp = headers.get("Draft-Stamp")
    const detail = { all: !this.pending }
    this.form.dispatchEvent(new CustomEvent("dukou:saved", { bubbles: true, detail }))
  }

  #lead({ headers }) {
    const link = this.querySelector("[data-leads]")
    link.href = headers.get("Location")
    link.hidden = false
  }

  #say(state) {
    const line = this.querySelector("[data-state]")
    line.dataset.state = state
    line.textContent = line.dataset[state]
  }
})

function stateAfter({ ok, redirected, status }) {
  if (redirected) return "refused" // to sign in
  return ok ? "saved" : REFUSALS[status] ?? "lost"
}
