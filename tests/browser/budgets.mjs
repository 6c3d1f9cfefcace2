// The numbers that are bounded: lengths and sizes of what readers get first, in CSS pixels and bytes.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { checkTargets } from './checks/layout.mjs'

const sorted = (numbers) => [...numbers].sort((a, b) => a - b)
const median = (numbers) => sorted(numbers)[numbers.length >> 1] ?? NaN
const most = (numbers) => Math.max(...numbers)

export function budgets(site, measures) {
  const entries = measures.filter((it) => it.page.entry)
  const others = measures.filter((it) => !it.page.entry)
  const search = measures.find((it) => it.page.type === 'search')
  const home = measures.find((it) => it.page.type === 'home')
  const plain = site.pages.filter((it) => it.type !== 'search')
  const used = (files, page) => files.filter((it) => page.html.includes(it))
  const starts = (size) => entries.map((it) => it[size].text).filter((it) => it !== null)
  const bytes = (names) => names.reduce((sum, it) => sum + statSync(join(site.folder, it)).size, 0)
  return {
    'text start, 1280×900': median(starts('desktop')),
    'text start, 375×812': median(starts('phone')),
    'home height, 1280×900': home.desktop.height,
    'home height, 375×812': home.phone.height,
    'frame of an entry, bytes': most(entries.map((it) => it.bytes)),
    'frame of other pages, bytes': most(others.map((it) => it.bytes)),
    'style sheets, bytes': most(plain.map((it) => bytes(used(site.styles, it)))),
    // Of one page: none loads what another needs. The page that searches loads what no other does.
    'scripts, bytes': most(plain.map((it) => bytes(used(site.scripts, it)))),
    'scripts of the search, bytes': bytes(used(site.scripts, search.page)),
    'scripts of the search, gzipped bytes': used(site.scripts, search.page).reduce((sum, it) => sum + gzipSync(readFileSync(join(site.folder, it))).length, 0),
    'style sheet of the search, bytes': bytes(used(site.styles, search.page)) - bytes(used(site.styles, home.page)),
    'page gzipped, median bytes': median(measures.map((it) => gzipSync(it.page.html).length)),
    'targets below 44 px, 375×812': checkTargets(measures, 44, ['phone']).length,
  }
}

// More than is bounded, for who looks at the design: per type of page.
export function byType(measures) {
  const types = [...new Set(measures.map((it) => it.page.type))].sort()
  return types.map((type) => {
    const own = measures.filter((it) => it.page.type === type)
    const starts = (size) => own.map((it) => it[size].text).filter((it) => it !== null)
    return {
      type,
      pages: own.length,
      'text 1280': median(starts('desktop')),
      'text 375': median(starts('phone')),
      'height 1280': median(own.map((it) => it.desktop.height)),
      'height 375': median(own.map((it) => it.phone.height)),
      'frame bytes': most(own.map((it) => it.bytes)),
      'html bytes': most(own.map((it) => Buffer.byteLength(it.page.html))),
    }
  })
}
