// A button that copies the document number. Without it, and where nothing may be copied, the page is whole.
for (const number of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) break
  const text = number.textContent.trim()
  const button = document.createElement('button')
  const say = (words) => (button.textContent = words)
  button.type = 'button'
  button.className = 'copy'
  button.setAttribute('aria-live', 'polite')
  say(number.dataset.copy)
  button.addEventListener('click', () => navigator.clipboard.writeText(text).then(() => say(number.dataset.copied)))
  number.append(button)
}
