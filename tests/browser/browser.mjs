// One Chromium, and work on many pages in it at once, each worker in a context of its own.
import { accessSync, constants } from 'node:fs'
import { availableParallelism } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      try {
        accessSync(join(folder, name), constants.X_OK)
        return join(folder, name)
      } catch {}
    }
  }
  throw new Error('no Chromium is installed; the variable CHROMIUM may name one')
}

// A machine that builds besides is slow, and no check is about time.
const PATIENCE = 120_000

export const launch = () => chromium.launch({ executablePath: executable(), timeout: PATIENCE, args: ['--font-render-hinting=none'] })

const WORKERS = Math.max(2, availableParallelism()) + 1

// Whether the site's pages behave: requests elsewhere, answers that are none, violations of the policy, errors.
function watch(page, origin) {
  const seen = []
  page.on('request', (it) => {
    if (!it.url().startsWith(`${origin}/`) && !it.url().startsWith('data:')) seen.push(`request ${it.url()}`)
  })
  page.on('response', (it) => {
    if (it.status() >= 400) seen.push(`${it.status()} ${it.url().slice(origin.length)}`)
  })
  page.on('pageerror', (it) => seen.push(`error ${it.message}`))
  page.on('console', (it) => {
    if (['error', 'warning'].includes(it.type())) seen.push(`console ${it.text()}`)
  })
  return seen
}

// Does `work(tab, page)` for every page, and brings together the faults it returns; `page` is a page of the site, `tab` one of
// the browser that shows it.
export async function each({ browser, server }, pages, options, work) {
  const left = [...pages]
  const faults = []
  const worker = async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    const tab = await context.newPage()
    tab.setDefaultTimeout(PATIENCE)
    const seen = watch(tab, server.origin)
    for (let page = left.shift(); page; page = left.shift()) {
      await tab.setViewportSize(options?.viewport ?? { width: 1280, height: 900 })
      await tab.goto(server.url(page), { waitUntil: 'load' })
      const found = (await work(tab, page)) ?? []
      faults.push(...found.map((it) => ({ page: page.address, ...it })))
      faults.push(...seen.splice(0).map((what) => ({ page: page.address, kind: 'network', what })))
    }
    await context.close()
  }
  await Promise.all(Array.from({ length: Math.min(WORKERS, pages.length) }, worker))
  return faults.sort((a, b) => (a.page < b.page ? -1 : a.page > b.page ? 1 : 0))
}
