// Faults planted by hand into one page, each with the check that must find it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checks } from './faults.mjs'
import { serve } from './server.mjs'

const atEnd = (html) => (page) => page.replace('</main>', `${html}</main>`)
const inText = (html) => (page) => page.replace('<div class="text">', `<div class="text">${html}`)
const inHead = (html) => (page) => page.replace('</head>', `${html}</head>`)
const without = (what) => (page) => page.replaceAll(what, '')
const numbered = (it) => it.html.includes('data-copy')
const WIDE_TABLE = `<table><thead><tr>${'<th scope="col">无法断行的列名无法断行</th>'.repeat(20)}</tr></thead></table>`

// Comes before the engine, and waits for it.
const TURN_AROUND = `
  let engine
  const turned = (page) => async (...all) => {
    const found = await page(...all)
    found.hits.reverse()
    return found
  }
  const asks = (ask) => async (...all) => {
    const query = await ask(...all)
    return { ...query, page: turned(query.page) }
  }
  const opens = (open) => async (...all) => {
    const index = await open(...all)
    return { ...index, ask: asks(index.ask) }
  }
  if (!window.gongkaiSearch) Object.defineProperty(window, 'gongkaiSearch', {
    get: () => engine,
    set: (it) => (engine = { ...it, open: opens(it.open) }),
  })`

const isLong = (it) => it.type === 'register' && it.html.includes('data-filter') && it.html.includes('class="chart"')

export const plants = [
  { check: 'types', name: 'a page at an unknown address', address: 'strange/index.html', finds: /unknown type/ },
  { check: 'markup', name: 'an element that is not closed', plant: atEnd('<section><p>'), finds: /section/ },
  { check: 'markup', name: 'a declaration without value', plant: inHead('<style>p{color:}</style>'), finds: /CSS|color/ },
  { check: 'axe', name: 'a field without label', plant: atEnd('<input type="text">'), finds: /label/ },
  { check: 'axe', name: 'words in pale grey', css: 'main p{color:#bbb!important}', finds: /^light color-contrast/ },
  { check: 'axe', name: 'words in dark grey, in the dark', css: '@media (prefers-color-scheme:dark){main p{color:#444!important}}', finds: /^dark color-contrast/ },
  { check: 'axe', name: 'words that forced colours leave alone', css: '@media (forced-colors:active){main p{forced-color-adjust:none;color:#333;background:#222}}', finds: /^forced colours color-contrast/ },
  { check: 'axe', name: 'a region that scrolls on a phone and cannot be reached', css: '@media (max-width:400px){main .facts{overflow:auto;height:40px}main .facts a{display:none}}', finds: /^320 px/ },
  { check: 'keyboard', name: 'no outline', css: '*:focus{outline:0!important}', finds: /focus unseen/ },
  { check: 'keyboard', name: 'no link to the main part', plant: without(/<a class="skip".*?<\/a>/g), finds: /first stop/ },
  { check: 'keyboard', name: 'a link out of view', css: '.trail a:focus{position:fixed;left:-999px}', finds: /out of view/ },
  { check: 'keyboard', name: 'a main part that takes no focus', plant: (page) => page.replace('href="#main"', 'href="#nowhere"'), finds: /skip link|first stop/ },
  { check: 'keyboard', name: 'a header that leads nowhere', plant: (page) => page.replace(/<a class="menu".*?<\/a>/, ''), finds: /menu/ },
  { check: 'keyboard', name: 'a trap', script: 'document.addEventListener("focusin",e=>{if(e.target.closest("footer"))document.querySelector("main a").focus()})', finds: /trap|never reached/ },
  { check: 'script', name: 'words that script writes', script: 'document.querySelector("main").append("由脚本写出")', finds: /text/ },
  { check: 'network', name: 'a script of another host', plant: inHead('<script src="https://elsewhere.example/a.js"></script>'), finds: /elsewhere/ },
  { check: 'network', name: 'a picture that is missing', plant: atEnd('<img src="missing.png" alt="">'), finds: /404/ },
  { check: 'network', name: 'a style attribute against the policy', plant: atEnd('<p style="color:red">红</p>'), finds: /Content Security Policy/ },
  { check: 'width', name: 'a table wider than a phone', css: '.planted{width:600px}', plant: atEnd('<div class="planted">宽</div>'), finds: /phone wide/ },
  { check: 'targets below 24 px', name: 'a tiny button', plant: atEnd('<button class="planted">小</button>'), css: '.planted{min-height:0!important;height:12px!important}', finds: /below 24 px .*button/ },
  { check: 'targets below 24 px', name: 'a row of a list that is hard to hit', plant: atEnd('<ul><li><a class="planted" href="#main">一</a> 说明</li></ul>'), css: '.planted{font-size:11px!important;padding:0!important;min-width:0!important}', finds: /below 24 px .*li>a\.planted/ },
  { check: 'tabindex', name: 'tabindex on a heading', plant: atEnd('<h2 tabindex="0">标题</h2>'), finds: /h2 never scrolls/ },
  { check: 'tabindex', name: 'an order of its own', plant: atEnd('<a href="#main" tabindex="3">先</a>'), finds: /changes the order/ },
  { check: 'print, tables', name: 'a table wider than paper', plant: inText(WIDE_TABLE), css: '@media print{th{white-space:nowrap}}', finds: /wider than paper|head lost/ },
  { check: 'print, tables', name: 'heads that are hidden', plant: inText(WIDE_TABLE), css: '@media print{.text thead{display:none}}', finds: /head lost/ },
  { check: 'print, menus', name: 'a button', plant: atEnd('<button class="planted">打印</button>'), finds: /button\.planted/ },
  { check: 'print, address and date', name: 'no dates', css: '@media print{main{display:none}}', finds: /no date/ },
  { check: 'print, address and date', name: 'no address', page: (it) => it.type === 'not found', plant: inHead('<link rel="canonical" href="https://elsewhere.example/">'), finds: /no address/ },
  { check: 'tables', name: 'a card with the wrong label', page: isLong, plant: (page) => page.replace(/data-label="[^"]*"/, 'data-label="错"'), finds: /without its column/ },
  { check: 'tables', name: 'columns on a phone', page: isLong, css: '.cards thead{position:static!important}', finds: /columns on a phone/ },
  { check: 'tables', name: 'no script', page: isLong, plant: without(/<script defer.*?<\/script>/g), finds: /no box/ },
  { check: 'tables', name: 'a box that hides nothing', page: isLong, css: '.cards tr[hidden]{display:table-row!important}', finds: /does not filter/ },
  { check: 'tables', name: 'heads that do not sort', page: isLong, script: 'addEventListener("click",(e)=>e.stopPropagation(),true)', finds: /do not sort/ },
  { check: 'tables', name: 'numbers in the order of words', page: isLong, script: 'Intl.Collator=function(){return{compare:(a,b)=>a<b?1:-1}}', finds: /out of order/ },
  { check: 'tables', name: 'a bar that is too short', page: isLong, plant: (page) => page.replace(/(class="part" width=")100/, '$17'), finds: /wrong length/ },
  { check: 'tables', name: 'a dot that is lost', page: (it) => it.type === 'coverage', plant: (page) => page.replace(/<svg class="dot".*?<\/svg>/s, ''), finds: /without its dot/ },
  { check: 'entries', name: 'a number that is not copied', page: numbered, plant: without(/<script defer.*?<\/script>/g), finds: /no button/ },
  { check: 'entries', name: 'a code too small for paper', css: '@media print{.qr{width:20px!important}}', finds: /on paper/ },
  { check: 'entries', name: 'a code on dark ground', css: '.qr{background:#222!important}', finds: /stands on/ },
  { check: 'entries', name: 'materials without boxes', page: (it) => it.type === 'entry, guide' && it.html.includes('class="check"'), css: '@media print{.check td::before{content:none!important}.check li{list-style:disc!important}}', finds: /without boxes/ },
  { check: 'counts', name: 'a total that is one too high', page: (it) => it.type === 'year' && /共 \d+ 条/.test(it.html), plant: (page) => page.replace(/共 (\d+) 条/, (_, it) => `共 ${Number(it) + 1} 条`), finds: /totals/ },
  { check: 'counts', name: 'a row that is lost', page: (it) => it.type === 'year', plant: (page) => page.replace(/<ul class="rows[^>]*>\s*<li>.*?<\/li>/s, '<ul class="rows">'), finds: /without a row/ },
  { check: 'counts', name: 'a document in force that is lost', page: (it) => it.type === 'documents', plant: (page) => page.replace(/<ul class="rows[^>]*>\s*<li>.*?<\/li>/s, '<ul class="rows">'), finds: /without a row/ },
  { check: 'lost', name: 'a map that is not found', page: (it) => it.type === 'not found', plant: (page) => page.replace(/data-map="[^"]*"/, 'data-map="nowhere/"'), finds: /not suggested/ },
  { check: 'search', name: 'a page without a box', plant: (page) => page.replace(/<form role="search".*?<\/form>/s, ''), finds: /boxes on a page/ },
  { check: 'search', name: 'an engine that is not loaded', page: (it) => it.type === 'search', plant: without(/<script defer src="[^"]*search-engine.*?<\/script>/g), finds: /script|breaks off/ },
  { check: 'search', name: 'hits that are hard to hit', page: (it) => it.type === 'search', css: '#found a{min-height:0!important}', finds: /below 44 px/ },
  { check: 'search', name: 'hits in pale grey', page: (it) => it.type === 'search', css: '#found p{color:#bbb!important}', finds: /light color-contrast/ },
  { check: 'search', name: 'a script that turns hits around', page: (it) => it.type === 'search', plant: (page) => page.replace('<script defer', '<script defer src="/planted.js"></script>\n<script defer'), script: TURN_AROUND, finds: /wrong order/ },
  { check: 'counts', name: 'an entrance that is wrong', page: (it) => it.type === 'home', plant: (page) => page.replace(/(\d+) 条/, '999 条'), finds: /links/ },
]

// What is said of pages as they are, by check and page.
const unplanted = new Map()

// What the check of a plant says of its page before and after.
export async function tryPlant(place, plant) {
  const page = place.site.pages.find(plant.page ?? ((it) => it.type === 'entry, notice'))
  const related = plant.check === 'counts' ? place.site.pages.filter((it) => it.type?.startsWith(page.type)) : [page]
  const html = inOrder(plant)(page.html)
  if (html === page.html && !plant.address) throw new Error('the plant does not change the page')
  const changed = Object.create(place.site, {
    pages: { value: place.site.pages.map((it) => (it === page ? { ...it, html } : it)) },
  })
  if (plant.address) changed.pages.push({ ...page, address: plant.address, type: undefined })
  const folder = mkdtempSync(join(tmpdir(), 'planted-'))
  try {
    writeFileSync(join(folder, 'page.html'), html)
    // What is planted as style or script comes as a file of the site, so that the policy lets it through.
    const server = await serve(changed, { 'planted.css': plant.css, 'planted.js': plant.script })
    const ask = async (site, server, folder) => {
      const own = { ...place, site: Object.assign(Object.create(site), { folder }), server }
      return checks(own, related.map((it) => site.page(it.address)), related.map((it) => site.page(it.address)))[plant.check]()
    }
    const after = await ask(changed, server, plant.check === 'markup' ? folder : place.site.folder)
    server.close()
    // A plant of markup is looked at in a folder that holds nothing else.
    const key = `${plant.check} ${page.address}`
    if (!unplanted.has(key)) {
      unplanted.set(key, plant.check === 'markup' ? [] : ask(place.site, place.server, place.site.folder))
    }
    const before = await unplanted.get(key)
    return { before, after }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const inOrder = ({ plant = (it) => it, css, script, address }) => (html) => {
  const path = '/planted'
  let page = plant(html)
  if (css) page = inHead(`<link rel="stylesheet" href="${path}.css">`)(page)
  if (script) page = inHead(`<script defer src="${path}.js"></script>`)(page)
  return address ? html : page
}
