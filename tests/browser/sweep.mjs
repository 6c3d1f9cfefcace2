// Every page opened once: measured at three sizes and on paper, and its numbers read.
import { each } from './browser.mjs'
import { readNumbers } from './checks/counts.mjs'
import { lookAtPaper, PORTRAIT } from './checks/print.mjs'
import { bytesOfFrame, installNames, measure } from './probe.mjs'

export const SIZES = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 375, height: 812 },
  // 1280 × 1024 enlarged to 400 %, which is also the narrowest window asked for.
  zoomed: { width: 320, height: 256 },
}

// Measures by address and size; and what went wrong while pages were loaded.
export async function sweep(place, pages) {
  const measures = new Map()
  const network = await each(place, pages, {}, async (tab, page) => {
    await tab.evaluate(installNames)
    const found = { page, bytes: await tab.evaluate(bytesOfFrame, page.html) }
    for (const [name, size] of Object.entries(SIZES)) {
      await tab.setViewportSize(size)
      found[name] = await tab.evaluate(measure)
    }
    found.numbers = await tab.evaluate(readNumbers, place.site.base)
    await tab.setViewportSize(PORTRAIT)
    await tab.emulateMedia({ media: 'print' })
    found.paper = await tab.evaluate(lookAtPaper, { ...PORTRAIT, date: page.entry?.published })
    await tab.emulateMedia({ media: null })
    measures.set(page.address, found)
  })
  return { measures: [...measures.values()], network }
}
