// Tells which cards were seen: half of one visible for a second. Sent in small bundles, each slot once.
const SEEN_MS = 1000
const BUNDLE_MS = 4000
const started = new Map()
const told = new Set()
let bundle = []

const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    clearTimeout(started.get(target))
    if (isIntersecting) started.set(target, setTimeout(() => tell(target), SEEN_MS))
  }
}, { threshold: 0.5 })

function tell({ dataset }) {
  const slot = `${dataset.page}.${dataset.slot}.${dataset.seal}`
  if (told.has(slot)) return
  told.add(slot)
  bundle.push(slot)
}

function send() {
  if (!bundle.length) return
  const form = new FormData()
  for (const slot of bundle) form.append("slot", slot)
  bundle = []
  navigator.sendBeacon("/seen", form)
}

function watch() {
  for (const card of document.querySelectorAll("[data-seal]:not([data-seal=''])")) watcher.observe(card)
}

watch()
document.addEventListener("htmx:load", watch)
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && send())
setInterval(send, BUNDLE_MS)
