// Which entries the site's own data put on each list.

// By the folder a list's front page lies in, the entries that belong there.
export function lists(site) {
  const found = new Map()
  const put = (folder, entry) => found.set(folder, (found.get(folder) ?? new Set()).add(site.address(entry.url)))
  const themes = themesByTitle(site)
  for (const it of site.entries) {
    it.items.forEach((id) => put(`catalogue/${id}`, it))
    it.disclosure.forEach((key) => put(`disclosure/${key}`, it))
    it.facet.forEach((key) => put(`facet/${key}`, it))
    put(`organisation/${it.organisation}`, it)
    put(`year/${it.published.slice(0, 4)}`, it)
    const theme = it.theme && themes.get(it.theme.split('\\')[0])
    if (theme) put(theme, it)
    const binds = it.document_class && it.document_class !== 'other'
    if (it.kind !== 'document' && !binds) continue
    if (['lapsed', 'repealed'].includes(it.validity)) {
      put('document/ended', it)
      continue
    }
    put('document', it)
    if (binds) put(`document/${it.document_class}`, it)
  }
  for (const { id } of site.catalogue.items) if (!found.has(`catalogue/${id}`)) found.set(`catalogue/${id}`, new Set())
  return found
}

// Addresses of themes are numbers of the official list; the data name themes by title only.
function themesByTitle(site) {
  const fronts = site.pages.filter((it) => it.type === 'theme')
  return new Map(fronts.map((it) => [/<h1[^>]*>([^<]*)<\/h1>/.exec(it.html)[1].trim(), folder(it.address)]))
}

// The list that a page belongs to: its front page, or an archive page of it.
export const folder = (address) => address.replace(/(\/(page\/\d+|archive(\/\d+)?))?\/index\.html$/, '')
