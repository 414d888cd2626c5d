import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** The line of Node that the product runs on; older ones cannot run TypeScript as it is. */
const needed = 24

const memory = root => join(root, 'node_modules', '.tongqu-node')

/**
 * The path of a Node that is recent enough: the running one, else the one found last time, else the
 * registry's own `node` package (about 5 s the first time).
 */
export function findNode(root) {
  if (Number.parseInt(process.versions.node, 10) >= needed) return process.execPath
  const known = existsSync(memory(root)) ? readFileSync(memory(root), 'utf8').trim() : ''
  if (known && existsSync(known)) return known
  console.error(`This is Node ${process.versions.node}; fetching Node ${needed} from the package registry …`)
  return fetchNode()
}

/** Notes a fetched Node inside node_modules, where an install by the lock file removes the note again. */
export function rememberNode(root, node) {
  if (node === process.execPath) return
  const path = memory(root)
  if (!existsSync(path) || readFileSync(path, 'utf8').trim() !== node) writeFileSync(path, `${node}\n`)
}

/** The environment with that Node first in PATH, so that npm and its scripts use it too. */
export function withNodeFirst(node, env) {
  const { PATH = '', npm_config_package, npm_config_call, ...rest } = env
  return { ...rest, PATH: PATH ? `${dirname(node)}${delimiter}${PATH}` : dirname(node) }
}

function fetchNode() {
  // A surrounding `npx -c` hands its own settings down, and npx would obey those instead of its arguments.
  const { npm_config_package, npm_config_call, ...env } = process.env
  const args = ['-y', '-p', `node@${needed}`, '-c', 'node -p process.execPath']
  const done = spawnSync('npx', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const path = done.stdout?.trim().split('\n').at(-1) ?? ''
  if (done.status === 0 && existsSync(path)) return path
  const reason = done.error?.message ?? done.stderr.trim()
  throw new Error(
    `Node ${needed} could not be fetched (${reason}). Install Node ${needed} or later and try again`,
  )
}
