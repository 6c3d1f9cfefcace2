// Every page is of a type that the suite knows, so that a new one is looked at too.
export function checkTypes(site) {
  const unknown = site.pages.filter((it) => !it.type).map((it) => ({ kind: 'unknown type', page: it.address, what: it.address }))
  const lost = site.entries
    .filter((it) => !site.page(site.address(it.url)))
    .map((it) => ({ kind: 'no page', page: it.url, what: `${it.title} is in the JSON only` }))
  return [...unknown, ...lost]
}
