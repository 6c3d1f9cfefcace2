// The built site as a browser shows it: `node suite.mjs SITE`. Each check is a function that returns faults; what is known and
// to be mended, and what is bounded, stands in limits.json.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { budgets } from './budgets.mjs'
import { checkCounts } from './checks/counts.mjs'
import { checkTargets } from './checks/layout.mjs'
import { openData, openDataFaults } from './checks/open_data.mjs'
import { checks } from './faults.mjs'
import { hold, holdFaults, limits } from './limits.mjs'
import { folderAsked, open } from './place.mjs'
import { plants, tryPlant } from './plants.mjs'

const folder = folderAsked()
const place = await open(folder)
after(() => place.close())
const all = checks(place)
const names = Object.keys(all).filter((it) => it !== 'measured')

describe('the site', () => {
  test('has pages of every type, each known', (t) => {
    const { site } = place
    t.diagnostic(`${site.pages.length} pages of ${site.types.length} types, ${site.chosen.length} looked at closely`)
    if (site.absent.length) t.diagnostic(`not in this site: ${site.absent.join('; ')}`)
    assert(site.pages.length > 0 && site.entries.length > 0)
  })
  for (const name of names) test(`has no fault of ${name}`, async (t) => holdFaults(t, name, await all[name]()))
})

describe('the open data', () => {
  test('are as DCAT 3 wants them', async () => assert.deepEqual(await openDataFaults(openData(place.site)), []))
  for (const [right, wrong] of [
    ['"dct:title"', '"dct:subject"'],
    ['"dcat:accessURL"', '"dcat:landingPage"'],
    ['"xsd:date"', '"xsd:string"'],
    ['"foaf:name"', '"foaf:nick"'],
    ['"spdx:ChecksumAlgorithm"', '"spdx:File"'],
  ]) {
    test(`and are not with ${wrong} for ${right}`, async () => {
      const text = openData(place.site)
      assert(text.includes(right))
      assert((await openDataFaults(text.replaceAll(right, wrong))).length)
    })
  }
})

describe('the budgets', () => {
  let now
  let measures
  before(async () => {
    measures = (await all.measured()).measures
    now = budgets(place.site, measures)
  })
  for (const name of Object.keys(limits.budgets)) test(name, (t) => hold(t, name, now[name]))
  test('are all in limits.json', () => assert.deepEqual(Object.keys(now), Object.keys(limits.budgets)))
  test('numbers were printed and compared', (t) => {
    const { told } = checkCounts(place.site, measures)
    t.diagnostic(`${told.lists} lists, ${told.totals} totals, ${told.links} numbers beside links`)
    for (const count of Object.values(told)) assert(count >= 5)
  })
  test('targets below 44 px are told', (t) => {
    for (const size of ['desktop', 'phone']) t.diagnostic(`${size}: ${checkTargets(measures, 44, [size]).length}`)
  })
})

// A check that cannot fail holds nothing: each is seen to find a fault that is planted into one page.
describe('a planted fault is found:', { concurrency: 3 }, () => {
  for (const plant of plants) {
    test(`${plant.check}: ${plant.name}`, async () => {
      const { before, after } = await tryPlant(place, plant)
      const found = after.filter((it) => !before.some((other) => JSON.stringify(other) === JSON.stringify(it)))
      const right = found.filter((it) => plant.finds.test([it.mode, it.kind, it.what, it.detail].join(' ')))
      assert(right.length, `found instead: ${JSON.stringify(found.slice(0, 5))}`)
    })
  }
})
