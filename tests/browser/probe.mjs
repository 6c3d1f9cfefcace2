// What is measured inside a page. Each function is sent to the browser as it stands, so it uses nothing outside itself.

// Names an element shortly, so that its rule in the style sheet is found.
export function installNames() {
  window.nameOf = (it) => {
    const one = (e) => e.localName + (e.id ? `#${e.id}` : '') + [...e.classList].map((c) => `.${c}`).join('')
    const parents = []
    for (let e = it; e && e !== document.body && parents.length < 3; e = e.parentElement) parents.unshift(one(e))
    return parents.join('>')
  }
}

// Lengths and places of the page at the present size of the window.
export function measure() {
  const root = document.documentElement
  const shown = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0
  const width = root.clientWidth
  // What sticks out, unless something around it scrolls or clips.
  const held = (it) => {
    for (let e = it.parentElement; e && e !== root; e = e.parentElement) {
      if (e !== document.body && getComputedStyle(e).overflowX !== 'visible') return true
    }
    return false
  }
  const wide =
    root.scrollWidth <= width
      ? []
      : [...document.body.querySelectorAll('*')]
          .filter((it) => it.getBoundingClientRect().right + scrollX > width + 0.5 && !held(it))
          .filter((it, _, all) => !all.some((other) => other !== it && it.contains(other)))
          .map(nameOf)
  const firstLine = () => {
    const words = document.createTreeWalker(document.querySelector('.text') ?? document.createElement('p'), NodeFilter.SHOW_TEXT)
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      if (!node.data.trim()) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const line = range.getClientRects()[0]
      if (line) return Math.round(line.top + scrollY)
    }
    return null
  }
  // Links in navigation, links that are items of a list, and what is pressed. A link within a line of words is exempt, as WCAG 2.5.8
  // has it: what stands before it is read with it. One that begins its item is none, whatever follows.
  const begins = (it) => it.closest('li').textContent.trim().startsWith(it.textContent.trim())
  const items = [...document.querySelectorAll('main li a[href]')].filter((it) => !it.closest('.text') && begins(it))
  const others = [...document.querySelectorAll('nav a[href], button, summary, select, input:not([type=hidden])')]
  const pressed = [...new Set([...others, ...items])].filter((it) => shown(it) && !it.matches(':disabled'))
  const sizes = pressed.map((it) => {
    const box = it.getBoundingClientRect()
    return { name: nameOf(it), small: Math.min(box.width, box.height) }
  })
  const scrollers = [...document.querySelectorAll('[tabindex]')].map((it) => ({
    name: nameOf(it),
    tabindex: it.getAttribute('tabindex'),
    pressed: it.matches('a[href], button, summary, select, input, textarea'),
    scrolls: it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1,
  }))
  return { width, overflow: root.scrollWidth - width, wide, height: root.scrollHeight, text: firstLine(), sizes, scrollers }
}

// Bytes of the page besides text, tables, attachments and the QR code; of a list or an overview, what is around its main part.
export function bytesOfFrame(html) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const content = page.querySelector('.text') ? '.text, table, .files, .attachments, .qr, svg' : 'main > *'
  page.querySelectorAll(content).forEach((it) => it.remove())
  return new TextEncoder().encode(page.documentElement.outerHTML).length
}
