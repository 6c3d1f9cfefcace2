// Serves a site's folder on a loopback port that the system chooses, below the path that the site is made for.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const MEDIA = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.pdf': 'application/pdf',
}

// `more` are files by name at the root of the host, which are no part of the site. Without `ranges` each file is sent whole.
export async function serve(site, more = {}, ranges = true) {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    // Browsers ask for it unasked; a site without one is no fault.
    if (asked === '/favicon.ico') return response.writeHead(204).end()
    const added = more[asked.slice(1)]
    if (added) return response.writeHead(200, { 'content-type': MEDIA[extname(asked)] }).end(added)
    let path = asked.startsWith(site.base) ? asked.slice(site.base.length) : 'outside the site'
    if (path === '' || path.endsWith('/')) path += 'index.html'
    const page = site.page(path)
    try {
      const body = page ? page.html : readFileSync(join(site.folder, normalize(`/${path}`)))
      const [, from, to] = (ranges && /^bytes=(\d+)-(\d+)$/.exec(request.headers.range)) || []
      if (from) {
        const part = body.subarray(Number(from), Number(to) + 1)
        const head = { 'content-type': 'application/octet-stream', 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${body.length}` }
        return response.writeHead(206, head).end(part)
      }
      response.writeHead(200, { 'content-type': MEDIA[extname(path)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404, { 'content-type': MEDIA['.html'] }).end(site.page('404.html')?.html ?? '')
    }
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${server.address().port}`
  return { origin, url: (page) => `${origin}${site.base}${encodeURI(page.address)}`, close: () => server.close() }
}
