import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check, Finding } from './check.ts'
import { floors } from './floors.ts'
import { files, sources, withoutComments } from './sources.ts'

/** Something that only one place may do, how it looks in code, and what everyone else does instead. */
interface Port {
  looks: RegExp
  /** Beginnings of the paths that may. */
  allowed: string[]
  instead: string
}

const writers =
  'writeFile|appendFile|mkdir|mkdtemp|rm|rmdir|rename|unlink|copyFile|cp|truncate|open|symlink|chmod|chown|link'

/** The simulated counter is no part of the product: it stands for an office outside, with a memory of its own. */
const outside = 'apps/counter/'

const ports: Port[] = [
  {
    looks: /\bfrom '(pg|pg-pool|postgres|kysely)'/,
    allowed: ['engines/kernel/'],
    instead: 'the database is reached through @tongqu/kernel/db, by the unit of work that the runner gives',
  },
  {
    looks: /\bprocess\.env\b/,
    allowed: ['engines/kernel/config/'],
    instead: 'settings come from @tongqu/kernel/config, one typed object',
  },
  {
    looks: /\bDate\.now\(\)|\bnew Date\(\)|\bTemporal\.Now\b/,
    allowed: ['engines/kernel/clock/', 'apps/web/'],
    instead: 'the time comes from @tongqu/kernel/clock (it may be simulated), or as an argument',
  },
  {
    looks: new RegExp(
      `import \\{[^}]*\\b(${writers}|createWriteStream|(${writers})Sync)\\b[^}]*\\} from 'node:fs(/promises)?'`,
    ),
    // The local socket is a file of the server's own; pages of docs/ are written by their generators.
    allowed: [
      'engines/kernel/',
      'apps/server/listen.ts',
      'domains/customs/plan/book/docs/',
      'engines/messages/docs/write.ts',
      'apps/server/client/write.ts',
      outside,
    ],
    instead: 'files are written through @tongqu/kernel/files (synced, bounded, part of the backup)',
  },
  {
    looks: /import (\* as )?\w+ from 'node:fs(\/promises)?'/,
    allowed: [],
    instead: 'import the single functions by name, so that a reader sees whether a file is written',
  },
  {
    looks: /\bfrom '(node:(net|tls|dgram|http|https|http2)|nats|@nats-io\/[^']+|undici)'/,
    allowed: ['engines/kernel/', 'apps/server/', 'apps/cli/calls/connection.ts', outside],
    instead: 'outside counters and brokers are spoken to through the kernel, after commit',
  },
  {
    looks: /\bfrom 'node:child_process'/,
    allowed: ['engines/kernel/'],
    instead: 'processes are started by the kernel',
  },
]

const sqlTime: Port = {
  looks:
    /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\(\)|\bcurrent_(timestamp|date)\b/i,
  // What is due in the queue is so by the database's clock, which graphile-worker goes by; how far it is from ours is looked at.
  allowed: ['engines/kernel/job/door.ts', 'engines/kernel/state/database.ts'],
  instead: 'hand the time to SQL as a value of the kernel’s clock',
}

/** Only the kernel opens the database, reads the clock and the environment, writes files, talks to a broker. */
export const portsCheck: Check = {
  name: 'ports',
  mend: 'go through the kernel’s port that the message names (tools/check/ports.ts)',
  async run(root) {
    const product = sources(root).filter(
      ({ path, isTest }) => !isTest && floors.some(floor => path.startsWith(`${floor}/`)),
    )
    const sql = files(root).filter(path => path.endsWith('.sql'))
    return [
      ...product.flatMap(({ path, text }) => ports.flatMap(port => findings(port, path, text))),
      ...product.flatMap(({ path, text }) => findings(sqlTime, path, sqlOf(withoutComments(text)))),
      ...sql.flatMap(path =>
        findings(sqlTime, path, readFileSync(join(root, path), 'utf8').replace(/--.*/g, '')),
      ),
    ]
  },
}

/** The SQL in a source text, every line still in its place: literals that begin like a statement, nothing else. */
function sqlOf(text: string): string {
  const literal = /`(?:\\[\s\S]|[^`\\])*`|'(?:\\.|[^'\\\n])*'/g
  const lines = (part: string) => part.replace(/[^\n]/g, '')
  let sql = ''
  let last = 0
  for (const found of text.matchAll(literal)) {
    const isSql = /^.\s*(select|insert|update|delete|with|create|alter|merge)\b/i.test(found[0])
    sql +=
      lines(text.slice(last, found.index)) +
      (isSql ? found[0].replace(/\$\{[^}]*\}/g, lines) : lines(found[0]))
    last = found.index + found[0].length
  }
  return sql
}

function findings(port: Port, path: string, text: string): Finding[] {
  if (port.allowed.some(beginning => path.startsWith(beginning))) return []
  const code = withoutComments(text)
  const every = new RegExp(port.looks.source, `g${port.looks.flags}`)
  return [...code.matchAll(every)].map(found => ({
    place: `${path}:${code.slice(0, found.index).split('\n').length}`,
    message: `${found[0].split('\n')[0]?.slice(0, 60)}: ${port.instead}`,
  }))
}
