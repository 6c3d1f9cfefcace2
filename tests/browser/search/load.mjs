// The engine of the search as node runs it: the script of the theme, and `fetch` answered from files in memory.
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'

export function load(script, fetch = () => Promise.reject(new Error('no network'))) {
  const context = createContext({ fetch, TextDecoder, Blob, DecompressionStream, Response, console })
  runInContext(readFileSync(script, 'utf8'), context)
  return context.gongkaiSearch
}

// A server of `files`; `seen` counts what it was asked for.
export function server(files, { ranges = true, seen = { requests: 0, bytes: 0 }, missing = () => false } = {}) {
  return async (name, { headers = {} } = {}) => {
    const bytes = files.get(name)
    seen.requests += 1
    if (!bytes || missing(name)) return { ok: false, status: 404 }
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.Range ?? '') ?? []
    const part = ranges && headers.Range ? bytes.subarray(Number(from), Number(to) + 1) : bytes
    if (headers.Range && ranges && (Number(to) >= bytes.length || part.length === 0)) throw new Error(`range beyond ${name}`)
    let cancelled = false
    return {
      ok: true,
      status: ranges && headers.Range ? 206 : 200,
      body: { cancel: () => (cancelled = true) },
      arrayBuffer: async () => {
        if (cancelled) throw new Error('cancelled')
        seen.bytes += part.length
        return new Uint8Array(part).buffer
      },
    }
  }
}

// What brute force finds, in order: the ids of all documents that have every term.
export function brute(documents, terms, fold, filter = () => true) {
  const found = []
  documents.forEach((it, id) => {
    const fields = [...it.fields.slice(0, 4), it.fields.slice(4).join('\x01')].map((field) => fold(field))
    const zones = terms.map((term) => fields.findIndex((field) => field.includes(term)))
    if (zones.includes(-1) || !filter(it, id)) return
    found.push({ id, zone: Math.max(...zones), lapsed: it.lapsed ? 1 : 0 })
  })
  return found.sort((a, b) => a.zone - b.zone || a.lapsed - b.lapsed || b.id - a.id).map((it) => it.id)
}
