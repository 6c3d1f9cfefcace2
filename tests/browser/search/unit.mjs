// The engine of the search without a browser: its parts by themselves, and all that it finds held against brute force on indexes of
// every shape. Each function answers with faults.
import { readFileSync } from 'node:fs'
import { brute, load, server } from './load.mjs'
import { build, bytesOf, gamma, rice } from './build.mjs'

// Lines of the golden vectors, which the compiler runs too: what is written, U+2192, what it is folded to, both as JSON strings.
export function vectors(file) {
  const lines = readFileSync(file, 'utf8').split('\n').filter((it) => it && !it.startsWith('#'))
  return lines.map((it) => it.split(' → ').map((text) => JSON.parse(text)))
}

export const foldFaults = (fold, all) =>
  all.filter(([text, wanted]) => fold(text) !== wanted).map(([text, wanted]) => ({ kind: 'fold', what: JSON.stringify(text), detail: `${JSON.stringify(fold(text))}, not ${JSON.stringify(wanted)}` }))

// The same numbers in every run.
function dice(seed) {
  return (n) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return Math.floor((seed / 2 ** 32) * n)
  }
}

export function checkParts(engine) {
  const faults = []
  const fault = (kind, what, detail) => faults.push({ kind, what, detail })
  const roll = dice(3)
  for (const all of [1, 31, 512, 8192, 65536]) for (const share of [1, 2, 7, 100, 5000]) {
    const ids = Array.from({ length: all }, (_, id) => id).filter(() => roll(share) === 0)
    if (!ids.length) continue
    const back = []
    const bytes = Uint8Array.from(bytesOf('101' + rice(ids, all).join('') + gamma(77)))
    const read = engine.bitReader(bytes)
    const before = read.some(3)
    read.list(ids.length, all, (id) => void back.push(id))
    if (back.join() !== ids.join() || before !== 5 || read.gamma() !== 77) fault('list', `${ids.length} of ${all}`)
  }
  // Of docs/en/search.md, reckoned by hand elsewhere.
  const keys = { 公: [0, 'unigram'], 公开: [0, 'bigram'], '[20': [1, 'trigram'] }
  for (const [units, [kind]] of Object.entries(keys)) if (engine.key(units)[1] !== kind) fault('key', units)
  const back = new Set(Array.from({ length: 65536 }, (_, at) => engine.mix(at << 16)))
  if (back.size !== 65536) fault('mix', 'two units have one hash')
  for (const number of [0, 1, 127, 128, 300, 65535, 2 ** 32 - 1, 2 ** 33 - 1]) {
    const bucket = Uint8Array.from(bytesOf(gamma(1) + rice([number], 2 ** 33) + '0' + gamma(1) + rice([5], 9)))
    if (!engine.lookUp(bucket, number, 2 ** 33, 9) || engine.lookUp(bucket, number + 1, 2 ** 33, 9)) fault('bucket', number)
  }
  return faults
}

const SHAPES = [
  [40, [{ base: 0, bits: -1, packs: -1, shard: 32, lengths: true }]],
  [600, [{ base: 0, bits: 5, packs: 1, shard: 32, lengths: true }, { base: 512, bits: 3, packs: 0, shard: 32, lengths: true }, { base: 576, bits: -1, packs: -1, shard: 32, lengths: true }]],
  [2600, [{ base: 0, bits: 9, packs: 3, shard: 64, lengths: false }, { base: 2400, bits: 0, packs: 0, shard: 32, lengths: true, hotFrom: 10 }, { base: 2592, bits: -1, packs: -1, shard: 32, lengths: true }]],
]

// Documents of words that come again and again, some of them in other writings.
function documents(n, roll) {
  const units = [...'政府信息公开条例办法通知关于印发的和在了是不人民供水局招商产业补贴扶持资金第一二三条〔〕2018年9号ＡbＣ（）《》，。、 \n企业項目臺灣𠮷']
  const words = Array.from({ length: 160 }, () => Array.from({ length: 1 + roll(4) }, () => units[roll(units.length)]).join(''))
  const say = (length) => Array.from({ length }, () => words[Math.floor((words.length * roll(1000) * roll(1000)) / 1e6)]).join('')
  return Array.from({ length: n }, (_, at) => ({
    address: `/a/${at}.html`,
    day: at < 3 ? '' : `${2010 + Math.floor((at * 9) / n)}-01-02`,
    kind: roll(3),
    organisation: roll(4),
    lapsed: roll(6) === 0,
    fields: [`管办发〔${2010 + roll(9)}〕${roll(300)}号\x02gz/${at}\x02`, say(4), roll(2) ? say(6) : '', say(10 + roll(60)).replaceAll('。', '\t'), ...(roll(4) ? [] : [`附件${at}\x02${say(20)}`])],
  }))
}

const KINDS = [['document', '文件'], ['guide', '指南'], ['organisation', '机构']]
const ofFacet = {
  kind: (it) => it.kind,
  organisation: (it) => it.organisation,
  year: (it) => Number(it.day.slice(0, 4)),
  lapsed: (it) => (it.lapsed ? 1 : 0),
  attached: (it) => (it.fields.length > 4 ? 1 : 0),
}

// Every page of hits of a query, in the order in which readers turn them.
export async function pages(query, filters, most = 300) {
  const ids = []
  let total
  for (let number = 1; ids.length < most; number += 1) {
    let page
    do page = await query.page(number, filters)
    while (!page.settled)
    ids.push(...page.hits.map((it) => it.id))
    total = page.exact ? page.total : total
    if (page.hits.length < 10) break
  }
  return { ids, total }
}

// What the engine finds against brute force: `queries` chance queries at each size, with and without a server that knows ranges.
export async function checkAgainstBrute(script, queries) {
  const faults = []
  for (const [n, tiers] of SHAPES) {
    for (const ranges of [true, false]) {
      const roll = dice(n)
      const all = documents(n, roll)
      const files = build(all, { tiers, kinds: KINDS, organisations: ['甲', '乙', '丙', '丁'], pairs: '項项臺台灣湾', engine: load(script) })
      const index = await load(script, server(files, { ranges })).open('')
      for (let turn = 0; turn < queries; turn += 1) {
        const some = () => {
          const field = index.fold(all[roll(n)].fields[roll(4)]).replaceAll('\x01', '') || '政府'
          const at = roll(field.length)
          return field.slice(at, at + 1 + roll(8))
        }
        const terms = [...new Set(Array.from({ length: 1 + (turn % 5 === 0) + (turn % 11 === 0) }, some))]
        const filters = [{}, { kind: roll(3) }, { year: 2010 + roll(9), lapsed: 0 }, { attached: 1, organisation: roll(4) }][turn % 7] ?? {}
        const wanted = brute(all, terms, index.fold, (it) => Object.entries(filters).every(([name, value]) => ofFacet[name](it) === value))
        const query = await index.ask(terms)
        const found = await pages(query, filters)
        const what = `${terms.join(' ')} ${JSON.stringify(filters)} of ${n}${ranges ? '' : ' without ranges'}`
        if (found.ids.join() !== wanted.slice(0, found.ids.length).join()) faults.push({ kind: 'order', what, detail: `${found.ids.slice(0, 12)}, not ${wanted.slice(0, 12)}` })
        if (found.ids.length < Math.min(300, wanted.length)) faults.push({ kind: 'lost', what, detail: `${found.ids.length} of ${wanted.length}` })
        const count = await query.recount(filters)
        if (count.exact && count.total !== wanted.length) faults.push({ kind: 'count', what, detail: `${count.total}, not ${wanted.length}` })
        if (found.total !== undefined && found.total !== wanted.length) faults.push({ kind: 'count', what, detail: `${found.total}, not ${wanted.length}` })
        for (const [name, { counts, exact }] of Object.entries(await query.tally())) {
          if (!exact) continue
          const right = new Map()
          for (const id of brute(all, terms, index.fold)) right.set(ofFacet[name](all[id]), (right.get(ofFacet[name](all[id])) ?? 0) + 1)
          for (const [value, total] of right) if (counts.get(value) !== total) faults.push({ kind: 'facet', what: `${what}: ${name} ${value}`, detail: `${counts.get(value)}, not ${total}` })
        }
      }
    }
  }
  return faults
}
