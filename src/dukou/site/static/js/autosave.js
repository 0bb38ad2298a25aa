// A form saves itself to data-url a moment after the last change, also while changes go on and on,
// and the line [data-state] says whether that arrived, in the words that the page gave it. What the
// server could not take now is sent again. One save goes after the other, that an older one does not
// arrive last; only a page that is left does not wait. Once it is published, elsewhere, a link leads there.
// [data-stamp] of the form follows what the server holds. It goes along, so that what was written on
// in another tab is not overwritten, unless an answer is missing: it may tell of a save of our own.
const REST_MS = 1200
const LONGEST_MS = 4000
const AGAIN_MS = 6000
const TURN_MS = 300
const LOST_MS = 30_000
const REFUSALS = { 403: "refused", 409: "published", 412: "elsewhere" }

customElements.define("dukou-autosave", class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form") ?? this.querySelector("form")
    this.form.addEventListener("input", this.#later)
    this.form.addEventListener("dukou:changed", this.#later)
    this.form.addEventListener("submit", this.#stop)
    document.addEventListener("visibilitychange", this.#now)
    window.addEventListener("online", this.#online)
  }

  disconnectedCallback() {
    this.#stop()
    this.form.removeEventListener("input", this.#later)
    this.form.removeEventListener("dukou:changed", this.#later)
    this.form.removeEventListener("submit", this.#stop)
    document.removeEventListener("visibilitychange", this.#now)
    window.removeEventListener("online", this.#online)
  }

  #later = () => {
    this.pending = true
    this.#say("saving")
    this.since ??= Date.now()
    this.#saveIn(Math.min(REST_MS, Math.max(0, this.since + LONGEST_MS - Date.now())))
  }

  #now = () => document.visibilityState === "hidden" && this.pending && this.#save()
  #online = () => this.pending && this.#saveIn(0)

  #stop = () => {
    clearTimeout(this.timer)
    this.pending = false
    this.since = null
  }

  #saveIn(ms) {
    clearTimeout(this.timer)
    this.timer = setTimeout(this.#inTurn, ms)
  }

  #inTurn = () => (this.onTheWay ? this.#saveIn(TURN_MS) : this.#save())

  #save = async () => {
    this.#stop()
    const fields = new FormData(this.form)
    for (const [name, value] of [...fields]) if (value instanceof File) fields.delete(name)
    const headers = this.lost || this.onTheWay ? {} : { "Draft-Stamp": this.form.dataset.stamp }
    this.onTheWay = (this.onTheWay ?? 0) + 1
    try {
      const sent = { method: "POST", body: fields, headers, keepalive: true, signal: AbortSignal.timeout(LOST_MS) }
      const answer = await fetch(this.dataset.url, sent)
      if (answer.status === 429 || answer.status >= 500) throw answer // it will be able to, later
      this.lost = false
      const state = stateAfter(answer)
      this.querySelector("[data-anew]").hidden = state !== "elsewhere"
      const all = !this.pending && this.onTheWay === 1
      if (all) this.#say(state)
      if (state === "published") this.#lead(answer)
      if (state === "saved") this.#tell(answer, all)
    } catch {
      this.lost = true
      this.#say("failed")
      this.pending = true
      this.#saveIn(AGAIN_MS)
    } finally {
      this.onTheWay--
    }
  }

  #tell({ headers }, all) {
    const stamp = headers.get("Draft-Stamp")
    if (stamp > this.form.dataset.stamp) this.form.dataset.stamp = stamp // answers may overtake each other
    this.form.dispatchEvent(new CustomEvent("dukou:saved", { bubbles: true, detail: { all } }))
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
