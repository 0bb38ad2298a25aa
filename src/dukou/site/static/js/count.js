// A field with data-count shows how many characters are left once only a few are.
const FEW = 0.85

document.addEventListener("input", ({ target }) => {
  if (!target.matches("[data-count]")) return
  const output = document.getElementById(target.dataset.count)
  const used = [...target.value].length
  output.textContent = used > target.maxLength * FEW ? target.maxLength - used : ""
})
