// Web servers as they are installed, each in the foreground on a loopback port, without rights of its own.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'

process.env.PATH += ':/usr/local/sbin:/usr/sbin:/sbin'
const NOBODY = 65534
const isRoot = process.getuid() === 0

const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'alias', 'rewrite', 'headers', 'filter', 'deflate']
const wrap = {
  nginx: (dir, conf) => ({
    text: `daemon off; pid ${dir}/pid; error_log stderr; events {} http { access_log off;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((it) => `${it}_temp_path ${dir}/${it};`).join(' ')}
      include ${conf}; }`,
    command: ['nginx', '-e', 'stderr', '-p', dir, '-c'],
    check: ['nginx', '-e', 'stderr', '-t', '-p', dir, '-c'],
  }),
  caddy: (dir, conf) => ({
    text: `{\n admin off\n auto_https off\n}\nimport ${conf}\n`,
    command: ['caddy', 'run', '--adapter', 'caddyfile', '--config'],
    check: ['caddy', 'validate', '--adapter', 'caddyfile', '--config'],
  }),
  apache: (dir, conf) => ({
    text: [
      `ServerRoot "${dir}"`, `DefaultRuntimeDir "${dir}"`, `PidFile "${dir}/pid"`, `ErrorLog "${dir}/error.log"`, 'TypesConfig /dev/null',
      'ServerName localhost',
      ...modules.map((it) => `LoadModule ${it}_module "${apacheModules()}/mod_${it}.so"`),
      '<Directory "/">', 'Require all denied', '</Directory>', `Include "${conf}"`, '',
    ].join('\n'),
    command: ['apache2', '-DFOREGROUND', '-f'],
    check: ['apache2', '-t', '-f'],
  }),
}

const apacheModules = () => ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules'].find((it) => existsSync(it))

export const servers = Object.keys(wrap)

export async function freePort() {
  const server = createServer()
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address()
  await new Promise((done) => server.close(done))
  return port
}

// Starts `name` with the configuration `conf`, which listens to `port`; what it needs besides lies in `dir`.
export async function start(name, conf, port, dir) {
  mkdirSync(dir, { recursive: true })
  const { text, command, check } = wrap[name](dir, conf)
  const file = join(dir, 'wrapper.conf')
  writeFileSync(file, text)
  const as = { env: { ...process.env, HOME: dir, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir } }
  if (isRoot) {
    Object.assign(as, { uid: NOBODY, gid: NOBODY })
    chmodSync(dir, 0o755)
    chownSync(dir, NOBODY, NOBODY)
  }
  const checked = spawnSync(check[0], [...check.slice(1), file], { ...as, encoding: 'utf8' })
  if (checked.error || checked.status !== 0) throw new Error(`${name} refuses it: ${checked.error ?? checked.stderr}`)
  const child = spawn(command[0], [...command.slice(1), file], { ...as, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = checked.stderr
  child.stderr.on('data', (it) => (said += it))
  const ended = new Promise((done) => child.once('exit', done))
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 3000)
    await ended
    clearTimeout(late)
  }
  const until = Date.now() + 10_000
  for (;;) {
    try {
      await ask(port, '/')
      break
    } catch (error) {
      if (Date.now() < until && child.exitCode === null) {
        await new Promise((done) => setTimeout(done, 30))
        continue
      }
      await stop()
      const log = join(dir, 'error.log')
      throw new Error(`${name} does not start: ${said} ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`)
    }
  }
  return { name, stop, said: () => said, ask: (path, headers, method) => ask(port, path, headers, method) }
}

function ask(port, path, headers = {}, method = 'GET') {
  return new Promise((done, failed) => {
    const options = { host: '127.0.0.1', port, path, method, agent: false, headers: { host: 'www.example.gov.cn', ...headers } }
    const asked = request(options, (response) => {
      const chunks = []
      response.on('data', (it) => chunks.push(it))
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }))
    })
    asked.on('error', failed)
    asked.setTimeout(10_000, () => asked.destroy(new Error('no answer')))
    asked.end()
  })
}
