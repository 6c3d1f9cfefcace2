// Markup and style by the Nu Html Checker: no page and no style sheet has an error.
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

// `folder` holds the files: the site's own, or a copy with a planted fault.
export async function checkMarkup(folder) {
  const jar = String(createRequire(import.meta.url)('vnu-jar'))
  const told = await new Promise((done, fail) => {
    const options = { maxBuffer: 1 << 28 }
    const kinds = ['--skip-non-html', '--also-check-css']
    execFile('java', ['-jar', jar, '--format', 'json', '--errors-only', ...kinds, folder], options, (error, _, said) => {
      // It ends with 1 where it has found errors, and says what it found where errors go.
      if (said.startsWith('{')) done(JSON.parse(said))
      else fail(error ?? new Error(said))
    })
  })
  return told.messages.map((it) => ({
    page: it.url ? relative(folder, fileURLToPath(it.url)) : '',
    kind: it.type,
    what: `line ${it.lastLine ?? '?'}: ${it.message}`,
  }))
}
