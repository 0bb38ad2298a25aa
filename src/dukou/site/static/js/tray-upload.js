// Pictures that are chosen, dropped or pasted go to the server one after the other, each with its
// own place in the tray from the first moment. Publishing waits for the last of them.
customElements.define("tray-upload", class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form")
    this.tray = this.parentElement
    this.waiting = []
    this.addEventListener("change", this.#chosen)
    this.tray.addEventListener("click", this.#dismiss)
    for (const [name, listener] of this.#ofForm) this.form.addEventListener(name, listener)
    document.addEventListener("paste", this.#paste)
  }

  disconnectedCallback() {
    this.removeEventListener("change", this.#chosen)
    this.tray.removeEventListener("click", this.#dismiss)
    for (const [name, listener] of this.#ofForm) this.form.removeEventListener(name, listener)
    document.removeEventListener("paste", this.#paste)
  }

  #chosen = ({ target }) => {
    this.#take(target.files)
    target.value = ""
  }

  #dragover = (event) => this.#hasFiles(event) && (event.preventDefault(), this.#light(true))
  #dragleave = () => this.#light(false)
  #drop = (event) => {
    if (!this.#hasFiles(event)) return
    event.preventDefault()
    this.#light(false)
    this.#take(event.dataTransfer.files)
  }

  #paste = (event) => {
    const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith("image/"))
    if (!pictures.length) return
    event.preventDefault()
    this.#take(pictures)
  }

  #submit = (event) => {
    if (!this.sending) return
    event.preventDefault()
    this.submitter = event.submitter
    this.submitter.classList.add("htmx-request")
  }

  #ofForm = [["dragover", this.#dragover], ["dragleave", this.#dragleave], ["drop", this.#drop], ["submit", this.#submit]]

  #dismiss = ({ target }) => target.closest("[data-dismiss]")?.parentElement.remove()

  #hasFiles(event) {
    return event.dataTransfer?.types.includes("Files")
  }

  #light(over) {
    this.querySelector("label").classList.toggle("tray__add--over", over)
  }

  #take(files) {
    for (const file of files) {
      const place = this.#copy("[data-on-its-way]")
      const shown = place.querySelector("img")
      shown.src = URL.createObjectURL(file)
      shown.addEventListener("error", () => shown.remove()) // not every browser shows HEIC
      this.before(place)
      this.waiting.push({ file, place })
    }
    this.querySelector("label").scrollIntoView({ block: "nearest", inline: "nearest" })
    this.sending ??= this.#sendAll()
  }

  async #sendAll() {
    while (this.waiting.length) await this.#send(this.waiting.shift())
    this.sending = null
    const submitter = this.#release()
    if (submitter) this.form.requestSubmit(submitter)
  }

  #send({ file, place }) {
    const body = new FormData()
    body.append("pictures", file)
    const bar = place.querySelector("progress")
    const request = new XMLHttpRequest()
    request.open("POST", this.dataset.url)
    request.setRequestHeader("X-CSRFToken", this.form.elements.csrfmiddlewaretoken.value)
    request.setRequestHeader("HX-Request", "true")
    request.upload.addEventListener("progress", ({ loaded, total }) => { bar.value = loaded / total })
    request.upload.addEventListener("load", () => bar.removeAttribute("value")) // the server works
    return new Promise((done) => {
      request.addEventListener("loadend", () => done(this.#arrive(request, place)))
      request.send(body)
    })
  }

  #arrive(request, place) {
    const said = document.createElement("template")
    if ([200, 422].includes(request.status)) said.innerHTML = request.responseText.trim()
    else this.#sayMore(request.status)
    const found = said.content.querySelector(".tray__picture") ?? this.#copy("[data-lost]")
    URL.revokeObjectURL(place.querySelector("img")?.src)
    if (request.status !== 200) this.#release() // something is missing: the member decides again
    place.replaceWith(found)
    htmx.process(found)
  }

  #sayMore(status) {
    this.dispatchEvent(new CustomEvent("htmx:responseError", { bubbles: true, detail: { xhr: { status } } }))
  }

  #release() {
    const submitter = this.submitter
    submitter?.classList.remove("htmx-request")
    this.submitter = null
    return submitter
  }

  #copy(name) {
    return this.querySelector(`template${name}`).content.firstElementChild.cloneNode(true)
  }
})
