// A picture that is on its way shows its blur: a tiny picture, or its two colours.
const observer = new MutationObserver(() => paint())
observer.observe(document.documentElement, { childList: true, subtree: true })
paint()

function paint() {
  for (const frame of document.querySelectorAll("[data-blur]")) {
    const blur = frame.dataset.blur
    frame.style.backgroundImage = blur.startsWith("data:") ? `url("${blur}")` : `linear-gradient(160deg, ${blur}, ${blur})`
    frame.removeAttribute("data-blur")
  }
}
