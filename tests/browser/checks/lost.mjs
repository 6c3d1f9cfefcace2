// Who asks for an address that is not there is led to lists that it has a part of, and without script to the pages that lead on.
export async function checkLost({ browser, server, site }) {
  const faults = []
  const root = server.url({ address: '' })
  const ways = async (tab, path) => {
    await tab.goto(root + path)
    await tab.waitForLoadState('networkidle')
    return tab.locator('#ways a').evaluateAll((all) => all.map((it) => it.href))
  }
  const fault = (page, what, detail) => faults.push({ kind: 'lost', page, what, detail })
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled })
    const tab = await context.newPage()
    const plain = await ways(tab, 'nowhere.html')
    if (plain.length < 4) fault('404.html', 'few ways on', plain.join(' '))
    if (javaScriptEnabled) {
      for (const list of site.pages.filter((it) => /^(organisation|year)\/[^/]+\/index\.html$/.test(it.address))) {
        const folder = list.address.split('/')[1]
        const found = await ways(tab, `${folder}/99999.html`)
        const at = found.findIndex((it) => it === root + list.address || it === root + list.address.replace('index.html', ''))
        if (at < 0) fault(list.address, 'not suggested', found.join(' '))
      }
    }
    for (const href of plain) {
      const answer = await tab.request.get(href)
      if (!answer.ok()) fault('404.html', 'leads nowhere', href)
    }
    await context.close()
  }
  return faults
}
