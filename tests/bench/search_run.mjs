// Somebody searches a built site, behind nginx on loopback, in Chromium, with the keyboard: what was typed, what the page said, what it
// cost. Prints Markdown.
//
//   node tests/bench/search_run.mjs SITE > docs/en/search-run.md
//
// The words are those of the sample. Needs nginx, Chromium and the packages of tests/browser.
import { join, resolve } from 'node:path'
import { launch } from '../browser/browser.mjs'
import { nginx } from './nginx.mjs'

const folder = resolve(process.argv[2])
const server = await nginx(folder)
const browser = await launch()
const rows = []
let seen = []

async function fresh(options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const tab = await context.newPage()
  tab.on('response', (reply) => seen.push(reply))
  return tab
}

// What the page says once it has come to rest, and how many requests and bytes that took since the last time.
async function note(tab, what) {
  await tab.waitForLoadState('networkidle')
  const told = tab.locator('#told')
  if (await told.count()) {
    const loading = await tab.locator('#found').getAttribute('data-loading')
    await tab.waitForFunction((loading) => document.querySelector('#told').value !== loading, loading)
    await tab.waitForLoadState('networkidle')
  }
  const sizes = await Promise.all(seen.map(async (it) => (await it.request().sizes().catch(() => ({ responseBodySize: 0 }))).responseBodySize))
  // What is taken from the cache has no body, and a 304 none of a length.
  const [requests, bytes] = [seen.length, sizes.reduce((a, b) => a + Math.max(0, b), 0)]
  seen = []
  const hits = await tab.locator('#found .rows li > span a').allTextContents()
  const titles = hits.length ? hits : await tab.locator('#found a').allTextContents()
  const said = (await told.count()) ? await told.textContent() : await tab.title()
  rows.push({ what, address: decodeURIComponent(tab.url().replace(server.url, '/')), said, titles, requests, bytes })
}

async function type(tab, words) {
  await tab.locator('main [name=q], header [name=q]').first().fill(words)
  await tab.keyboard.press('Enter')
  await tab.waitForURL(/[?]q=|content/)
}

try {
  const tab = await fresh()
  await tab.goto(`${server.url}index.html`)
  await note(tab, 'opens the home page')
  for (const [words, why] of [
    ['扶持资金', 'types into the box of the home page: the first search of a visit'],
    ['招商', 'searches again'],
    ['2018年 部门预算', 'two words'],
    ['补', 'one character'],
    ['政務公開', 'traditional characters'],
    ['２０１８年部门预算', 'full-width figures'],
    ['怎么申请扶持资金？', 'a question'],
    ['20000', 'an amount, written otherwise than in the text'],
    ['公开鿿鿾', 'what is nowhere'],
  ]) {
    await type(tab, words)
    await note(tab, `${why}: “${words}”`)
  }
  await type(tab, '公开')
  await note(tab, 'a broad word: “公开”')
  await tab.locator('#found .pager a').last().click()
  await tab.waitForURL(/page=2/)
  await note(tab, 'turns the page')
  await tab.locator('#found .facets a[href*="kind="]').first().click()
  await tab.waitForURL(/kind=/)
  await note(tab, 'narrows it to the first kind')
  await tab.goBack()
  await note(tab, 'goes back')
  const phone = await fresh({ viewport: { width: 375, height: 812 } })
  await phone.goto(`${server.url}search/index.html?q=${encodeURIComponent('扶持资金')}`)
  await note(phone, 'opens the same search on a phone')
  const plain = await fresh({ javaScriptEnabled: false })
  await plain.goto(`${server.url}search/index.html`)
  const ways = await plain.locator('#ways a').count()
  seen = []
  rows.push({ what: 'opens the page without script', address: '/search/index.html', said: await plain.locator('noscript').textContent(), titles: [`${ways} ways lead on`], requests: '', bytes: NaN })
  const local = await fresh()
  await local.goto(`file://${join(folder, 'search/index.html')}?q=${encodeURIComponent('公开')}`)
  const told = await local.locator('#told').textContent()
  rows.push({ what: 'opens the page from a folder', address: 'file:', said: told, titles: [], requests: '', bytes: NaN })
} finally {
  await browser.close()
  server.stop()
}
console.log(`# A search, recorded

What \`node tests/bench/search_run.mjs public\` saw of the sample in Chromium, behind nginx on loopback: each step, what the page said, the first titles or what it offered instead, requests and
kilobytes since the step before, pages and styles among them. Nothing is kept by hand.

| step | address | what is said | first found or offered | requests | kB |
| --- | --- | --- | --- | ---: | ---: |
${rows.map((it) => `| ${it.what} | \`${it.address}\` | ${it.said} | ${it.titles.slice(0, 2).join('；')} | ${it.requests} | ${Number.isNaN(it.bytes) ? '' : (it.bytes / 1000).toFixed(1)} |`).join('\n')}`)
