// Without script the site says the same; with it, nothing leaves the origin and nothing breaks the policy of the page.
import { each } from '../browser.mjs'

// What is pressed or filled in may come and go with script; what is said may not.
function words() {
  const page = document.body.cloneNode(true)
  page.querySelectorAll('form, button, input, select, output, script, noscript').forEach((it) => it.remove())
  return page.textContent.replace(/\s+/g, ' ').trim()
}

export async function checkScript(place, pages) {
  const without = new Map()
  const faults = await each(place, pages, { javaScriptEnabled: false }, async (tab, page) => {
    without.set(page.address, await tab.evaluate(words))
  })
  const others = await each(place, pages, {}, async (tab, page) => {
    const shown = await tab.evaluate(words)
    const plain = without.get(page.address)
    if (shown === plain) return []
    let at = 0
    while (shown[at] === plain[at]) at += 1
    return [{ kind: 'text', what: `“${shown.slice(at, at + 40)}” without script is “${plain.slice(at, at + 40)}”` }]
  })
  return [...faults, ...others]
}
