// A field with data-count shows how many characters are left once only a few are; a field with
// data-limit instead of maxlength takes more, and shows how many are too many.
const FEW = 0.85

document.addEventListener("input", ({ target }) => {
  if (!target.matches("[data-count]")) return
  const limit = Number(target.dataset.limit ?? target.maxLength)
  const output = document.getElementById(target.dataset.count)
  const used = [...target.value].length
  output.textContent = used > limit * FEW ? limit - used : ""
  output.classList.toggle("over-limit", used > limit)
})
