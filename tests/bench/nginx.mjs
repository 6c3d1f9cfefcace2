// A built site behind nginx on a loopback port that is free, with nothing set but what serves files.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const free = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })

// Serves `folder` at `url`, until `stop` is called; without `ranges` each file is sent whole.
export async function nginx(folder, { ranges = true } = {}) {
  const [scratch, port] = [mkdtempSync(join(tmpdir(), 'gongkai-bench-')), await free()]
  const conf = join(scratch, 'nginx.conf')
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((it) => `${it}_temp_path ${scratch}/${it};`).join(' ')
  writeFileSync(conf, `daemon off; master_process off; pid ${scratch}/pid; error_log ${scratch}/error; events {}
http { include /etc/nginx/mime.types; default_type application/octet-stream; access_log off; ${own}
server { listen 127.0.0.1:${port}; root ${folder}; ${ranges ? '' : 'max_ranges 0;'} keepalive_requests 100000; } }`)
  const child = spawn('nginx', ['-c', conf, '-e', join(scratch, 'error')], { stdio: 'ignore' })
  await new Promise((done) => setTimeout(done, 500))
  return { url: `http://127.0.0.1:${port}/`, stop: () => (child.kill(), rmSync(scratch, { recursive: true })) }
}
