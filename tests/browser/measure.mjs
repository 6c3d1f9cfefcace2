// Prints a Markdown table of all that is bounded or counted, and then every fault: `node measure.mjs SITE`.
import { budgets, byType } from './budgets.mjs'
import { checks } from './faults.mjs'
import { limits, together } from './limits.mjs'
import { folderAsked, open } from './place.mjs'

const place = await open(folderAsked())
const all = checks(place)
const { measures } = await all.measured()
const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map((it) => it ?? '').join(' | ')} |`).join('\n')

console.log(`${place.site.pages.length} pages of ${place.site.types.length} types, ${place.site.chosen.length} looked at closely\n`)
const bounded = Object.entries(budgets(place.site, measures))
console.log(table(['budget', 'now', 'limit', 'goal'], bounded.map(([name, it]) => [name, it, limits.budgets[name]?.limit, limits.budgets[name]?.goal])))
console.log()
const rows = byType(measures)
console.log(table(Object.keys(rows[0]), rows.map((it) => Object.values(it).map((value) => (Number.isNaN(value) ? '' : value)))))
console.log()
const told = []
const names = Object.keys(all).filter((it) => it !== 'measured')
for (const name of names) told.push([name, together(await all[name]())])
console.log(table(['check', 'faults now', 'known', 'goal'], told.map(([name, faults]) => [name, faults.length, limits.faults[name] ?? 0, 0])))
for (const [name, faults] of told) if (faults.length) console.log(`\n## ${name}\n\n${faults.map((it) => `- ${it}`).join('\n')}`)
await place.close()
