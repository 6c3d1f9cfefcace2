// Tables and charts: a long table can be filtered and sorted, on a phone each cell says which column it is of, and a bar is as
// long as the number beside it.
import { each } from '../browser.mjs'

export async function checkTables(place, pages) {
  const own = pages.filter((it) => /<table class="cards"|data-filter=|class="chart"|class="dot"/.test(it.html))
  return each(place, own, {}, async (tab) => {
    const faults = [...(await tab.evaluate(useTables)), ...(await tab.evaluate(readCharts))]
    await tab.setViewportSize({ width: 375, height: 812 })
    return [...faults, ...(await tab.evaluate(readCards))]
  })
}

// Runs inside the page: fills in the box of each long table and presses the buttons in its heads.
function useTables() {
  const faults = []
  for (const table of document.querySelectorAll('[data-filter]')) {
    const add = (kind, detail) => faults.push({ kind, what: table.caption.textContent, detail })
    const form = table.parentElement.previousElementSibling
    const box = form?.querySelector('input')
    if (!box) {
      add('no box to filter rows')
      continue
    }
    const rows = [...table.tBodies[0].rows]
    const shown = () => rows.filter((it) => it.checkVisibility())
    const fill = (text) => {
      box.value = text
      box.dispatchEvent(new Event('input', { bubbles: true }))
      const numbers = form.querySelector('output').value.match(/\d+/g).map(Number)
      if (numbers[0] !== shown().length || numbers[1] !== rows.length) add('rows are told wrong', `“${text}”: ${numbers}`)
    }
    const wanted = rows[1].cells[0].textContent.trim()
    fill(` ${wanted.toUpperCase()} `)
    if (!shown().length || shown().some((it) => !it.textContent.includes(wanted))) add('the filter does not filter', wanted)
    fill('没有这样的内容')
    if (shown().length) add('the filter does not filter', 'what no row has')
    fill('')
    if (shown().length !== rows.length) add('the filter does not filter', 'nothing')
    const order = new Intl.Collator('zh', { numeric: true })
    for (const head of table.tHead.rows.length > 1 ? [] : table.tHead.rows[0].cells) {
      for (const way of ['ascending', 'descending']) {
        head.querySelector('button')?.click()
        if (head.getAttribute('aria-sort') !== way) add('heads do not sort', head.textContent)
        const now = [...table.tBodies[0].rows].filter((it) => !/^\s*(合|总|小)\s*计/.test(it.textContent))
        const cells = now.map((it) => it.cells[head.cellIndex].textContent.trim())
        const isNumber = head.classList.contains('n')
        const values = isNumber ? cells.map((it) => parseFloat(it.replaceAll(',', ''))) : cells
        const known = values.filter((it) => it !== '' && !Number.isNaN(it))
        const compare = (a, b) => (isNumber ? a - b : order.compare(a, b)) * (way === 'ascending' ? 1 : -1)
        if (known.some((it, at) => at && compare(known[at - 1], it) > 0)) add('rows are out of order', `${head.textContent} ${way}`)
        if (table.tBodies[0].rows.length !== rows.length) add('rows are lost', head.textContent)
      }
    }
  }
  return faults
}

// Runs inside the page: bars against their numbers, dots against theirs.
function readCharts() {
  const faults = []
  for (const chart of document.querySelectorAll('.chart')) {
    const rows = [...chart.querySelectorAll('tbody tr')]
    const value = (row) => Number(row.cells[1].textContent.replaceAll(',', ''))
    const most = Math.max(...rows.map(value))
    for (const row of rows) {
      const length = Number(row.querySelector('.part').getAttribute('width'))
      const right = (value(row) * 100) / most
      if (!(Math.abs(length - right) <= 1)) {
        faults.push({ kind: 'a bar of the wrong length', what: row.cells[0].textContent, detail: `${length}, not ${right}` })
      }
    }
  }
  for (const row of document.querySelectorAll('.matrix tbody tr')) {
    for (const cell of [...row.cells].slice(1, -1)) {
      if (/\d/.test(cell.textContent) !== Boolean(cell.querySelector('.dot'))) {
        faults.push({ kind: 'a number without its dot', what: row.cells[0].textContent })
      }
    }
  }
  return faults
}

// Runs inside the page, as wide as a phone.
function readCards() {
  const faults = []
  for (const table of document.querySelectorAll('table.cards')) {
    const add = (kind, detail) => faults.push({ kind, what: table.caption.textContent, detail })
    const heads = [...table.tHead.rows[0].cells].map((it) => it.firstChild.textContent.trim())
    const box = table.getBoundingClientRect()
    if (table.checkVisibility() && (box.right > innerWidth || table.tHead.getBoundingClientRect().right > 0)) add('columns on a phone')
    if (table.tHead.rows.length > 1) continue
    for (const cell of table.querySelectorAll('td')) {
      if (!cell.checkVisibility()) continue
      const label = cell.dataset.label
      const said = getComputedStyle(cell, '::before').content
      // The number of an item stands before its name.
      if (!label && cell.nextElementSibling?.matches('th')) continue
      if (label !== heads[cell.cellIndex] || !said.includes(label)) {
        add('a cell without its column', `${label}, not ${heads[cell.cellIndex]}`)
      }
    }
  }
  return faults
}
