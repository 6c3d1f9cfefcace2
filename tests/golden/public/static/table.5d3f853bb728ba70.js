// Long tables get a box that filters their rows, and buttons that sort them. Without script all rows are there.
const order = new Intl.Collator('zh', { numeric: true })
const fold = (text) => text.normalize('NFKC').toLowerCase().trim()
const make = (tag, set) => Object.assign(document.createElement(tag), set)

for (const table of document.querySelectorAll('[data-filter]')) {
  const words = table.dataset
  const rows = [...table.tBodies[0].rows]
  const texts = new Map(rows.map((row) => [row, fold(row.textContent)]))
  const form = make('form', { onsubmit: () => false })
  const box = make('input', { type: 'search', placeholder: words.filter, ariaLabel: words.filter })
  const told = make('output')
  const filter = () => {
    const terms = fold(box.value).split(/\s+/)
    const shown = rows.filter((row) => !(row.hidden = !terms.every((it) => texts.get(row).includes(it))))
    told.value = words.shown.replace('{n}', shown.length).replace('{m}', rows.length)
  }
  box.oninput = filter
  filter()
  form.append(box, ' ', told)
  table.parentElement.before(form)

  const heads = table.tHead.rows.length > 1 ? [] : [...table.tHead.rows[0].cells]
  heads.forEach((head, at) => {
    const text = (row) => row.cells[at].textContent.trim()
    const number = (row) => parseFloat(text(row).replace(/[,，]/g, '').replace('−', '-'))
    const isNumber = head.className === 'n'
    // What has no value, and then sums, stand at the end either way.
    const last = (row) => (/^[合总小]\s*计/.test(texts.get(row)) ? 2 : +(isNumber ? isNaN(number(row)) : !text(row)))
    const compare = (a, b) => (isNumber ? number(a) - number(b) : order.compare(text(a), text(b)))
    const button = make('button', { type: 'button', textContent: '⇅', ariaLabel: words.sort.replace('{n}', head.textContent) })
    button.onclick = () => {
      const way = head.ariaSort === 'ascending' ? -1 : 1
      heads.forEach((it) => it.removeAttribute('aria-sort'))
      head.ariaSort = way > 0 ? 'ascending' : 'descending'
      rows.sort((a, b) => last(a) - last(b) || (last(a) ? 0 : way * compare(a, b)))
      table.tBodies[0].append(...rows)
    }
    head.append(' ', button)
  })
}
