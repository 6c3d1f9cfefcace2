// A small index in the format of docs/en/search.md, made slowly and plainly, so that the engine is tried without the compiler and on
// every shape that a site of any size has.
import { deflateRawSync, deflateSync } from 'node:zlib'

const TRIPLE = new Set('0123456789abcdefghijklmnopqrstuvwxyz[].一二三四五六七八九十百零〇第条')
const HOT_FROM = 2048
const HOT_BYTES = 64

export function varint(number) {
  const out = []
  for (; number > 127; number = Math.floor(number / 128)) out.push((number % 128) + 128)
  return [...out, number]
}

const u32 = (number) => [number & 255, (number >>> 8) & 255, (number >>> 16) & 255, number >>> 24]

// Strings of '0' and '1'.
const plain = (value, width) => (width ? (value % 2 ** width).toString(2).padStart(width, '0') : '')
const ones = (value, width) => '1'.repeat(Math.floor(value / 2 ** width)) + '0'

export function gamma(number) {
  const width = number.toString(2).length - 1
  return '1'.repeat(width) + '0' + plain(number, width)
}

// The codes of ascending `numbers` below `all`, one each.
export function rice(numbers, all) {
  const mean = Math.floor((all * 69) / (numbers.length * 100))
  const width = mean ? mean.toString(2).length - 1 : 0
  return numbers.map((it, at) => {
    const gap = it - (at ? numbers[at - 1] + 1 : 0)
    return ones(gap, width) + plain(gap, width)
  })
}

export const bytesOf = (bits) => (bits.match(/.{1,8}/g) ?? []).map((it) => parseInt(it.padEnd(8, '0'), 2))

// FNV, which is as good as any for names.
const hash = (bytes) => bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0, 0x811c9dc5)
const hex = (number) => number.toString(16).padStart(8, '0')

// All keys of a folded field.
function keysOf(text) {
  const keys = new Set()
  for (let at = 0; at < text.length; at += 1) {
    for (let n = 1; n <= 3 && at + n <= text.length; n += 1) {
      const part = text.slice(at, at + n)
      if (part.includes('\x01')) break
      if (n < 3 || [...part].filter((it) => TRIPLE.has(it)).length > 1) keys.add(part)
    }
  }
  return keys
}

// `documents` in order: { address, day, kind, organisation, lapsed, fields: [numbers, title, summary, text, …'title U+2 text'] }.
// `shape` says where tiers begin, and bits, packs, shard and lengths of each. Answers the files by name.
export function build(documents, { tiers, kinds, organisations, synonyms = [], pairs = '', engine }) {
  const files = new Map()
  const fold = engine.folder(pairs)
  const frequency = new Map()
  for (const it of documents) for (const unit of it.fields.join('')) frequency.set(unit, (frequency.get(unit) ?? 0) + 1)
  // Some characters have no rank, and are escaped.
  const ranks = [...frequency].filter(([it]) => pairs.indexOf(it) % 2).filter(([it, n]) => it.length === 1 && (n > 1 || /[一-龟]/.test(it))).sort((a, b) => b[1] - a[1]).map((it) => it[0])
  const rankOf = new Map(ranks.map((it, at) => [it, at]))
  const code = (text) => {
    const out = []
    for (let at = 0; at < text.length; at += 1) {
      const rank = rankOf.get(text[at])
      const unit = text.charCodeAt(at)
      if (rank === undefined || rank >= 200 + 55 * 256) out.push(255, unit >> 8, unit & 255)
      else if (rank < 200) out.push(rank)
      else out.push(200 + ((rank - 200) >> 8), (rank - 200) & 255)
    }
    return out
  }
  const dictionary = Buffer.from(code(documents.slice(0, 4).map((it) => it.fields[3] ?? '').join('')).slice(0, 32768))
  const utf8 = (text) => Buffer.from(text)
  const utf16 = (text) => Buffer.from(text, 'utf16le')
  const characters = utf16(ranks.join(''))
  const tables = deflateSync(Buffer.concat([Buffer.from(u32(characters.length)), characters, dictionary]))
  const folds = deflateSync(utf16(pairs))
  files.set(`tables.${hex(hash(tables))}.bin`, tables)
  files.set(`folds.${hex(hash(folds))}.bin`, folds)

  const binary = []
  const told = tiers.map((tier, number) => {
    const own = documents.slice(tier.base, tiers[number + 1]?.base ?? documents.length)
    const n = own.length
    const { bits, packs, shard, lengths } = tier
    const bitmap = (of) => {
      const out = new Array(Math.ceil(n / 8)).fill(0)
      own.forEach((it, at) => of(it) && (out[at >> 3] |= 1 << (at & 7)))
      return out
    }
    binary.push(...bitmap((it) => it.lapsed))
    if (bits >= 0) {
      const lists = new Map()
      own.forEach((it, id) => {
        const zones = new Map()
        const fields = [...it.fields.slice(0, 4), it.fields.slice(4).join('\x01')]
        fields.forEach((field, zone) => {
          for (const key of keysOf(fold(field))) if (!zones.has(key)) zones.set(key, zone)
        })
        for (const [key, zone] of zones) {
          const [h, kind] = engine.key(key)
          const name = h * 2 + kind
          if (!lists.has(name)) lists.set(name, { h, kind, zones: [[], [], [], [], []] })
          const list = lists.get(name).zones[zone]
          if (list[list.length - 1] !== id) list.push(id)
        }
      })
      const buckets = Array.from({ length: 2 ** bits }, () => [])
      for (const { h, kind, zones } of lists.values()) {
        // Trigrams that collide: of two zones the better.
        const seen = new Set()
        const clean = zones.map((ids) => [...new Set(ids)].sort((a, b) => a - b).filter((id) => !seen.has(id) && seen.add(id)))
        buckets[bits ? h >>> (32 - bits) : 0].push({ fp: ((h << bits) >>> bits) * 2 + kind, zones: clean })
      }
      const inPack = 2 ** (bits - packs)
      const inlineLengths = []
      const packHashes = []
      for (let pack = 0; pack < 2 ** packs; pack += 1) {
        const inline = []
        const hot = []
        for (const bucket of buckets.slice(pack * inPack, (pack + 1) * inPack)) {
          const start = inline.length
          bucket.sort((a, b) => a.fp - b.fp)
          const marks = rice(bucket.map((it) => it.fp), 2 ** (33 - bits))
          const keys = bucket.map(({ zones }, at) => {
            const used = zones.filter((it) => it.length)
            const lists = used.flatMap((it) => rice(it, n)).join('')
            const counts = used.map((it) => gamma(it.length)).join('')
            const bytes = bytesOf(lists)
            const isHot = bytes.length > HOT_BYTES && n > (tier.hotFrom ?? HOT_FROM)
            const form = used.length === 1 && zones[3].length && !isHot ? '0' : '1' + (isHot ? '1' : '0') + zones.map((it) => (it.length ? '1' : '0')).join('')
            if (!isHot) return marks[at] + form + counts + lists
            const place = gamma(hot.length + 1) + gamma(bytes.length)
            hot.push(...bytes)
            return marks[at] + form + counts + place
          })
          if (keys.length) inline.push(...bytesOf(gamma(keys.length) + keys.join('')))
          while ((inline.length - start) % 32) inline.push(0)
          inlineLengths.push((inline.length - start) / 32)
        }
        const bytes = Buffer.from([...inline, ...hot])
        packHashes.push(hash(bytes))
        files.set(`${number}/p${pack}.${hex(hash(bytes))}.bin`, bytes)
      }
      binary.push(...inlineLengths.flatMap(varint), ...packHashes.flatMap(u32))
    }
    const streams = own.map((it) => {
      const head = [it.address, it.day, it.kind, it.organisation].join('\x02')
      const bytes = Buffer.from(code([head, ...it.fields].join('\x01')))
      const check = deflateSync(Buffer.concat([dictionary, bytes]), { level: 0 }).subarray(-4)
      return Buffer.concat([deflateRawSync(bytes, { dictionary }), check])
    })
    const shardHashes = []
    for (let at = 0; at < n; at += shard) {
      const some = streams.slice(at, at + shard)
      const bytes = Buffer.concat([Buffer.from(lengths ? [] : some.flatMap((it) => u32(it.length))), ...some])
      shardHashes.push(hash(bytes))
      files.set(`${number}/r${at / shard}.${hex(hash(bytes))}.bin`, bytes)
    }
    binary.push(...shardHashes.flatMap(u32))
    if (lengths) binary.push(...streams.flatMap((it) => varint(it.length)))
    const columns = deflateSync(
      Buffer.from([
        ...own.map((it) => it.kind),
        ...own.map((it) => it.organisation & 255),
        ...own.map((it) => it.organisation >> 8),
        ...bitmap((it) => it.fields.length > 4),
      ]),
    )
    // The tail is read whole, and has none.
    if (bits >= 0) files.set(`${number}/c.${hex(hash(columns))}.bin`, columns)
    return { base: tier.base, documents: n, bits, packs, shard, lengths, columns: bits < 0 ? '00000000' : hex(hash(columns)) }
  })
  const years = []
  documents.forEach((it, at) => {
    const year = Number(it.day.slice(0, 4))
    if (year && years[years.length - 1]?.[0] !== year) years.push([year, at])
  })
  const json = utf8(JSON.stringify({ format: 3, tables: hex(hash(tables)), folds: hex(hash(folds)), documents: documents.length, kinds, organisations, years, synonyms, tiers: told }))
  files.set('index.bin', deflateSync(Buffer.concat([Buffer.from(u32(json.length)), json, Buffer.from(binary)])))
  return files
}
