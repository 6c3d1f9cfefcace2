// The page without a mouse: what the Tab key comes to, whether it is seen there, and whether what is folded opens.
import { each } from '../browser.mjs'
import { installNames } from '../probe.mjs'

const PHONE = { width: 375, height: 812 }
const MOST_STOPS = 1500

export async function checkKeyboard(place, pages) {
  const wide = await each(place, pages, {}, async (tab) => {
    await tab.evaluate(installNames)
    const walked = await walk(tab)
    return walked.some((it) => it.kind === 'first stop') ? walked : [...walked, ...(await skip(tab))]
  })
  const narrow = await each(place, pages, { viewport: PHONE }, async (tab, page) => {
    await tab.evaluate(installNames)
    // Entries differ little on a phone: those are walked that have something to scroll or to unfold.
    const walked = !page.entry || /tabindex="0"|<summary/.test(page.html) ? await walk(tab) : []
    return [...walked, ...(await menu(tab)), ...(await details(tab))].map((it) => ({ mode: '375 px', ...it }))
  })
  return [...wide, ...narrow]
}

// From the start of the page to its end, once.
async function walk(tab) {
  const wanted = await tab.evaluate(markStops)
  const faults = []
  for (let count = 0; ; count += 1) {
    await tab.keyboard.press('Tab')
    const stop = await tab.evaluate(lookAtStop)
    if (!stop || stop.again === 0) break
    if (count === 0 && !stop.skip) faults.push({ kind: 'first stop', what: `${stop.name} is no link to the main part` })
    if (stop.again !== null) {
      faults.push({ kind: 'trap', what: `${stop.name} is come to again before the page ends` })
      break
    }
    if (!stop.seen) faults.push({ kind: 'focus unseen', what: stop.name })
    if (!stop.inView) faults.push({ kind: 'focus out of view', what: stop.name })
    if (count === MOST_STOPS) faults.push({ kind: 'trap', what: `${MOST_STOPS} stops and no end` })
    if (count === MOST_STOPS) break
  }
  const missed = await tab.evaluate(() => window.stops.filter((it) => !window.visited.has(it)).map(nameOf))
  if (wanted === 0) faults.push({ kind: 'no stop', what: 'nothing can be reached' })
  return [...faults, ...missed.map((what) => ({ kind: 'never reached', what }))]
}

// Everything that must be reached, and nothing yet that was.
function markStops() {
  const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
  window.stops = [...document.querySelectorAll(all)].filter(
    (it) => !it.disabled && it.getAttribute('tabindex') !== '-1' && it.checkVisibility({ visibilityProperty: true }),
  )
  window.visited = new Map()
  // The walk begins where a page that was just opened begins.
  document.activeElement?.blur()
  getSelection().removeAllRanges()
  const start = document.createElement('span')
  start.tabIndex = -1
  document.body.prepend(start)
  start.focus()
  start.remove()
  return window.stops.length
}

function lookAtStop() {
  const it = document.activeElement
  if (!it || it === document.body || it === document.documentElement) return null
  const name = nameOf(it)
  if (window.visited.has(it)) return { name, again: window.visited.get(it) }
  window.visited.set(it, window.visited.size)
  const look = () => {
    const s = getComputedStyle(it)
    return [s.boxShadow, s.backgroundColor, s.borderColor, s.borderWidth, s.textDecoration, s.color].join()
  }
  const style = getComputedStyle(it)
  let seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1
  if (!seen) {
    const focused = look()
    it.blur()
    seen = look() !== focused
    it.focus({ focusVisible: true })
  }
  // A long link may be broken over lines; what scrolls may be higher than the window: one point seen is enough.
  const inView = [...it.getClientRects()].some((box) => {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth)
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight)
    if (right - left < 1 || bottom - top < 1) return false
    return [0.5, 0.1, 0.9].some((x) =>
      [0.5, 0.1, 0.9].some((y) => {
        const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
        return hit && (it.contains(hit) || hit.contains(it))
      }),
    )
  })
  const target = it.hash ? document.getElementById(decodeURIComponent(it.hash.slice(1))) : null
  return { name, again: null, seen, inView, skip: Boolean(target?.closest('main')) }
}

// The link to the main part takes the focus there.
async function skip(tab) {
  await tab.evaluate(markStops)
  await tab.keyboard.press('Tab')
  await tab.keyboard.press('Enter')
  await tab.keyboard.press('Tab')
  const at = await tab.evaluate(() => {
    const inside = document.querySelector('main a[href], main button, main input, main summary, main [tabindex="0"]')
    const it = document.activeElement
    return !inside || it.closest('main') ? null : nameOf(it)
  })
  return at ? [{ kind: 'skip link', what: `the stop after it is ${at}, outside of main` }] : []
}

// On a phone the bar of columns is folded to one link: the header has to lead on, besides to the home page.
async function menu(tab) {
  const shown = await tab.evaluate(() =>
    [...document.querySelectorAll('header a[href]:not(.brand a), nav a[href], summary')].some(
      (it) => it.checkVisibility() && !it.closest('main, .skip'),
    ),
  )
  return shown ? [] : [{ kind: 'menu', what: 'no navigation is shown, and the header leads to none' }]
}

// Every part that is folded opens by keyboard.
async function details(tab) {
  const faults = []
  for (const summary of await tab.locator('summary:visible').all()) {
    const state = () => summary.evaluate((it) => it.parentElement.open)
    const before = await state()
    await summary.focus()
    await tab.keyboard.press('Enter')
    if ((await state()) === before) faults.push({ kind: 'details', what: await summary.evaluate((it) => nameOf(it)) })
    await tab.keyboard.press('Enter')
  }
  return faults
}
