// The search as readers use it: a box on every page, and on its own page what is found, in order, whatever server sends it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installNames, measure } from '../probe.mjs'
import { brute, load } from '../search/load.mjs'
import { checkAgainstBrute, checkParts, foldFaults, vectors } from '../search/unit.mjs'
import { serve } from '../server.mjs'
import { lookWithAxe } from './axe.mjs'

const VECTORS = fileURLToPath(new URL('../../search/fold.txt', import.meta.url))
const ROOT = 'search/'
// A machine that builds besides is slow.
const PATIENCE = 60_000

export async function checkSearch(place, pages) {
  const faults = []
  const fault = (what, detail, page = 'search/index.html') => faults.push({ kind: 'search', page, what, detail })
  for (const it of pages) {
    const boxes = it.html.match(/<form role="search" action="[^"]*index\.html"|<form role="search" action="\/[^"]*\/"/g) ?? []
    if (boxes.length !== 1) fault('boxes on a page', boxes.length, it.address)
  }
  const page = pages.find((it) => it.type === 'search')
  if (!page) return faults
  const named = place.site.scripts.find((it) => it.includes('search-engine') && page.html.includes(it))
  if (!named) return [...faults, { kind: 'search', page: page.address, what: 'no script' }]
  const script = join(place.site.folder, named)
  // A page by itself has a fault planted, which the engine does not see.
  if (pages.length > 1) faults.push(...checkParts(load(script)), ...(await checkAgainstBrute(script, 12)))
  const context = await place.browser.newContext({ viewport: { width: 1280, height: 900 } })
  const tab = await context.newPage()
  tab.on('console', (it) => ['error', 'warning'].includes(it.type()) && fault('console', it.text()))
  tab.on('pageerror', (it) => fault('script', it.message))
  const user = new User(tab, place.server)
  try {
    if (existsSync(join(place.site.folder, ROOT, 'index.bin'))) await use(place, user, script, fault)
    else fault('no index', 'search/index.bin')
    await asFile(user, place.site.folder, page.address, fault)
    await asOld(user, fault)
  } catch (error) {
    fault('breaks off', error.message.split('\n')[0])
  }
  await context.close()
  return faults
}

// Somebody with a browser who looks for something.
class User {
  constructor(tab, server) {
    this.tab = tab
    this.server = server
  }

  async find(query, more = '') {
    await this.tab.goto(`${this.server.url({ address: ROOT })}?q=${encodeURIComponent(query)}${more}`)
    return this.settled()
  }

  // What the page says when it has come to rest.
  async settled() {
    await this.tab.waitForFunction(() => {
      const told = document.querySelector('#told')
      return !told || (told.value && told.value !== document.querySelector('#found').dataset.loading)
    }, null, { timeout: PATIENCE })
    await this.tab.waitForLoadState('networkidle')
    return this.tab.locator('#told').textContent({ timeout: PATIENCE })
  }

  titles() {
    return this.tab.locator('#found .rows li > span a').allTextContents()
  }
}

async function use(place, user, script, fault) {
  const { site, server } = place
  const { tab } = user
  const fetch = async (name) => {
    const file = join(site.folder, ROOT, name)
    const bytes = existsSync(file) && readFileSync(file)
    return { ok: Boolean(bytes), status: bytes ? 200 : 404, arrayBuffer: async () => new Uint8Array(bytes).buffer, body: { cancel() {} } }
  }
  const index = await load(script, fetch).open('')
  await index.prepare('臺')
  foldFaults(index.fold, vectors(VECTORS)).forEach((it) => fault(`${it.kind} ${it.what}`, it.detail))
  const all = await Promise.all(Array.from({ length: index.documents }, (_, id) => index.record(id)))
  const lapsed = new Set()
  for (const it of index.tiers) for (let at = 0; at < it.documents; at += 1) if ((it.lapsed[at >> 3] >> (at & 7)) & 1) lapsed.add(it.base + at)
  const documents = all.map((it) => ({ ...it, lapsed: lapsed.has(it.id) }))
  const entries = new Map(site.entries.map((it) => [site.address(it.url), it]))
  const missing = [...entries.keys()].filter((address) => !documents.some((it) => it.address === `/${address}` || `${it.address}index.html` === `/${address}`))
  if (missing.length) fault('entries are not in the index', missing.slice(0, 3).join(' '))
  const right = (query, filter) => brute(documents, query.split(' ').map((it) => index.fold(it)), index.fold, filter).map((id) => documents[id])
  const number = (text) => Number(/\d+/.exec(text)?.[0])

  // What is found, in order, page by page.
  for (const query of ['公开', '扶持资金', '的', '2018年', '供水 服务', '第一条']) {
    const wanted = right(query)
    const told = await user.find(query)
    if (wanted.length && !told.includes(String(wanted.length)) && !told.includes('约')) fault(`“${query}” is counted wrong`, `${told}, not ${wanted.length}`)
    const titles = await user.titles()
    if (titles.join('|') !== wanted.slice(0, 10).map((it) => it.fields[1]).join('|')) fault(`“${query}” is in the wrong order`, `${titles.slice(0, 3).join(' ')}, not ${wanted.slice(0, 3).map((it) => it.fields[1]).join(' ')}`)
    if (wanted.length > 20) {
      await tab.locator('#found .pager a').last().click()
      await user.settled()
      await tab.waitForFunction(() => location.search.includes('page=2') && document.querySelector('#found .rows'))
      const second = await user.titles()
      if (second.join('|') !== wanted.slice(10, 20).map((it) => it.fields[1]).join('|')) fault(`“${query}” has another second page`, second.slice(0, 3).join(' '))
      if (!(await tab.evaluate(() => document.activeElement?.id === 'found'))) fault('no focus on new results')
      await tab.goBack()
      await user.settled()
      if ((await user.titles()).join('|') !== titles.join('|')) fault('going back shows something else')
    }
  }

  // A filter, its address, and the way back.
  await user.find('公开')
  const kind = tab.locator('#found .facets a[href*="kind="]').first()
  const named = await kind.textContent()
  await kind.click()
  const filtered = number(await user.settled())
  const own = right('公开', (it) => index.kinds[it.kind][1] === named)
  if (filtered !== own.length || !new URL(tab.url()).searchParams.has('kind')) fault('a filter counts wrong', `${filtered}, not ${own.length} of ${named}`)
  await tab.locator('#found .facets a[aria-current]').click()
  if (number(await user.settled()) !== right('公开').length) fault('a filter cannot be taken away')

  // Numbers in any brackets lead to their entry.
  const one = site.entries.find((it) => it.document_number && right(it.document_number, (hit) => hit.fields[0].includes(it.document_number)).length === 1)
  for (const brackets of ['〔〕', '[]', '()', '（）', '【】', ['', '']]) {
    await user.tab.goto(`${server.url({ address: ROOT })}?q=${encodeURIComponent(one.document_number.replace('〔', brackets[0]).replace('〕', brackets[1]))}`)
    await tab.waitForURL(`**/${site.address(one.url)}`, { timeout: PATIENCE }).catch(() => fault('a number does not lead to its entry', brackets.toString()))
  }
  await user.tab.goto(`${server.url({ address: ROOT })}?q=${encodeURIComponent(one.index_number)}`)
  await tab.waitForURL(`**/${site.address(one.url)}`, { timeout: PATIENCE }).catch(() => fault('an index number does not lead to its entry'))

  // Words that only ask, synonyms, and nothing found.
  await user.find('供水怎么办理？')
  if (!(await tab.locator('#found').textContent()).includes('怎么办理')) fault('what is set aside is not said')
  if (index.synonyms.length) {
    const [said, official] = index.synonyms[0]
    await user.find(said)
    if (!(await tab.locator('#found p a').allTextContents()).includes(official)) fault('no synonym is offered', said)
  }
  const amount = documents.map((it) => /\d{1,3}(,\d{3})+/.exec(it.fields.join('\x01'))?.[0]).find(Boolean)
  if (!amount || number(await user.find(amount)) !== right(amount).length) fault('a number with marks is not found as it is written', amount)
  const plain = amount.replaceAll(',', '')
  if (!right(plain).length) {
    await user.find(plain)
    if (!(await tab.locator('#found a').allTextContents()).some((it) => it.includes(amount))) fault('the other writing of a number is not offered', plain)
  }
  const none = await user.find('公开鿿鿾')
  if (!none.includes('没有') || !(await tab.locator('#found a').allTextContents()).some((it) => it.includes('公开'))) fault('nothing less is offered', none)

  // From the box of another page, by keyboard alone.
  await tab.goto(server.url({ address: 'catalogue/index.html' }))
  await tab.locator('header [name=q]').focus()
  await tab.keyboard.type('公开')
  await tab.keyboard.press('Enter')
  if (number(await user.settled()) !== right('公开').length) fault('the box of a page finds something else')
  await tab.locator('[name=q]').fill('供水')
  await tab.keyboard.press('Enter')
  await tab.waitForFunction(() => new URLSearchParams(location.search).get('q') === '供水')
  await user.settled()
  if ((await user.titles()).join('|') !== right('供水').slice(0, 10).map((it) => it.fields[1]).join('|')) fault('a second search finds something else')

  // For who cannot see, on a phone, at 400 %.
  for (const query of ['公开', '公开鿿鿾', '供水怎么办理']) {
    await user.find(query)
    await tab.evaluate(() => document.querySelectorAll('details').forEach((it) => (it.open = true)))
    for (const it of await lookWithAxe(tab)) fault(`${it.mode} ${it.kind} ${it.what}`, it.detail)
    await tab.evaluate(installNames)
    for (const width of [375, 320]) {
      await tab.setViewportSize({ width, height: 800 })
      const { overflow, wide, sizes } = await tab.evaluate(measure)
      if (overflow > 0) fault('wider than a phone', wide.slice(0, 3).join(' '))
      for (const it of sizes) if (width === 375 && it.small < 43.9) fault(`below 44 px: ${it.name}`, it.small.toFixed(1))
    }
    await tab.setViewportSize({ width: 1280, height: 900 })
  }

  // A server that sends files whole, and one that has been given a new site since.
  const whole = await serve(site, {}, false)
  if (number(await new User(tab, whole).find('扶持资金')) !== right('扶持资金').length) fault('without ranges something else is found')
  whole.close()
  let first = true
  await tab.route('**/search/tables.*', (route) => {
    const gone = first
    first = false
    return gone ? route.fulfill({ status: 404, body: '' }) : route.continue()
  })
  tab.removeAllListeners('console')
  if (number(await user.find('扶持资金')) !== right('扶持资金').length || first) fault('a new site is not noticed')
  await tab.unrouteAll()
}

// From a folder browsers read nothing: the page says why, and leads on.
async function asFile({ tab }, folder, address, fault) {
  tab.removeAllListeners('console')
  await tab.goto(`file://${join(folder, address)}?q=${encodeURIComponent('公开')}`)
  const told = await tab.locator('#told').textContent({ timeout: PATIENCE })
  if (!told || !(await tab.locator('#ways a').first().isVisible())) fault('from a folder nothing is said', told)
}

// A browser that cannot unpack the index is told so.
async function asOld({ tab, server }, fault) {
  await tab.addInitScript(() => delete globalThis.DecompressionStream)
  await tab.goto(`${server.url({ address: ROOT })}?q=${encodeURIComponent('公开')}`)
  const wanted = await tab.locator('#found').getAttribute('data-old')
  await tab.waitForFunction((wanted) => document.querySelector('#told').value === wanted, wanted, { timeout: PATIENCE })
    .catch(async () => fault('an old browser is not told', await tab.locator('#told').textContent()))
}
