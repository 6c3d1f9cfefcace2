// The page on paper: every table head is there and fits, the address and the date are, menus and pagers are not.
const TABLES = ['head lost', 'wider than paper', 'head not repeated']
const MENUS = ['useless on paper']

const onPaper = (measures) => measures.flatMap((it) => it.paper.map((fault) => ({ page: it.page.address, ...fault })))

export const checkPrintedTables = (measures) => onPaper(measures).filter((it) => TABLES.includes(it.kind))
export const checkPrintedMenus = (measures) => onPaper(measures).filter((it) => MENUS.includes(it.kind))
export const checkPrintedEnds = (measures) =>
  onPaper(measures).filter((it) => !TABLES.includes(it.kind) && !MENUS.includes(it.kind))

// A4 between Chromium's margins of 1 cm, in CSS pixels.
export const PORTRAIT = { width: 718, height: 1047 }

// Runs inside the page, shown as it is printed; `date` is the day the entry was published.
export function lookAtPaper({ width, height, date }) {
  const faults = []
  const add = (kind, what, detail) => faults.push({ kind, what, detail })
  const shown = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0
  // On paper a scroller shows what fits, no more.
  const clipped = (it) => {
    const box = it.getBoundingClientRect()
    for (let e = it.parentElement; e && e !== document.body; e = e.parentElement) {
      const style = getComputedStyle(e)
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
      const limit = e.getBoundingClientRect()
      if (box.right > limit.right + 1 || box.bottom > limit.bottom + 1) return true
    }
    return false
  }
  for (const table of document.querySelectorAll('main table')) {
    // A wide table may be given landscape paper by the property `page`, its own or of what is around it.
    let named = table
    while (named && getComputedStyle(named).page === 'auto') named = named.parentElement
    const paper = named ? height : width
    const heads = [...table.querySelectorAll('th')]
    const lost = heads.filter((it) => !shown(it) || clipped(it))
    if (lost.length) add('head lost', nameOf(table), `${lost.length} of ${heads.length}, “${lost[0].textContent.trim()}”`)
    const right = Math.max(0, ...heads.map((it) => it.getBoundingClientRect().right))
    if (right > paper) add('wider than paper', nameOf(table), `${Math.round(right)} px of ${paper}`)
    if (table.tHead && getComputedStyle(table.tHead).display !== 'table-header-group') {
      add('head not repeated', nameOf(table))
    }
  }
  // A box of a list of tasks is text; a disabled one is nothing else.
  const useless = '.skip, form, button, input:enabled, [popover], a[rel~=next], a[rel~=prev], body nav'
  for (const it of document.querySelectorAll(useless)) {
    if (!shown(it)) continue
    // Navigation that is the content of its page, as on the home page, stands in a section, and turns no page.
    if (it.matches('main section nav') && !it.querySelector('[rel~=next], [rel~=prev]')) continue
    if (it.matches('nav') && ![...it.querySelectorAll('a[href]')].some(shown)) continue
    add('useless on paper', nameOf(it))
  }
  const added = [...document.body.querySelectorAll('*')].flatMap((it) =>
    shown(it) ? ['::before', '::after'].map((part) => getComputedStyle(it, part).content) : [],
  )
  const words = [document.body.innerText, ...added.filter((it) => it !== 'none' && it !== 'normal')].join('\n')
  const address = document.querySelector('link[rel=canonical]')?.href
  if (address && !words.includes(address) && !words.includes(decodeURI(address))) add('no address', 'its own', address)
  const [year, month, day] = (date ?? '').split('-')
  const dates = [date, `${year}年${Number(month)}月${Number(day)}日`]
  if (date && !dates.some((it) => words.includes(it))) add('no date', 'of publishing', date)
  return faults
}
