// What every command works with: the site, its server, and the browser.
import { launch } from './browser.mjs'
import { serve } from './server.mjs'
import { Site } from './site.mjs'

export function folderAsked() {
  const folder = process.argv[2] ?? process.env.SITE
  if (folder) return folder
  console.error('usage: node suite.mjs SITE, where SITE is the folder of a built site')
  process.exit(2)
}

export async function open(folder) {
  const site = new Site(folder)
  const server = await serve(site)
  const browser = await launch()
  const close = async () => {
    await browser.close()
    server.close()
  }
  return { site, server, browser, close }
}
