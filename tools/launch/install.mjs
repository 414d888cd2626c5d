import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Installs the dependencies exactly as the lock file says, when they are not there or are of another lock
 * file. A stamp inside node_modules holds the digest of the lock file they were installed by.
 */
export function install(root, env) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const digest = createHash('sha256').update(lock).digest('hex')
  const stamp = join(root, 'node_modules', '.tongqu-lock')
  if (isInstalled(root, stamp, digest)) return
  console.error('Installing the dependencies of package-lock.json (once, about half a minute) …')
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  // stdout stays the asked program's own: `./tongqu … --json | …` must not meet npm's words.
  const done = spawnSync('npm', args, { cwd: root, env, stdio: ['ignore', 2, 2] })
  if (done.error) throw new Error(`npm could not be run: ${done.error.message}`)
  if (done.status !== 0) throw new Error('npm ci failed; its message stands above')
  writeFileSync(stamp, `${digest}\n`)
}

function isInstalled(root, stamp, digest) {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8').trim() === digest
  // Someone ran npm by hand: npm writes this file when it has finished.
  const finished = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(finished)) return false
  if (statSync(finished).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) return false
  writeFileSync(stamp, `${digest}\n`)
  return true
}
