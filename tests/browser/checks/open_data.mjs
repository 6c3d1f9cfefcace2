// The open data: data.jsonld, read as RDF by a JSON-LD processor, against the shapes beside this folder, by a SHACL validator.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import Validator from 'rdf-validate-shacl'

const SHAPES = fileURLToPath(new URL('../shapes.ttl', import.meta.url))
const ADDRESS = 'data.jsonld'
const name = (term) => term?.value.split(/[#/]/).at(-1)

// Faults of `text`. Nothing is asked of another host.
export async function openDataFaults(text) {
  const documentLoader = (url) => Promise.reject(new Error(`asks ${url}`))
  const quads = await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads', documentLoader, safe: true })
  const data = new Store(new Parser({ format: 'N-Quads' }).parse(quads))
  const shapes = new Store(new Parser().parse(readFileSync(SHAPES, 'utf8')))
  const report = await new Validator(shapes).validate(data)
  return report.results.map((it) => ({ kind: name(it.sourceConstraintComponent), page: ADDRESS, what: `${name(it.path) ?? ''} of ${it.focusNode?.value}`, detail: name(it.value) }))
}

export const openData = (site) => readFileSync(join(site.folder, ADDRESS), 'utf8')
