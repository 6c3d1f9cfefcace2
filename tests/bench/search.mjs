// How much a search asks of a reader: a built site behind nginx on loopback, read in Chromium by the site's own script.
//
//   node tests/bench/search.mjs SITE [--queries N] [--seed N] [--whole] [--record FILE]
//
// N random substrings of its texts, of 1 to 8 characters, and twenty queries as people make them are asked, each of an index that was just
// opened. The first page is compared with brute force over all records, and so is each count that is told as exact. `--whole`: the server
// knows no ranges; `--record`: a line of JSON for each query is added to FILE. Prints rows of Markdown. Needs nginx, Chromium and the packages of tests/browser.
import { appendFileSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createDeflateRaw, gzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { launch } from '../browser/browser.mjs'
import { load } from '../browser/search/load.mjs'
import { nginx } from './nginx.mjs'

const REAL = ['公租房 申请条件', '营商环境', '2018年 部门预算', '安全生产 检查', '土地征收 补偿', '办理流程', '政府采购', '施工许可证', '防汛', '养老保险',
  '行政处罚决定书', '专项资金 公示', '义务教育 招生', '残疾人 补贴', '规划 公示', '投诉 电话', '〔2018〕3号', '信息公开申请', '党风廉政', '垃圾分类']

const [site, ...rest] = process.argv.slice(2)
const option = (name, otherwise) => Number(rest[rest.indexOf(`--${name}`) + 1] || otherwise) || otherwise
const count = rest.includes('--queries') ? option('queries', 200) : 200
let seed = rest.includes('--seed') ? option('seed', 1) : 1
const random = (below) => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}

const folder = resolve(site)
const engineFile = readdirSync(join(folder, 'static')).find((it) => /^search-engine\..*js$/.test(it))
const engine = load(join(folder, 'static', engineFile))
const file = (name) => readFileSync(join(folder, 'search', name))

// A string in one piece: one that was made character by character takes thirty times the room.
const flat = (text) => Buffer.from(text, 'utf16le').toString('utf16le')

// All records, as brute force reads them, and the bytes of all texts, packed as one stream.
async function everything() {
  const index = engine.manifest(inflateSync(file('index.bin')))
  const tables = inflateSync(file(`tables.${index.tables}.bin`))
  const end = 4 + tables.readUInt32LE(0)
  const ranks = tables.subarray(4, end).toString('utf16le')
  const fold = engine.folder(inflateSync(file(`folds.${index.folds}.bin`)).toString('utf16le'))
  const dictionary = tables.subarray(end)
  const documents = []
  const stream = createDeflateRaw({ level: 6 })
  let text = 0
  stream.on('data', (it) => (text += it.length))
  for (const tier of index.tiers) {
    tier.shardHashes.forEach((hash, at) => {
      const bytes = file(`${tier.number}/r${at}.${hash.toString(16).padStart(8, '0')}.bin`)
      const n = Math.min(tier.shard, tier.documents - at * tier.shard)
      let place = tier.ends ? 0 : 4 * n
      for (let id = 0; id < n; id += 1) {
        const one = at * tier.shard + id
        const length = tier.ends ? tier.ends[one + 1] - tier.ends[one] : bytes.readUInt32LE(4 * id)
        const [, ...fields] = engine.decode(inflateRawSync(bytes.subarray(place, place + length), { dictionary }), ranks).split('\x01')
        place += length
        const lapsed = (tier.lapsed[one >> 3] >> (one & 7)) & 1
        const zones = [...fields.slice(0, 4), fields.slice(4).join('\x01')]
        stream.write(fields.slice(1).join('\n'))
        documents.push({ lapsed, zones: zones.map((it) => flat(fold(it))) })
      }
    })
  }
  await new Promise((done) => stream.on('end', done).end())
  return { index, fold, documents, text }
}

function brute(documents, terms) {
  const found = []
  documents.forEach(({ zones, lapsed }, id) => {
    let worst = 0
    for (const term of terms) {
      const zone = zones.findIndex((it) => it.includes(term))
      if (zone < 0) return
      worst = Math.max(worst, zone)
    }
    found.push([worst, lapsed, -id])
  })
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).map((it) => -it[2])
}

function files(below) {
  return readdirSync(below, { withFileTypes: true }).flatMap((it) => (it.isDirectory() ? files(join(below, it.name)) : [join(below, it.name)]))
}

// In the page: opens the index anew for `query`, and tells what that took. What is read once a visit – manifest, tables, the newest
// documents, the fold table where it is needed – is counted apart.
async function ask({ query, once }) {
  const seen = { bytes: 0, requests: 0, first: 0, rounds: 0 }
  const plain = globalThis.fetch
  let flying = 0
  globalThis.fetch = async (name, options) => {
    if (!flying) seen.rounds += 1
    flying += 1
    const reply = await plain(name, { ...options, cache: 'no-store' })
    const bytes = Number(reply.headers.get('content-length'))
    const isOnce = once.some((it) => name.includes(it))
    seen[isOnce ? 'first' : 'bytes'] += bytes
    if (!isOnce) seen.requests += 1
    const body = reply.arrayBuffer()
    body.finally(() => (flying -= 1))
    return { ok: reply.ok, status: reply.status, body: { cancel() {} }, arrayBuffer: () => body }
  }
  try {
    const index = await gongkaiSearch.open('')
    seen.rounds = 0
    const start = performance.now()
    const found = await index.ask(query.split(' ').map((it) => index.fold(it)))
    const { hits, settled, total, exact } = await found.page(1)
    const time = performance.now() - start
    return { ...seen, time, settled, total, exact, ids: hits.map((it) => it.id) }
  } finally {
    globalThis.fetch = plain
  }
}

const { index, fold, documents, text } = await everything()
const all = files(join(folder, 'search')).filter((it) => it.endsWith('.bin'))
const size = all.reduce((sum, it) => sum + statSync(it).size, 0)
const queries = []
while (queries.length < count) {
  const units = [...documents[random(documents.length)].zones.slice(1).join('').replaceAll('\x01', '')]
  const length = 1 + random(8)
  const query = units.slice(random(Math.max(1, units.length - length))).slice(0, length).join('')
  if (fold(query)) queries.push(query)
}
queries.push(...REAL)
const server = await nginx(folder, { ranges: !rest.includes('--whole') })
const browser = await launch()
const results = []
const scripts = [engineFile, readdirSync(join(folder, 'static')).find((it) => /^search\..*js$/.test(it))].map((it) => readFileSync(join(folder, 'static', it)))
try {
  const page = await browser.newPage()
  await page.goto(`${server.url}search/index.html`)
  const tail = index.tiers.find((it) => it.bits < 0)
  const once = ['index.bin', 'tables.', 'folds.', ...(tail ? [`${tail.number}/r`] : [])]
  for (const query of queries) {
    const terms = query.split(' ').map((it) => fold(it))
    const right = brute(documents, terms)
    const told = await page.evaluate(ask, { query, once })
    const isRight = told.settled ? told.ids.join() === right.slice(0, 10).join() : told.ids.every((id) => right.includes(id))
    const isCounted = !told.exact || told.total === right.length
    results.push({ ...told, query, isRight, isCounted })
    if (rest.includes('--record')) appendFileSync(rest[rest.indexOf('--record') + 1], `${JSON.stringify({ ...results.at(-1), right: right.length })}\n`)
  }
} finally {
  await browser.close()
  server.stop()
}
const sorted = (name) => results.map((it) => it[name]).sort((a, b) => a - b)
const at = (name, share) => sorted(name)[Math.min(results.length - 1, Math.floor(results.length * share))]
const mean = (name) => results.reduce((sum, it) => sum + it[name], 0) / results.length
const kB = (bytes) => (bytes / 1000).toFixed(0)
const packed = scripts.reduce((sum, it) => sum + gzipSync(it).length, 0)
console.log(`| documents | ${documents.length} |
| queries | ${results.length} |
| files; MB | ${all.length}; ${(size / 1e6).toFixed(1)} |
| of the texts, packed as one stream | ${(size / text).toFixed(2)} |
| once a visit, scripts packed with gzip; with the fold table | ${kB(at('first', 0) + packed)}; ${kB(at('first', 1) + packed)} kB |
| a new query, mean; p95; most | ${kB(mean('bytes'))}; ${kB(at('bytes', 0.95))}; ${kB(at('bytes', 1))} kB |
| requests, mean; p95 | ${mean('requests').toFixed(0)}; ${at('requests', 0.95)} |
| rounds, mean; most | ${mean('rounds').toFixed(1)}; ${at('rounds', 1)} |
| time, median; p95 | ${at('time', 0.5).toFixed(0)}; ${at('time', 0.95).toFixed(0)} ms |
| pages filled at once | ${Math.round((100 * results.filter((it) => it.settled).length) / results.length)} % |
| counts exact at once | ${Math.round((100 * results.filter((it) => it.exact).length) / results.length)} % |
| wrong pages; wrong exact counts | ${results.filter((it) => !it.isRight).length}; ${results.filter((it) => !it.isCounted).length} |`)
for (const it of results.filter((it) => !it.isRight || !it.isCounted)) console.error('wrong:', it.query, it.ids.join(), it.total)
