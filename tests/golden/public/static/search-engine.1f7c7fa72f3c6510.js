globalThis.gongkaiSearch = (() => {
const PAGE = 10
const MOST = 64
const ENOUGH = 110_000
const NEAR = 1000
const NONE = 255
const SPAN = 2 ** 28
const TRIPLE = '0123456789abcdefghijklmnopqrstuvwxyz[].一二三四五六七八九十百零〇第条'
const SIGNS = ['[({〔【〖〘', '])}〕】〗〙', ',、', '.。｡', '"《》〈〉「」『』“”‘’〝〞\'«»', '-–—―−‐‑~〜', '·•・‧∙']
const UPPER = [[0x41, 0x5a, 32], [0xc0, 0xd6, 32], [0xd8, 0xde, 32], [0x391, 0x3a9, 32], [0x410, 0x42f, 32], [0x2160, 0x216f, 16]]
const DROPPED = /[\s\0-\x1f\x7f-\x9f\xad\u200b-\u200f\u2060\ufeff]/
const textOf = (bytes, code) => new TextDecoder(code).decode(bytes)
const hex = (number) => number.toString(16).padStart(8, '0')
const isSet = (bits, at) => (bits[at >> 3] >> (at & 7)) & 1
const many = (length, one) => Array.from({ length }, one)
const sums = (numbers) => {
let sum = 0
return [0, ...numbers.map((it) => (sum += it))]
}
function folder(pairs) {
const map = new Map()
for (const [one, ...others] of SIGNS) for (const it of others) map.set(it, one)
const simple = new Map(many(pairs.length / 2, (_, at) => [pairs[2 * at], pairs[2 * at + 1]]))
const folded = many(65536, (_, unit) => {
let char = String.fromCharCode(unit)
if ('\x01\x02\t'.includes(char)) return '\x01'
if (DROPPED.test(char)) return ''
if (unit > 0xff00 && unit < 0xff5f) unit -= 0xfee0
unit += UPPER.find(([from, to]) => unit >= from && unit <= to)?.[2] ?? 0
char = String.fromCharCode(unit)
char = map.get(char) ?? char
return simple.get(char) ?? char
})
return (text, places = []) => {
let out = ''
for (let at = 0; at < text.length; at += 1) {
const it = folded[text.charCodeAt(at)]
if (it) places.push(at)
out += it
}
return out
}
}
async function inflate(...parts) {
const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream('deflate'))
return new Uint8Array(await new Response(stream).arrayBuffer())
}
const preset = (dictionary) => {
const length = dictionary.length
return new Uint8Array([0x78, 1, 0, length, length >> 8, ~length, ~length >> 8, ...dictionary])
}
function reader(bytes) {
const it = {
at: 0,
take: (length) => bytes.subarray(it.at, (it.at += length)),
u32: () => it.take(4).reduceRight((sum, byte) => 256 * sum + byte, 0),
varint() {
for (let value = 0, scale = 1; ; scale *= 128) {
const byte = bytes[it.at++]
value += (byte & 127) * scale
if (!(byte > 127)) return value
}
},
}
return it
}
function mix(x) {
x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
return (x ^ (x >>> 16)) >>> 0
}
function key(units) {
const [a, b, c] = many(3, (_, at) => units.charCodeAt(at) || 0)
const pair = mix((a << 16) | b)
return units.length < 3 ? [pair, 0] : [mix(pair ^ Math.imul(c, 0x9e3779b1)), 1]
}
function bitReader(bytes) {
let at = 0
const one = () => (bytes[at >> 3] >> (7 - (at++ & 7))) & 1
const ones = () => {
let count = 0
while (one()) count += 1
return count
}
const some = (count, value = 0) => {
for (; count; count -= 1) value = 2 * value + one()
return value
}
return {
some,
gamma: () => some(ones(), 1),
list(n, all, take) {
let low = 0
while (2 ** (low + 1) <= Math.floor((all * 69) / (n * 100))) low += 1
for (let id = -1; n; n -= 1) if (take((id += 1 + some(low, ones())))) return
},
}
}
function lookUp(bytes, wanted, marks, all) {
const read = bitReader(bytes)
let found = null
read.list(read.gamma(), marks, (mark) => {
const [, apart, ...zones] = read.some(1) ? many(7, (_, at) => at && read.some(1)) : [0, 0, 0, 0, 0, 1, 0]
const counts = zones.flatMap((it, zone) => (it ? [[zone, read.gamma()]] : []))
const hot = apart && [read.gamma() - 1, read.gamma()]
if (mark === wanted) found = { counts, hot, read }
else if (!hot) for (const [, n] of counts) read.list(n, all, () => {})
return mark >= wanted
})
return found
}
function decode(bytes, ranks) {
let out = ''
for (let at = 0; at < bytes.length; at += 1) {
const byte = bytes[at]
if (byte < 200) out += ranks[byte]
else if (byte < 255) out += ranks[200 + (byte - 200) * 256 + bytes[(at += 1)]]
else out += String.fromCharCode(bytes[(at += 1)] * 256 + bytes[(at += 1)])
}
return out
}
function files(root) {
const whole = new Map()
const chunks = new Map()
let waiting = []
const state = { inParts: true, bytes: 0 }
const bytesOf = async (reply) => {
const bytes = new Uint8Array(await (await reply).arrayBuffer())
state.bytes += bytes.length
return bytes
}
const load = async (name, options) => {
const reply = await fetch(root + name, options)
if (!reply.ok) throw Object.assign(new Error(name), { status: reply.status })
return reply
}
const keep = (name, reply) => whole.set(name, bytesOf(reply)).get(name)
const all = (name, options) => whole.get(name) ?? keep(name, load(name, options))
const range = async ({ name, from, to }, cache = 'default') => {
if (state.inParts && !whole.has(name)) {
const reply = await load(name, { cache, headers: { Range: `bytes=${from}-${to - 1}` } })
if (reply.status === 206) {
const bytes = await bytesOf(reply)
return bytes.length < to - from && cache === 'default' ? range({ name, from, to }, 'no-store') : bytes
}
state.inParts = false
if (whole.has(name)) reply.body.cancel()
else keep(name, reply)
}
return (await all(name)).subarray(from, to)
}
const send = () => {
const asked = waiting.sort((a, b) => a.from - b.from)
waiting = []
for (const it of asked) {
const known = chunks.get(it.name) ?? chunks.set(it.name, []).get(it.name)
const holds = (one) => (one.bytes ? one.from <= it.from && it.to <= one.to : it.from < one.to + NEAR)
it.chunk = known.find(holds)
if (!it.chunk) known.push((it.chunk = { name: it.name, from: it.from, to: it.to }))
if (!it.chunk.bytes) it.chunk.to = Math.max(it.chunk.to, it.to)
}
for (const it of asked) {
it.chunk.bytes = it.chunk.bytes ?? range(it.chunk)
it.done(it.chunk.bytes.then((bytes) => bytes.subarray(it.from - it.chunk.from, it.to - it.chunk.from)))
}
}
const part = (name, from, to) =>
new Promise((done) => {
if (!waiting.length) Promise.resolve().then(send)
waiting.push({ name, from, to, done })
})
return { all, part, state }
}
function manifest(bytes) {
const read = reader(bytes)
const index = JSON.parse(textOf(read.take(read.u32())))
index.tiers.forEach((tier, number) => {
const { documents, shard, bits } = tier
const indexed = bits >= 0
tier.number = number
tier.lapsed = read.take(Math.ceil(documents / 8))
tier.starts = sums(many(indexed && 2 ** bits, () => 32 * read.varint()))
tier.packHashes = many(indexed && 2 ** tier.packs, read.u32)
tier.shardHashes = many(Math.ceil(documents / shard), read.u32)
tier.ends = tier.lengths && sums(many(documents, read.varint))
})
return index
}
async function open(root, cache = 'no-cache', version = '') {
const store = files(root)
const tablesOf = (version) => store.all(`tables.${version}.bin`)
if (version) tablesOf(version).catch(() => {})
const index = manifest(await inflate(await store.all('index.bin', { cache })))
const tiers = [...index.tiers].reverse()
const nameOf = ({ number, shardHashes }, at) => `${number}/r${at}.${hex(shardHashes[at])}.bin`
const [tables] = await Promise.all([tablesOf(index.tables), ...tiers.filter((it) => it.bits < 0).map((it) => store.all(nameOf(it, 0)))])
const known = await inflate(tables)
const read = reader(known)
const ranks = textOf(read.take(read.u32()), 'utf-16le')
const ranked = new Set(ranks)
const dictionary = known.subarray(read.at)
const begin = preset(dictionary)
let foldNow = folder('')
let folds
const prepare = (text) => {
if ([...text].some((it) => it > '\u33ff' && !ranked.has(it))) {
folds = folds ?? store.all(`folds.${index.folds}.bin`).then(inflate).then((it) => (foldNow = folder(textOf(it, 'utf-16le'))))
}
return folds
}
const fold = (text, places) => foldNow(text, places)
const years = [...index.years].reverse()
const tierOf = (id) => tiers.find((it) => it.base <= id)
const column = (part) => (id) => {
const { columns, base, documents } = tierOf(id)
return columns[part * documents + id - base]
}
const facets = {
kind: column(0),
organisation: (id) => column(1)(id) + 256 * column(2)(id),
year: (id) => (years.find((it) => it[1] <= id) ?? [0])[0],
lapsed: (id) => isSet(tierOf(id).lapsed, id - tierOf(id).base),
attached(id) {
const { columns, base, documents } = tierOf(id)
return isSet(columns.subarray(3 * documents), id - base)
},
}
const ofTail = async ({ base, documents }) => {
const all = await Promise.all(many(documents, (_, at) => record(base + at)))
const bit = (_, at) => many(8, (_, bit) => ((all[8 * at + bit] ?? { fields: [] }).fields.length > 4) << bit).reduce((a, b) => a + b)
const of = [(it) => it.kind, (it) => it.organisation & 255, (it) => it.organisation >> 8]
return Uint8Array.from([...of.flatMap((one) => all.map(one)), ...many(Math.ceil(documents / 8), bit)])
}
const columns = () =>
Promise.all(
tiers.map(async (tier) => {
if (typeof tier.columns !== 'string') return
const read = tier.bits < 0 ? ofTail(tier) : store.all(`${tier.number}/c.${tier.columns}.bin`).then(inflate)
tier.columns = await read
}),
)
async function record(id) {
const tier = tierOf(id)
const { base, documents, shard, ends } = tier
const at = Math.floor((id - base) / shard)
const first = at * shard
const name = nameOf(tier, at)
let [before, lengths] = [0, ends && ends.slice(first, first + shard + 1)]
if (!ends) {
before = 4 * Math.min(shard, documents - first)
lengths = sums(many(before / 4, reader(await store.part(name, 0, before)).u32))
}
const [from, to] = lengths.slice(id - base - first).map((it) => before + it - lengths[0])
const plain = await inflate(begin, await store.part(name, from, to))
const said = decode(plain.subarray(dictionary.length), ranks)
await prepare(said)
const [head, ...fields] = said.split('\x01')
const [address, day, kind, organisation] = head.split('\x02')
return { id, address, day, kind, organisation, fields }
}
function zone({ fields }, terms) {
let left = terms
for (const zone of [0, 1, 2, 3, 4]) {
const field = fold(zone < 4 ? fields[zone] : fields.slice(4).join('\x01'))
left = left.filter((it) => !field.includes(it))
if (!left.length) return zone
}
return NONE
}
function plan(terms) {
const weight = (unit) => Math.log(9 + (ranks.indexOf(unit) + 1 || 20000))
const rarity = (it) => [...it].reduce((sum, unit) => sum + weight(unit), 0)
const rarest = (parts) => parts.sort((a, b) => rarity(b) - rarity(a))
const long = terms.filter((it) => it.length > 2)
const parts = long.map((term) => {
const pairs = many(term.length - 1, (_, at) => term.slice(at, at + 2))
const triples = many(term.length - 2, (_, at) => term.slice(at, at + 3))
return rarest([...pairs, ...triples.filter((it) => [...it].filter((unit) => TRIPLE.includes(unit)).length > 1)])
})
const must = [...terms.filter((it) => it.length < 3), ...parts.map((it) => it.shift())]
return { parts: [...new Set([...must, ...rarest(parts.flat())])], must: must.length, exact: !long.length }
}
async function candidates(tier, { parts, must, exact }, most, spent) {
const { documents, starts, number, packHashes } = tier
const inPack = 2 ** (tier.bits - tier.packs)
const asked = parts.slice(0, most || Math.max(must, documents > 2048 ? 8 : 4)).map(async (part) => {
const [hash, kind] = key(part)
const of = 2 ** (32 - tier.bits)
const bucket = Math.floor(hash / of)
const pack = Math.floor(bucket / inPack)
const [start, end] = [starts[pack * inPack], starts[(pack + 1) * inPack]]
const name = `${number}/p${pack}.${hex(packHashes[pack])}.bin`
const [from, to] = [starts[bucket], starts[bucket + 1]]
if (from === to) return null
spent.bytes += to - from
const bytes = await store.part(name, from - start, to - start)
const found = lookUp(bytes, (hash % of) * 2 + kind, 2 * of, documents)
return found && { ...found, name, area: end - start }
})
const found = await Promise.all(asked)
if (found.includes(null)) return []
let ids = many(documents, (_, it) => it)
const worst = new Uint8Array(documents)
const narrow = ({ counts, read }) => {
const zones = new Uint8Array(documents).fill(NONE)
for (const [zone, n] of counts) read.list(n, documents, (id) => void (zones[id] = zone))
ids = ids.filter((id) => zones[id] < NONE)
for (const id of ids) worst[id] = Math.max(worst[id], zones[id])
}
for (const it of found) if (!it.hot) narrow(it)
const hot = found.filter((it) => it.hot).sort((a, b) => a.hot[1] - b.hot[1])
for (let at = 0; at < hot.length; at += 3) {
if (!exact && (ids.length <= 24 || (at && spent.bytes > 50000))) break
const some = hot.slice(at, at + 3)
const lists = await Promise.all(
some.map(({ name, area, hot: [from, length] }) => {
spent.bytes += length
return store.part(name, area + from, area + from + length)
}),
)
some.forEach((it, place) => narrow({ ...it, read: bitReader(lists[place]) }))
}
return ids.map((id) => [tier.base + id, worst[id]])
}
async function ask(terms, first = [], most = 0) {
const keys = plan(terms)
const spent = { bytes: 0 }
if (first.length) await columns()
let begun = store.state.bytes
const rank = (id, zone) => {
const last = first.length && !first.includes(index.kinds[facets.kind(id)][0]) ? 17 : 1
return (last + 2 * zone + facets.lapsed(id)) * SPAN - 1 - id
}
const idOf = (rank) => SPAN - 1 - (rank % SPAN)
const read = new Map()
const verify = (ids) =>
Promise.all(
ids.map(async (id) => {
const it = await record(id)
const found = zone(it, terms)
read.set(id, found < NONE ? Object.assign(it, { rank: rank(id, found), zone: found, ended: facets.lapsed(id) }) : null)
}),
)
const found = await Promise.all(
tiers.map(async (tier) => {
if (tier.bits >= 0) return candidates(tier, keys, most, spent)
const ids = many(tier.documents, (_, at) => tier.base + at)
await verify(ids)
return ids.flatMap((id) => (read.get(id) ? [[id, read.get(id).zone]] : []))
}),
)
const all = Float64Array.from(found.flat(), ([id, zone]) => rank(id, zone)).sort()
function look(filters = {}) {
const asked = Object.entries(filters)
const some = all.filter((it) => {
const id = idOf(it)
return read.get(id) !== null && asked.every(([name, value]) => value === undefined || facets[name](id) === value)
})
const isKnown = (it) => keys.exact || read.has(idOf(it))
const ranks = some.filter(isKnown).map((it) => (read.get(idOf(it)) ?? { rank: it }).rank)
return { some, ranks: ranks.sort(), unread: some.filter((it) => !isKnown(it)) }
}
const verifyRanks = (ranks) => verify([...ranks].map(idOf))
let share
const likely = () => share ?? ([...read.values()].filter(Boolean).length + 1) / (read.size + 1)
function count(filters) {
const { ranks, unread } = look(filters)
return { total: Math.ceil(ranks.length + unread.length * likely()), exact: !unread.length }
}
async function page(number, filters) {
const end = number * PAGE
if (Object.keys(filters ?? {}).length) await columns()
let each = 1500 * (store.state.inParts ? 1 : index.tiers[0].shard)
const room = () => Math.floor((begun + ENOUGH - store.state.bytes) / each)
let left = Math.min(MOST, Math.max(16, room()))
for (let looked = 0; ; ) {
const { ranks, unread } = look(filters)
const settled = !unread.length || ranks[end - 1] < unread[0]
if (settled || left < 1) {
begun = store.state.bytes
const ids = [...ranks.slice(end - PAGE, end)].map(idOf)
await verify(ids.filter((id) => !read.has(id)))
return { hits: ids.map((id) => read.get(id)), settled, ...count(filters) }
}
const step = Math.max(16, Math.ceil((end - ranks.length) / likely()))
const next = unread.slice(0, unread.length > left ? Math.min(left, step) : left)
const before = store.state.bytes
await verifyRanks(next)
looked += next.length
each = ((store.state.bytes - before) / next.length + each) / 2
left = Math.min(MOST - looked, room())
}
}
async function recount(filters) {
const { unread } = look(filters)
const step = unread.length > 250 ? unread.length / 16 : 1
const sample = unread.filter((_, at) => at % step < 1)
await verifyRanks(sample)
if (sample.length) share = sample.filter((it) => read.get(idOf(it))).length / sample.length
return count(filters)
}
async function tally(filters) {
await columns()
const of = (name) => {
const { some, unread } = look({ ...filters, [name]: undefined })
const counts = new Map()
for (const it of some) {
const value = facets[name](idOf(it))
counts.set(value, (counts.get(value) ?? 0) + (keys.exact || read.has(idOf(it)) ? 1 : likely()))
}
return [name, { counts, exact: !unread.length }]
}
return Object.fromEntries(Object.keys(facets).map(of))
}
return { page, count, recount, tally }
}
return { ...index, fold, prepare, ask, record }
}
return { folder, inflate, preset, mix, key, bitReader, lookUp, decode, manifest, open }
})()
