// WCAG 2.2 A and AA as far as axe sees it: in light and dark, at 320 px, and in forced colours.
import axe from 'axe-core'
import { each } from '../browser.mjs'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const WIDE = { width: 1280, height: 900 }
// In the dark and in forced colours the page is the same but for its colours, so that only rules about colours are asked.
const MODES = {
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, size: WIDE },
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, size: WIDE, colours: true },
  '320 px': { media: { colorScheme: 'light', forcedColors: 'none' }, size: { width: 320, height: 640 } },
  'forced colours': { media: { colorScheme: 'dark', forcedColors: 'active' }, size: WIDE, colours: true },
}

export const checkAxe = (place, pages) => each(place, pages, {}, lookWithAxe)

// What axe says of the page that is open, as it is now.
export async function lookWithAxe(tab) {
  // Evaluated by the debugger, which the policy of the page does not bind.
  await tab.evaluate(axe.source)
  const faults = []
  for (const [mode, { media, size, colours }] of Object.entries(MODES)) {
    await tab.emulateMedia(media)
    await tab.setViewportSize(size)
    const found = await tab.evaluate(
      // Without preloading, axe asks the network for nothing.
      async ({ tags, colours }) => {
        const asked = window.axe.getRules(tags).filter((it) => !colours || it.tags.includes('cat.color'))
        const runOnly = { type: 'rule', values: asked.map((it) => it.ruleId) }
        return (await window.axe.run({ runOnly, resultTypes: ['violations'], preload: false })).violations
      },
      { tags: TAGS, colours },
    )
    for (const { id, nodes } of found) {
      for (const node of nodes) faults.push({ mode, kind: id, what: node.target.join(' '), detail: first(node) })
    }
  }
  await tab.emulateMedia({ colorScheme: null, forcedColors: null })
  return faults
}

const first = (node) => (node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''
