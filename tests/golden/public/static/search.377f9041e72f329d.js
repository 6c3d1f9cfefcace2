(() => {
const [box, told, found, ways] = ['[name=q]', '#told', '#found', '#ways'].map((it) => document.querySelector(it))
const words = found.dataset
const say = (text, n, m) => text.replace('{n}', n).replace('{m}', m)
const about = ({ total, exact }) => (exact ? '' : words.about) + Math.ceil(total)
const pageName = document.title
let index
const opened = (cache) => (index = index ?? gongkaiSearch.open('', cache, words.tables))
let asked
let last = {}
let takesFocus = false
function make(tag, set, ...children) {
const it = Object.assign(document.createElement(tag), set)
it.append(...children)
return it
}
function link(text, changes, set) {
const to = new URLSearchParams(asked)
for (const [name, value] of Object.entries({ page: null, ...changes })) value === null ? to.delete(name) : to.set(name, value)
return make('a', { href: `?${to}`, ...set }, text)
}
const list = (className, items) => make('ul', { className }, ...items.map((it) => make('li', {}, ...[it].flat())))
function filters({ kinds, organisations }) {
const of = { kind: (it) => kinds.findIndex(([key]) => key === it), organisation: (it) => organisations.indexOf(it) }
const chosen = ['kind', 'organisation', 'year', 'lapsed', 'attached'].filter((it) => asked.get(it))
return Object.fromEntries(chosen.map((it) => [it, (of[it] ?? Number)(asked.get(it))]))
}
function termsOf(query, fold) {
const parts = (text, marks) => [...new Set(text.split(marks).map((it) => fold(it.replace(/[\x01\x02]/g, ''))).filter(Boolean))]
const split = (text) => {
const all = parts(text, /(?!,\d{3}(?!\d))[\s,，、;；。!！?？"“”‘’「」『』《》〈〉«»]+/)
return all.length ? all : parts(text, /\s+/)
}
const all = split(query)
if (asked.has('words')) return { terms: all, aside: [], all }
const aside = []
let text = query
for (const it of words.questions.split(' ')) {
const ask = new RegExp(it.length > 1 ? it : `${it}(?=$|[\\s?？。])`, 'g')
if (ask.test(text)) aside.push(it)
text = text.replace(ask, ' ')
}
const terms = split(aside.length ? text.replace(/[?？]/g, ' ') : text)
return terms.length ? { terms, aside, all } : { terms: all, aside: [], all }
}
function marked(text, terms, fold, around) {
const places = []
const folded = fold(text, places)
const spans = []
for (const term of terms) {
for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
spans.push([places[at], places[at + term.length - 1] + 1])
}
}
spans.sort((a, b) => a[0] - b[0])
const [start, end] = spans[0] ?? [0, 40]
const [from, to] = around ? [Math.max(0, start - 40), Math.min(text.length, end + 40)] : [0, text.length]
const nodes = [from ? '…' : '']
const clean = (a, b) => text.slice(a, b).replace(/[\s\x01\x02]+/g, ' ')
let at = from
for (const [begin, stop] of spans) {
if (begin >= to) break
if (stop <= at) continue
nodes.push(clean(at, begin), make('mark', {}, clean(Math.max(at, begin), stop)))
at = stop
}
return [...nodes, clean(at, to), to < text.length ? '…' : '']
}
const numbersOf = (hit) => hit.fields[0].split('\x02').filter(Boolean)
function row(hit, terms, { fold, kinds, organisations }) {
const [, title, summary, text] = hit.fields
const has = (it) => it && terms.some((term) => fold(it).includes(term))
const parts = [hit.zone > 1 ? hit.fields[hit.zone] : '', summary, text, ...hit.fields.slice(4)]
let shown = parts.find(has) ?? (summary || text)
let where = ''
if (hit.fields.indexOf(shown, 4) > 0) {
const [name, inside] = shown.split('\x02')
where = say(words.attachment, name)
shown = has(inside) ? inside : name
}
const numbers = numbersOf(hit)
const number = numbers.find(has) ?? (numbers.length > 1 && numbers[0])
const facts = [number, organisations[hit.organisation], kinds[hit.kind][1]].filter(Boolean)
const head = make('span', {}, make('a', { href: `..${hit.address}` }, ...marked(title, terms, fold)))
if (hit.ended) head.append(' ', make('span', { className: 'mark' }, words.ended))
const about = make('p', { className: 'small' }, ...facts.map((it) => make('span', {}, ...marked(it, terms, fold))))
const around = make('p', {}, where, ...marked(shown, terms, fold, true))
return make('li', {}, head, make('time', {}, hit.day), about, around)
}
async function facets(query, chosen, { kinds, organisations }) {
const labels = {
kind: (it) => kinds[it][1],
organisation: (it) => organisations[it],
lapsed: (it) => [words.valid, words.ended][it],
attached: (it) => [words.unattached, words.attached][it],
}
const keys = { kind: (it) => kinds[it][0], organisation: labels.organisation }
return Object.entries(await query.tally(chosen)).map(([name, { counts, exact }]) => {
const isChosen = ([value]) => chosen[name] === value
const better = (a, b) => isChosen(b) - isChosen(a) || (name === 'year' ? b[0] - a[0] : b[1] - a[1])
const values = [...counts].filter(([value]) => value || name !== 'year').sort(better)
if (values.length < 2 && !(name in chosen)) return ''
const links = values.slice(0, 12).map(([value, total]) => {
const back = isChosen([value])
const it = link((labels[name] ?? String)(value), { [name]: back ? null : (keys[name] ?? String)(value) })
if (back) it.setAttribute('aria-current', 'true')
return [it, ' ', make('span', { className: 'small' }, about({ total, exact }))]
})
return make('section', {}, make('h2', {}, words[name]), list('', links))
})
}
async function looser(it, terms, chosen) {
const items = []
const total = async (some, filters) => {
const query = await it.ask(some)
await query.page(1, filters)
return query.recount(filters)
}
const offer = async (some, text, changes, filters) => {
const count = await total(some, filters)
if (count.total) items.push(link(say(text, some.join(' '), about(count)), changes))
return count.total
}
const none = { kind: null, organisation: null, year: null, lapsed: null, attached: null }
if (Object.keys(chosen).length) await offer(terms, words.unfiltered, none, {})
if (!items.length && terms.length > 1) for (const term of terms) await offer([term], words.alone, { ...none, q: term, words: 1 }, {})
const other = (it) => (/\d,\d/.test(it) ? it.replace(/,/g, '') : it.replace(/\d(?=(\d{3})+(?!\d))/g, '$&,'))
for (const term of items.length ? [] : terms.map(other).filter((it) => !terms.includes(it))) await offer([term], words.alone, { ...none, q: term, words: 1 }, {})
let parts = terms.length > 1 ? [] : terms
for (let tries = 0; !items.length && tries < 20 && parts.length; tries += 1) {
const cut = (part) => {
const less = part.length > 5 ? Math.ceil(part.length / 3) : 1
return part.length > 2 ? [part.slice(0, -less), part.slice(less)] : []
}
if (tries) await offer([parts[0]], words.part, { ...none, q: parts[0], words: 1 }, {})
parts = [...new Set([...parts.slice(1), ...cut(parts[0])])].sort((a, b) => b.length - a.length)
}
if (words.request) items.push(make('a', { href: words.request }, words.apply))
return list('', items)
}
async function numbered(query, it) {
const whole = it.fold(query)
if (!/\d{4}\]?第?\d+号?$|^[a-z\d]+[/-][a-z\d/-]+$/.test(whole)) return
const number = whole.replace(/^([^\d[]+)((?:19|20)\d\d)(\d+号?)$/, '$1[$2]$3').replace(/(\]\d+)$/, '$1号')
for (const term of new Set([whole, number])) {
const query = await it.ask([term], [], 40)
let page = {}
for (let tries = 0; tries < 4 && !page.settled; tries += 1) page = await query.page(1)
const same = page.hits.filter((hit) => numbersOf(hit).some((it2) => it.fold(it2) === term))
if (same.length === 1) return same[0]
}
}
async function answer(isMine) {
const text = asked.get('q')
const it = await opened()
await it.prepare(text + it.synonyms)
let { terms, aside, all } = termsOf(text, it.fold)
const [chosen, page] = [filters(it), Math.min(Math.max(1, parseInt(asked.get('page'), 10) || 1), Math.ceil(it.documents / 10))]
if (!terms.length) return (told.value = '')
if (![...asked.keys()].some((name) => name !== 'q')) {
const one = await numbered(text, it)
if (!isMine()) return
if (one) return location.replace(`..${one.address}`)
}
if (aside.some((word) => !all.includes(it.fold(word))) && (await (await it.ask(all)).page(1)).hits.length) [terms, aside] = [all, []]
const name = JSON.stringify([terms, aside.length > 0])
if (last.name !== name || last.it !== it) last = { name, it, query: await it.ask(terms, aside.length ? ['guide', 'organisation'] : []) }
const { query } = last
const result = await query.page(page, chosen)
if (!isMine()) return
const count = (it) => say(it.exact || it.total < 500 ? words.found : words.broad, about(it))
const notes = []
if (aside.length) notes.push(make('p', {}, say(words.aside, aside.join('、')), link(words.literal, { words: 1 })))
const others = it.synonyms.flatMap(([said, official]) => {
const term = terms.find((term) => term.includes(it.fold(said)))
return term ? [link(official, { q: text.replace(said, official) })] : []
})
if (others.length) notes.push(make('p', {}, words.synonyms, ...others.flatMap((it) => [' ', it])))
const narrow = make('details', { className: 'facets' }, make('summary', {}, words.narrow))
const pager = make('nav', { className: 'pager', ariaLabel: words.pager })
const fill = async () => {
const groups = narrow.open ? await facets(query, chosen, it).catch(() => [make('p', {}, words.failed)]) : []
narrow.replaceChildren(narrow.firstChild, ...groups)
}
narrow.ontoggle = fill
narrow.open = Object.keys(chosen).length > 0 || (innerWidth > 1080 && it.documents < 5000)
const sum = (result) => {
told.value = count(result) + (page > 1 ? say(words.page, page) : '')
const turn = []
if (page > 1) turn.push(link(words.previous, { page: page - 1 }))
if (result.settled && result.total > page * 10) turn.push(link(words.next, { page: page + 1 }))
pager.replaceChildren(list('', turn))
pager.hidden = !turn.length
narrow.hidden = result.total < 2 && !Object.keys(chosen).length
return fill()
}
const draw = async (result) => {
const rows = make('ol', { className: 'rows' }, ...result.hits.map((hit) => row(hit, terms, it)))
const onclick = () => query.page(page, chosen).then((it) => isMine() && draw(it))
const more = result.settled ? '' : make('button', { type: 'button', onclick }, words.more)
found.replaceChildren(...notes, narrow, rows, more, pager)
await sum(result)
}
ways.hidden = result.total > 0
if (result.hits.length || !result.settled || page > 1) await draw(result)
else {
const less = await looser(it, terms, chosen)
if (!isMine()) return
found.replaceChildren(...notes, less)
told.value = say(words.none, text)
}
if (takesFocus) {
found.focus({ preventScroll: true })
told.scrollIntoView()
}
takesFocus = false
if (result.exact || !result.settled) return
const better = await query.recount(chosen)
if (isMine()) await sum({ ...result, ...better })
}
let turn = 0
async function show(again) {
turn += 1
const mine = turn
const isMine = () => mine === turn
asked = new URLSearchParams(location.search)
box.value = asked.get('q') ?? ''
document.title = [box.value.trim(), pageName].filter(Boolean).join(words.separator)
ways.hidden = false
found.replaceChildren()
told.value = ''
if (!box.value.trim()) return
if (location.protocol === 'file:') return (told.value = words.file)
told.value = words.loading
try {
await answer(isMine)
} catch (error) {
if (!isMine()) return
index = undefined
if (error.status === 404 && !again) {
opened('reload')
return show(true)
}
told.value = error.status === 404 ? words.absent : self.DecompressionStream ? words.failed : words.old
}
}
const go = (to) => {
history.pushState(null, '', to)
show()
}
box.form.addEventListener('submit', (event) => {
event.preventDefault()
go(`?${new URLSearchParams({ q: box.value })}`)
})
found.addEventListener('click', (event) => {
const it = event.target.closest('a[href^="?"]')
if (!it || event.ctrlKey || event.metaKey || event.shiftKey) return
event.preventDefault()
takesFocus = true
go(it.href)
})
addEventListener('popstate', () => show())
show()
})()
