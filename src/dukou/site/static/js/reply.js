// "Reply" under a comment turns the note's comment box into an answer to it.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-replies-to]")
  const form = opener?.closest(".note")?.querySelector(".comment-form")
  if (!form) return
  event.preventDefault()
  form.elements.reply_to.value = opener.dataset.repliesTo
  sayWhom(form, opener)
  form.elements.body.focus()
})

// An answer that was begun earlier is one still.
document.addEventListener("htmx:load", ({ target }) => {
  for (const form of target.querySelectorAll(".comment-form")) {
    const opener = form.closest(".note")?.querySelector(`[data-replies-to="${form.elements.reply_to.value}"]`)
    if (opener) sayWhom(form, opener)
  }
})

const sayWhom = (form, opener) => { form.elements.body.placeholder = opener.dataset.words }

// A comment that was sent leaves the box empty and a plain comment box again.
document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
  if (!target.matches(".comment-form") || !detail.successful) return
  const { xhr } = detail
  if (xhr.status === 422 || xhr.getResponseHeader("HX-Redirect")) return // refused, or to sign in
  target.reset()
  target.elements.reply_to.value = ""
  target.elements.body.placeholder = target.dataset.words
  if (target.contains(document.activeElement)) document.activeElement.blur()
})
