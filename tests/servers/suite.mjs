// The configurations of `gongkai host` in the servers that they are for: `node suite.mjs PROGRAM PROJECT`.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gunzipSync, brotliDecompressSync } from 'node:zlib'
import { freePort, servers, start } from './server.mjs'

const [program, project] = process.argv.slice(2).map((it) => resolve(it))
const scratch = mkdtempSync(join(tmpdir(), 'gongkai-servers-'))
chmodSync(scratch, 0o755)
after(() => rmSync(scratch, { recursive: true, force: true }))

const gongkai = (folder, ...args) => execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

// The sample with old addresses, built for `url`.
function site(name, url, ...more) {
  const folder = join(scratch, name)
  mkdirSync(folder)
  for (const part of ['catalogue', 'content']) cpSync(join(project, part), join(folder, part), { recursive: true })
  cpSync(fileURLToPath(new URL('old.toml', import.meta.url)), join(folder, 'catalogue/old.toml'))
  const settings = join(folder, 'catalogue/site.toml')
  const text = readFileSync(settings, 'utf8')
  writeFileSync(settings, text.replace(/^url = .*$/m, `url = "${url}"`))
  gongkai(folder, 'build', '--quiet', ...more)
  // Stand-ins: a search pack, a folder without a page, what lies about in folders.
  const root = join(folder, 'public')
  writeFileSync(join(root, 'search/0/p99.0123abcd.bin'), Buffer.from(Array.from({ length: 5000 }, (_, it) => it % 7)))
  mkdirSync(join(root, 'empty'))
  writeFileSync(join(root, '.htpasswd'), 'secret')
  return { folder, root }
}

const BASE = '/cyzsj/'
const sites = { below: BASE, whole: '/' }
// Packed files lie in one of them.
const made = {
  below: site('below', `https://www.example.gov.cn${BASE}`, '--compress', 'gzip,br'),
  whole: site('whole', 'https://www.example.gov.cn/'),
}

const pack = (headers) => ({ ...headers, 'accept-encoding': 'gzip' })

for (const [place, base] of Object.entries(sites)) {
  const { folder, root } = made[place]
  const files = readdirSync(root, { recursive: true })
  const asset = files.find((it) => /^static\/style\.[0-9a-f]{16}\.css$/.test(it))
  const addresses = JSON.parse(readFileSync(join(root, 'api/v1/addresses.json'), 'utf8'))
  const entry = Object.fromEntries(addresses.redirects.map((it) => [it.from, new URL(it.url).pathname]))
  const guide = entry['/gkzn.html']
  const rules = entry['/zcwj/daiban.html']
  const policy = /Security-Policy" content="([^"]+)"/.exec(readFileSync(join(root, 'index.html'), 'utf8'))[1]

  for (const name of servers) {
    describe(`${name}, a site at ${base}`, () => {
      let server
      before(async () => {
        const port = await freePort()
        const conf = join(scratch, `${place}-${name}.conf`)
        gongkai(folder, 'host', name, '--quiet', '--old-host', 'old.example.gov.cn', '--listen', `127.0.0.1:${port}`, '--output', conf)
        server = await start(name, conf, port, join(scratch, `${place}-${name}`))
      })
      after(() => server?.stop())

      const moved = {
        'info.jsp?id=42': guide,
        'info.jsp?id=43&t=%E5%85%AC%E5%BC%80%20x': rules,
        'info.jsp?id=43&t=%e5%85%ac%e5%bc%80%20x': rules,
        'default.asp?id=1': guide,
        'default.asp': rules,
        'default.asp?from=timeline': rules,
        'a/Show$1%25%7BHTTP_HOST%7D.asp': guide,
        '%7B$HOME%7D/%7Bhost%7D/$%7Bx%7D.php': guide,
        '%E6%94%BF%E7%AD%96/%E6%97%A7%20%E6%96%87%E4%BB%B6(1)+%5Ba%5D%7B2%7D%5E%7C*.shtml': guide,
        '%e6%94%bf%e7%ad%96/%e6%97%a7%20%e6%96%87%e4%bb%b6(1)%2b[a]%7B2%7D%5E%7C*.shtml': guide,
        'q%22uo%27te;%23%60%5C.shtml': guide,
        'end%5C': guide,
        '%B9%AB%BF%AA.htm': guide,
        '%b9%ab%bf%aa.htm': guide,
        'Case.aspx': guide,
        'case.aspx': rules,
        '100%25.jsp': guide,
        'zcwj/old/': guide,
        'zcwj/old': guide,
        'zcwj/old/index.html': guide,
        'gkzn.html': guide,
        'zcwj/daiban.html': rules,
        'x/y/1.jsp': guide,
        'x//y/1.jsp': guide,
        'one%2Ftwo/a.jsp': guide,
        'one/two/a.jsp': guide,
        '~user/a&b=c,d@e!.cgi': guide,
      }
      test('old addresses lead on', async () => {
        for (const [path, to] of Object.entries(moved)) {
          const { status, headers } = await server.ask(base + path)
          assert.deepEqual([path, status, new URL(headers.location ?? '/none', 'http://www.example.gov.cn').pathname], [path, 301, to])
          assert.equal(new URL(headers.location, 'http://x').search, '', path)
          assert.equal((await server.ask(to)).status, 200, to)
        }
        const outside = await server.ask('/outside/%E6%97%A7.html')
        assert.equal(outside.status, 301)
        for (const path of ['info.jsp', 'info.jsp?id=4', 'info.jsp?id=421', 'CASE.ASPX', '1.html', 'gkzn.htmlx', 'x/gkzn.html']) {
          assert.equal((await server.ask(base + path)).status, 404, path)
        }
      })

      test('an old host that leads here leads on', async () => {
        const at = { host: 'old.example.gov.cn' }
        for (const [path, to] of Object.entries({ '/1.html': guide, '/1.html?x': guide, '/%E6%97%A7/a.asp?id=2': rules, '/%B9%AB.htm': rules })) {
          const { status, headers } = await server.ask(path, at)
          assert.deepEqual([path, status, headers.location], [path, 301, `https://www.example.gov.cn${to}`])
        }
        assert.equal((await server.ask('/gone.html', at)).status, 410)
        for (const path of ['/', '/2.html', '/%E6%97%A7/a.asp', base]) assert.equal((await server.ask(path, at)).status, 404, path)
        assert.equal((await server.ask('/1.html')).status, 404)
      })

      test('what is gone is 410, with its page', async () => {
        for (const [path, says] of Object.entries({
          'ztzl/yqkx.html': '园区快讯', 'ztzl/old/': '栏目撤并', 'ztzl/old/index.html': '栏目撤并', 'ztzl/old': '<h1>',
          'CASE.aspx': '<h1>', '%E5%B7%B2%E6%92%A4/%E9%80%9A%E7%9F%A5%20$&.pdf': '<h1>', 'info.jsp?id=44': '<h1>',
        })) {
          const { status, headers, body } = await server.ask(base + path)
          assert.deepEqual([path, status, headers['content-type']], [path, 410, 'text/html; charset=utf-8'])
          assert(body.toString().includes(says), `${path}: ${body}`)
          assert.equal(headers['cache-control'], 'no-cache', path)
        }
      })

      test('every answer has the headers that keep readers safe', async () => {
        for (const path of ['', 'gkzn.html', 'nothing.html', 'ztzl/yqkx.html', asset, 'api/v1/index.json', 'catalogue/']) {
          const { headers } = await server.ask(base + path)
          assert.equal(headers['content-security-policy'], `${policy};frame-ancestors 'self'`, path)
          assert.equal(headers['x-content-type-options'], 'nosniff', path)
          assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin', path)
          assert.equal(headers['x-frame-options'], 'SAMEORIGIN', path)
          assert(headers['permissions-policy'].includes('geolocation=()'), path)
          assert.equal(headers['strict-transport-security'], undefined, path)
        }
      })

      test('types are told, and texts are UTF-8', async () => {
        const put = (file) => writeFileSync(join(root, file), 'x')
        for (const file of ['a.ofd', 'a.wps', 'a.ics', 'a.webmanifest', 'a.ndjson', 'a.unknown']) put(file)
        for (const [path, type] of Object.entries({
          '': 'text/html; charset=utf-8', 'catalogue/': 'text/html; charset=utf-8', [asset]: 'text/css; charset=utf-8',
          'api/v1/index.json': 'application/json; charset=utf-8', 'api/v1/entries.csv': 'text/csv; charset=utf-8',
          'data.jsonld': 'application/ld+json; charset=utf-8', 'a.ndjson': 'application/x-ndjson; charset=utf-8',
          'sitemap.xml': 'application/xml; charset=utf-8', 'feed.xml': 'application/atom+xml; charset=utf-8',
          'feed.json': 'application/feed+json; charset=utf-8', 'disclosure/decision/feed.xml': 'application/atom+xml; charset=utf-8',
          'facet/interpretation/feed.json': 'application/feed+json; charset=utf-8',
          'a.ics': 'text/calendar; charset=utf-8', 'a.webmanifest': 'application/manifest+json; charset=utf-8',
          'a.ofd': 'application/ofd', 'search/0/p99.0123abcd.bin': 'application/octet-stream',
          'api/v1/catalogue.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        })) {
          for (const headers of [{}, { 'accept-encoding': 'gzip' }, { 'accept-encoding': 'br' }]) {
            const answer = await server.ask(base + path, headers)
            assert.deepEqual([path, answer.status, answer.headers['content-type']], [path, 200, type])
          }
        }
        assert.notEqual((await server.ask(`${base}a.unknown`)).headers['content-type'], 'text/html')
      })

      test('what is named by its content is kept for a year, all else is asked for again', async () => {
        const year = 'public, max-age=31536000, immutable'
        for (const [path, cached] of Object.entries({
          '': 'no-cache', 'catalogue/': 'no-cache', 'api/v1/index.json': 'no-cache', [asset]: year, [`${asset}?x`]: year,
          'static/none.0123456789abcdef.css': 'no-cache', 'search/0/p99.0123abcd.bin': year,
          'search/index.bin': 'no-cache', 'search/0/none.0123abcd.bin': 'no-cache', [`${asset}.bin`]: 'no-cache',
        })) {
          assert.equal((await server.ask(base + path)).headers['cache-control'], cached, path)
        }
        for (const path of ['', 'api/v1/index.json', asset, 'search/0/p99.0123abcd.bin']) {
          for (const given of [{}, { 'accept-encoding': 'gzip' }]) {
            const { etag } = (await server.ask(base + path, given)).headers
            assert(etag, path)
            const again = await server.ask(base + path, { ...given, 'if-none-match': etag })
            assert.deepEqual([path, again.status, again.body.length], [path, 304, 0])
          }
        }
      })

      test('a search pack is read by range and never packed', async () => {
        for (const query of ['', '?x']) {
          const path = `${base}search/0/p99.0123abcd.bin${query}`
          const whole = await server.ask(path, { 'accept-encoding': 'gzip, br, zstd' })
          assert.deepEqual([whole.status, whole.headers['content-encoding'], whole.body.length], [200, undefined, 5000])
          assert.equal(whole.headers['accept-ranges'], 'bytes')
          const part = await server.ask(path, { range: 'bytes=100-149', 'accept-encoding': 'gzip, br' })
          assert.deepEqual([part.status, part.headers['content-range'], part.headers['content-encoding']], [206, 'bytes 100-149/5000', undefined])
          assert.deepEqual([...part.body.subarray(0, 3)], [100 % 7, 101 % 7, 102 % 7])
        }
      })

      test('texts are packed, from the file beside them where there is one', async () => {
        for (const path of ['', 'catalogue/', 'api/v1/index.json', asset, 'feed.xml', 'sitemap.xml']) {
          const file = join(root, path === '' || path.endsWith('/') ? `${path}index.html` : path)
          const plain = await server.ask(base + path)
          assert.equal(plain.headers['content-encoding'], undefined, path)
          assert.deepEqual(plain.body, readFileSync(file), path)
          const packed = await server.ask(base + path, pack())
          assert.equal(packed.headers['content-encoding'], 'gzip', path)
          assert.deepEqual(gunzipSync(packed.body), plain.body, path)
          assert(packed.headers.vary?.toLowerCase().includes('accept-encoding'), path)
          if (place === 'whole') continue
          assert.deepEqual(packed.body, readFileSync(`${file}.gz`), `${path} from the file beside it`)
          if (name === 'nginx') continue // its module for Brotli is a package of its own
          const smaller = await server.ask(base + path, { 'accept-encoding': 'gzip, br' })
          assert.equal(smaller.headers['content-encoding'], 'br', path)
          assert.deepEqual(brotliDecompressSync(smaller.body), plain.body, path)
        }
        writeFileSync(join(root, 'late.html'), 'x'.repeat(4000))
        const late = await server.ask(`${base}late.html`, pack())
        assert.equal(late.headers['content-encoding'], 'gzip')
        assert.equal(gunzipSync(late.body).length, 4000)
        assert.equal((await server.ask(`${base}api/v1/catalogue.xlsx`, pack())).headers['content-encoding'], undefined)
      })

      test('data and feeds may be read by other sites', async () => {
        for (const path of ['api/v1/index.json', 'api/v1/entries.csv', 'feed.xml', 'disclosure/decision/feed.json', 'document/feed.json', 'data.jsonld']) {
          for (const headers of [{}, { 'accept-encoding': 'gzip' }]) {
            const answer = await server.ask(base + path, { origin: 'https://elsewhere.example', ...headers })
            assert.equal(answer.headers['access-control-allow-origin'], '*', path)
          }
        }
        for (const path of ['', asset, 'none.html', 'search/0/p99.0123abcd.bin']) {
          assert.equal((await server.ask(base + path)).headers['access-control-allow-origin'], undefined, path)
        }
      })

      test('what is not there is a 404 with the page of the site, dot-files and folders too', async () => {
        const lost = readFileSync(join(root, '404.html'))
        const hidden = ['.htpasswd', '.gongkai/manifest', '%2egongkai/manifest', 'api/.x', '.gone/index.html']
        assert(existsSync(join(root, '.gongkai/manifest')))
        for (const path of ['none', 'none.html', 'none/', 'api/v1/none.json', 'catalogue/none/', '%E6%97%A0.html', ...hidden]) {
          const { status, headers, body } = await server.ask(base + path)
          assert.deepEqual([path, status, headers['content-type']], [path, 404, 'text/html; charset=utf-8'])
          assert.deepEqual(body, lost, path)
        }
        for (const path of ['%00', 'catalogue/%00', 'a%00b.html', '.well-known/%00', 'static/%00.css']) {
          const { status } = await server.ask(base + path)
          assert([400, 404].includes(status), `${path}: ${status}`)
        }
        const listing = await server.ask(`${base}empty/`)
        assert([403, 404].includes(listing.status) && listing.body.equals(lost), `${listing.status}`)
      })

      test('a folder is led to its own address', async () => {
        for (const path of ['catalogue', 'disclosure/decision', ...(base === '/' ? [] : [''])]) {
          const asked = path ? base + path : base.slice(0, -1)
          const { status, headers } = await server.ask(asked)
          assert([301, 308].includes(status), `${asked}: ${status}`)
          assert.equal(new URL(headers.location, 'http://www.example.gov.cn').pathname, `${asked}/`)
        }
        assert.equal((await server.ask(base, {}, 'POST')).status, 405)
      })

      test('the server says no more of itself than it must', async () => {
        const { headers } = await server.ask(base)
        assert(!/\d/.test(name === 'apache' ? '' : (headers.server ?? '')), headers.server)
      })
    })
  }
}
