// What an entry's page has of its own: the number is copied as it is printed, codes and lists of materials serve on paper.
import { each } from '../browser.mjs'

// Runs inside the page: what its button copies, and what it should.
async function copied() {
  const number = document.querySelector('[data-copy]')
  if (!number) return null
  const printed = number.firstChild.textContent.trim()
  const button = number.querySelector('button')
  if (!button) return { printed, copied: 'no button' }
  const taken = new Promise((done) => {
    navigator.clipboard.writeText = (text) => (done(text), Promise.resolve())
  })
  button.click()
  const late = new Promise((done) => setTimeout(done, 2000, 'nothing'))
  return { printed, copied: await Promise.race([taken, late]) }
}

// Runs inside the page, shown as it is printed.
function onPaper() {
  const faults = []
  for (const code of document.querySelectorAll('.qr svg')) {
    const { width, height } = code.getBoundingClientRect()
    // Two centimetres, below which phones fail to read.
    if (Math.min(width, height) < 75) faults.push({ kind: 'code', what: `${Math.round(width)} × ${Math.round(height)} px on paper` })
    const around = getComputedStyle(code.closest('.qr')).backgroundColor
    if (around !== 'rgb(255, 255, 255)') faults.push({ kind: 'code', what: `stands on ${around}` })
  }
  for (const list of document.querySelectorAll('.check')) {
    const boxed = [...list.querySelectorAll('li')].every((it) => getComputedStyle(it).listStyleType.includes('□'))
    const ticked = [...list.querySelectorAll('td:first-child')].every((it) => getComputedStyle(it, '::before').content.includes('□'))
    if (!boxed || !ticked) faults.push({ kind: 'checklist', what: 'materials without boxes to tick' })
  }
  return faults
}

export async function checkEntries(place, pages) {
  const own = pages.filter((it) => it.entry)
  return each(place, own, { colorScheme: 'dark' }, async (tab) => {
    const number = await tab.evaluate(copied)
    await tab.emulateMedia({ media: 'print' })
    const faults = await tab.evaluate(onPaper)
    await tab.emulateMedia({ media: null })
    if (number && number.copied !== number.printed) faults.push({ kind: 'copy', what: `“${number.printed}” is copied as “${number.copied}”` })
    return faults
  })
}
