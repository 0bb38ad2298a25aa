// A note that is not for me leaves the feed, wherever that was said; undone, it comes back.
const NOT_FOR_ME = /\/notes\/(\d+)\/not-for-me/

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const note = detail.successful && detail.pathInfo.requestPath.match(NOT_FOR_ME)?.[1]
  if (!note) return
  const isUndone = detail.requestConfig.formData.get("_method") === "DELETE"
  for (const card of document.querySelectorAll(`.note-card[data-note="${note}"]`)) card.hidden = !isUndone
})
