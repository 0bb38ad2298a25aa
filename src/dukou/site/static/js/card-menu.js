// One menu serves every card: it takes the card's number when it opens. A long press opens it too.
const menu = document.getElementById("card-menu")
const plain = menu?.innerHTML
const NUMBER = /\/notes\/0\/|note=0/g

if (menu && window.htmx) {
  document.addEventListener("click", open)
  document.addEventListener("contextmenu", open)
  menu.addEventListener("click", (event) => { if (event.target.closest(".menu__item")) menu.hidePopover() })
}

function open(event) {
  const card = event.target.closest("[data-note]")
  const opener = card?.querySelector("[data-card-menu]")
  if (!opener || (event.type === "click" && !opener.contains(event.target))) return
  if (event.type === "contextmenu" && event.pointerType !== "touch") return
  event.preventDefault()
  const note = card.dataset.note
  menu.innerHTML = plain.replace(NUMBER, (found) => found.replace("0", note))
  Object.assign(menu.dataset, { note, page: card.dataset.page, slot: card.dataset.slot })
  const why = menu.querySelector("[data-why]")
  why.href = opener.href
  why.hidden = !opener.pathname.startsWith("/why/") // only a ranked feed has reasons
  menu.querySelector("[data-share]").dataset.share = card.querySelector("[data-opens-note]").pathname
  htmx.process(menu)
  menu.showPopover({ source: opener })
}
