// The file of limits: what holds today, and the goal beside it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

export const limits = JSON.parse(readFileSync(new URL('limits.json', import.meta.url), 'utf8'))

// A number that may not grow past its limit; who has bettered it is told to lower the limit.
export function hold(t, name, value) {
  const limit = limits.budgets[name]
  assert(limit, `limits.json has no “${name}”`)
  t.diagnostic(`${name}: ${value} (limit ${limit.limit}, goal ${limit.goal})`)
  assert(value <= limit.limit, `${name}: ${value} is over the limit of ${limit.limit}`)
}

// Faults of one kind: none, or no more than are known and to be mended. One of a template is told once, whatever the number of
// its pages.
export function holdFaults(t, name, faults) {
  const known = limits.faults[name] ?? 0
  const told = together(faults)
  t.diagnostic(`${name}: ${told.length} faults${known ? ` (${known} are known, the goal is 0)` : ''}`)
  if (told.length <= known) return
  assert.fail(`${name}: ${told.length} faults, ${known} are known\n${told.slice(0, 40).join('\n')}${told.length > 40 ? '\n…' : ''}`)
}

export function together(faults) {
  const groups = new Map()
  for (const it of faults) {
    const key = [it.mode, it.kind, it.what].filter(Boolean).join('  ')
    groups.set(key, [...(groups.get(key) ?? []), it])
  }
  return [...groups].map(([key, all]) => {
    const { detail, page } = all[0]
    const pages = new Set(all.map((it) => it.page)).size
    return `${key}${detail ? ` (${detail})` : ''}  ${pages > 1 ? `on ${pages} pages, such as ${page}` : page}`
  })
}
