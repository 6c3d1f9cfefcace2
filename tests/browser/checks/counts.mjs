// Numbers that a page prints, “共 40 条” or “管理公开 40 条”, are the number of rows that readers find there.
import { folder, lists } from '../lists.mjs'

// On these, the number beside a link counts what is on both lists.
const NARROWED = /^(disclosure|facet|organisation|year|theme)\//

export function checkCounts(site, measures) {
  const wanted = lists(site)
  const rows = new Map()
  const fronts = new Map()
  const told = { totals: 0, links: 0 }
  const faults = measures.flatMap(({ page, numbers: found }) => {
    const list = folder(page.address)
    const faults = []
    const differs = (kind, printed, right, what) => {
      told[kind] += 1
      if (printed !== right) faults.push({ page: page.address, kind, what, detail: `${printed} is printed, ${right} is right` })
    }
    if (wanted.has(list)) {
      const own = rows.get(list) ?? new Set()
      rows.set(list, own)
      found.rows.forEach((it) => own.add(it))
      if (!/, (archive|by time)$/.test(page.type)) fronts.set(list, page.address)
      for (const total of found.totals) differs('totals', total, wanted.get(list).size, '共 … 条')
    }
    for (const { href, count } of found.links) {
      const linked = wanted.get(folder(href))
      if (!linked) continue
      const both = NARROWED.test(list) && wanted.has(list) ? [...linked].filter((it) => wanted.get(list).has(it)) : [...linked]
      differs('links', count, both.length, href)
    }
    return faults
  })
  for (const [list, front] of fronts) {
    const right = wanted.get(list)
    const missing = [...right].filter((it) => !rows.get(list).has(it))
    const extra = [...rows.get(list)].filter((it) => site.page(it)?.entry && !right.has(it))
    if (missing.length) faults.push({ page: front, kind: 'rows', what: `${missing.length} without a row, such as ${missing[0]}` })
    if (extra.length) faults.push({ page: front, kind: 'rows', what: `${extra.length} rows too many, such as ${extra[0]}` })
  }
  return { faults, told: { ...told, lists: fronts.size } }
}

// Runs inside the page: its rows and the numbers it prints; `base` is the path of the site.
export function readNumbers(base) {
  const main = document.querySelector('main')
  const path = (it) => {
    const url = new URL(it.href)
    if (url.origin !== location.origin || !url.pathname.startsWith(base)) return ''
    const path = decodeURI(url.pathname.slice(base.length))
    return path === '' || path.endsWith('/') ? `${path}index.html` : path
  }
  const number = (text) => /^[（(]?\s*(\d[\d,]*)\s*条?\s*[)）]?$/.exec(text.trim())?.[1]
  // Beside a link: in its own words, in what is left of its item of a list, or in the column of its row that counts.
  const beside = (it) => {
    const own = /(\d[\d,]*)\s*条\s*$/.exec(it.textContent.trim())?.[1]
    if (own) return own
    const item = it.closest('li')
    if (item && item.querySelectorAll('a').length === 1) return number(item.textContent.replace(it.textContent, ''))
    const cell = it.closest('th, td')
    const row = cell?.closest('tr')
    if (!row || row.querySelectorAll('a')[0] !== it) return undefined
    const heads = [...(row.closest('table').tHead?.rows[0]?.cells ?? [])]
    const at = heads.findIndex((head) => ['已公开', '条目'].includes(head.textContent.trim()))
    return at < 0 || heads.some((head) => head.colSpan > 1) ? undefined : number(row.cells[at]?.textContent ?? '')
  }
  const whole = (text) => Number(text.replaceAll(',', ''))
  return {
    rows: [...main.querySelectorAll('.rows > li')].map((it) => it.querySelector('a[href]')).filter(Boolean).map(path),
    totals: [...main.innerText.matchAll(/共\s*(\d[\d,]*)\s*条/g)].map((it) => whole(it[1])),
    links: [...main.querySelectorAll('a[href]')]
      .map((it) => ({ href: path(it), count: beside(it) }))
      .filter((it) => it.count !== undefined && it.href)
      .map((it) => ({ ...it, count: whole(it.count) })),
  }
}
