// Starts what `npm start`, `npm test`, `npm run bench`, `npm run check` and `./tongqu` ask for.
// Plain JavaScript that an older Node (18 or later) understands: it finds a Node that runs the rest,
// installs the dependencies of the lock file if they are not there, and hands over.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { handOver } from './exec.mjs'
import { install } from './install.mjs'
import { findNode, rememberNode, withNodeFirst } from './node.mjs'
import { buildWeb } from './web.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What can be asked for: its script, and what must be ready before it beyond Node and dependencies. */
const asked = {
  // A server at rest keeps what its young heap grew to while it started: 8 MB a half instead of up to 32.
  start: { script: 'apps/server/main.ts', prepare: buildWeb, flags: ['--max-semi-space-size=8'] },
  test: { script: 'tools/test/run.ts' },
  bench: { script: 'tools/bench/run.ts' },
  check: { script: 'tools/check/run.ts' },
  cli: { script: 'apps/cli/main.ts' },
}

const [what, ...args] = process.argv.slice(2)
try {
  await launch(what, args)
} catch (error) {
  console.error(`tongqu: ${error.message}`)
  process.exitCode = 1
}

async function launch(what, args) {
  const target = Object.hasOwn(asked, what) ? asked[what] : undefined
  if (!target) throw new Error(`say what to launch: ${Object.keys(asked).join(', ')}`)
  const script = join(root, target.script)
  if (!existsSync(script)) throw new Error(`${target.script} does not exist in this version`)
  const node = findNode(root)
  const env = withNodeFirst(node, process.env)
  install(root, env)
  rememberNode(root, node)
  await target.prepare?.(root, node, env)
  handOver(node, [...(target.flags ?? []), script, ...args], env)
}
