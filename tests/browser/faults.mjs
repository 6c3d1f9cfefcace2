// Every check by its name, each asked for its faults; the sweep over all pages is made once.
import { checkAxe } from './checks/axe.mjs'
import { checkCounts } from './checks/counts.mjs'
import { checkEntries } from './checks/entry.mjs'
import { checkKeyboard } from './checks/keyboard.mjs'
import { checkTabindex, checkTargets, checkWidth } from './checks/layout.mjs'
import { checkLost } from './checks/lost.mjs'
import { checkPrintedEnds, checkPrintedMenus, checkPrintedTables } from './checks/print.mjs'
import { checkScript } from './checks/script.mjs'
import { checkSearch } from './checks/search.mjs'
import { checkTables } from './checks/tables.mjs'
import { checkTypes } from './checks/types.mjs'
import { checkMarkup } from './checks/vnu.mjs'
import { sweep } from './sweep.mjs'

// `chosen` are looked at closely, `all` are measured.
export function checks(place, chosen = place.site.chosen, all = place.site.pages) {
  let swept
  const measured = () => (swept ??= sweep(place, all))
  const on = (check, ...more) => async () => check((await measured()).measures, ...more)
  return {
    measured,
    types: () => checkTypes(place.site),
    markup: () => checkMarkup(place.site.folder),
    network: async () => (await measured()).network,
    width: on(checkWidth),
    'targets below 24 px': on(checkTargets, 24),
    tabindex: on(checkTabindex),
    counts: on((measures) => checkCounts(place.site, measures).faults),
    'print, tables': on(checkPrintedTables),
    'print, menus': on(checkPrintedMenus),
    'print, address and date': on(checkPrintedEnds),
    tables: () => checkTables(place, all),
    axe: () => checkAxe(place, chosen),
    keyboard: () => checkKeyboard(place, chosen),
    script: () => checkScript(place, chosen),
    search: () => checkSearch(place, all),
    lost: () => checkLost(place),
    entries: () => checkEntries(place, chosen),
  }
}
