// What was written, chosen or turned before the scripts had come is told to them once they are there:
// a slow phone shows the page long before. Not so on a page that one comes back to: there the
// browser may have filled in older words.
const isNew = performance.getEntriesByType("navigation")[0]?.type === "navigate"
const LISTENED_TO = "input:not([type=hidden]), textarea, select"

// At the window, where it comes last: the words that were kept are back in their place by then.
if (isNew) window.addEventListener("htmx:load", tell, { once: true })

function tell() {
  for (const field of document.querySelectorAll(LISTENED_TO)) {
    if (!isTouched(field)) continue
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }))
  }
}

function isTouched(field) {
  if (field.files) return field.files.length > 0
  if (/^(checkbox|radio)$/.test(field.type)) return field.checked !== field.defaultChecked
  if (field.options) return !([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.selected
  return field.value !== field.defaultValue
}
