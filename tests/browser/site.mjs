// A built site's folder: its pages, the type of each, and the site's own data about its entries.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const list = (type, path) => [
  [type, new RegExp(`^${path}/index\\.html$`)],
  [`${type}, archive`, new RegExp(`^${path}/page/\\d+/index\\.html$`)],
  [`${type}, by time`, new RegExp(`^${path}/archive/(\\d+/)?index\\.html$`)],
]

// Every type of page that is no entry, by its address. The first that matches is taken.
const TYPES = [
  ['home', /^index\.html$/],
  ['not found', /^404\.html$/],
  ['catalogue', /^catalogue\/index\.html$/],
  ['catalogue, full', /^catalogue\/full\/index\.html$/],
  ['field', /^catalogue\/[^/]+\/index\.html$/],
  ...list('item', 'catalogue/[^/]+/[^/]+'),
  ...list('disclosure', 'disclosure/[^/]+'),
  ...list('facet', 'facet/[^/]+'),
  ...list('organisation', 'organisation/[^/]+'),
  ...list('year', 'year/[^/]+'),
  ...list('theme', 'theme/[^/]+'),
  ...list('documents', 'document(?:/(?!page|archive)[^/]+)?'),
  ['plan', /^plan\/[^/]+\/index\.html$/],
  ['project', /^project\/[^/]+\/index\.html$/],
  ['register', /^register\/[^/]+\/index\.html$/],
  ['accounts', /^account\/index\.html$/],
  ['institutions', /^institution\/index\.html$/],
  ['coverage', /^coverage\/index\.html$/],
  ['exceptions', /^exception\/index\.html$/],
  ['changes', /^changes\/index\.html$/],
  ['websites', /^website\/index\.html$/],
  ['search', /^search\/index\.html$/],
  ['map', /^map\/index\.html$/],
]

function files(folder) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
  return all.map((it) => relative(folder, join(it.parentPath ?? it.path, it.name)).split(sep).join('/')).sort()
}

// Elements with their classes and roles: what a page is built of.
function shapes(html) {
  const found = new Set()
  for (const [, tag, rest] of html.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/g)) {
    found.add(tag)
    for (const word of (/\sclass="([^"]*)"/.exec(rest)?.[1] ?? '').split(/\s+/)) if (word) found.add(`${tag}.${word}`)
    for (const [, name] of rest.matchAll(/\s(role|popover|tabindex|hidden|open)\b/g)) found.add(`${tag}[${name}]`)
  }
  return found
}

export class Site {
  constructor(folder) {
    this.folder = folder
    const all = files(folder)
    const json = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
    this.index = json('api/v1/index.json')
    // The page for wrong addresses is shown at any of them, and so names others from the root of the host.
    this.base = new URL(this.index.url).pathname
    this.entries = all.filter((it) => /^api\/v1\/entries\/.*\.json$/.test(it)).flatMap((it) => json(it).entries)
    this.catalogue = json('api/v1/catalogue.json')
    // What stands at old addresses: tombstones are looked at, a way on is left at once.
    const old = all.includes('api/v1/addresses.json') ? json('api/v1/addresses.json') : { redirects: [], gone: [] }
    const file = (it) => it.replace(/^\//, '').replace(/\/$/, '/index.html')
    const moved = new Set(old.redirects.map((it) => file(it.from)))
    const gone = new Set(old.gone.map((it) => file(it.address)))
    const entries = new Map(this.entries.map((it) => [this.address(it.url), it]))
    this.pages = all.filter((it) => it.endsWith('.html') && !moved.has(it)).map((address) => {
      const html = readFileSync(join(folder, address), 'utf8')
      const entry = entries.get(address)
      const type = entry ? `entry, ${entry.kind}` : TYPES.find(([, path]) => path.test(address))?.[0] ?? (gone.has(address) ? 'gone' : undefined)
      return { address, html, entry, type, shapes: shapes(html) }
    })
    this.styles = all.filter((it) => it.endsWith('.css'))
    this.scripts = all.filter((it) => /\.m?js$/.test(it))
  }

  // The file of a page, from its public address.
  address(url) {
    const path = decodeURI(url.startsWith(this.index.url) ? url.slice(this.index.url.length) : url)
    return path === '' || path.endsWith('/') ? `${path}index.html` : path
  }

  page(address) {
    return this.pages.find((it) => it.address === address)
  }

  // One page of every type, then more until each element and class that any page has is on one of them.
  get chosen() {
    const missing = new Set(this.pages.flatMap((it) => [...it.shapes]))
    const chosen = []
    const worth = (page) => [...page.shapes].filter((it) => missing.has(it)).length
    const take = (pages) => {
      const best = pages.reduce((a, b) => (worth(b) > worth(a) ? b : a))
      best.shapes.forEach((it) => missing.delete(it))
      if (!chosen.includes(best)) chosen.push(best)
    }
    for (const type of this.types) take(this.pages.filter((it) => it.type === type))
    while (missing.size) take(this.pages)
    return chosen
  }

  get types() {
    return [...new Set(this.pages.map((it) => it.type))]
  }

  // Types that are known and not in this site.
  get absent() {
    return TYPES.map(([type]) => type).filter((it) => !this.types.includes(it))
  }
}
