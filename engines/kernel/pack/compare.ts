import type { UnitOfWork } from '../command/unit-of-work.ts'
import { type DiffLine, diffLines } from './diff.ts'

/** Lines of one file's comparison that are shown. */
const MOST_LINES = 400

interface Version extends Record<string, unknown> {
  readonly run: string
  readonly files: Readonly<Record<string, string>>
}

interface Compared {
  readonly name: string
  readonly change: 'added' | 'changed' | 'removed'
}

/**
 * What differs between two versions of a pack, each named by the run that applied it.
 * @param from absent: the version before
 * @returns undefined when there is no such version
 */
export async function comparedFiles(work: UnitOfWork, pack: string, to: string, from: string | undefined) {
  const [later] = await work.query<Version>('select run, files from kernel.pack where id = $1 and run = $2', [
    pack,
    to,
  ])
  const earlier = later && (await (from ? named(work, pack, from) : before(work, pack, to)))
  if (!later || (from && !earlier)) return undefined
  const [old, now] = [earlier?.files ?? {}, later.files]
  const changes: Compared[] = [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .sort()
    .filter(name => old[name] !== now[name])
    .map(name => ({ name, change: !(name in old) ? 'added' : !(name in now) ? 'removed' : 'changed' }))
  return {
    pack,
    ...(earlier && { from: earlier.run }),
    to,
    files: changes.map(({ name, change }) => ({
      name,
      change,
      ...shown(old[name] ?? '', now[name] ?? '', change),
    })),
  }
}

async function named(work: UnitOfWork, pack: string, run: string): Promise<Version | undefined> {
  const [row] = await work.query<Version>('select run, files from kernel.pack where id = $1 and run = $2', [
    pack,
    run,
  ])
  return row
}

async function before(work: UnitOfWork, pack: string, run: string): Promise<Version | undefined> {
  const [row] = await work.query<Version>(
    `select run, files from kernel.pack where id = $1 and (applied_at, run) <
       (select applied_at, run from kernel.pack where id = $1 and run = $2)
     order by applied_at desc, run desc limit 1`,
    [pack, run],
  )
  return row
}

function shown(old: string, now: string, change: Compared['change']) {
  const { hunks, added, removed } = diffLines(old, now)
  // A file that is new or gone is told by its name and size: all of its lines would be.
  if (change !== 'changed') return { added, removed, hunks: [], left: 0 }
  const kept: DiffLine[][] = []
  let room = MOST_LINES
  let left = 0
  for (const hunk of hunks) {
    const part = hunk.slice(0, Math.max(0, room)).map(line => ({ ...line, text: line.text.slice(0, 500) }))
    if (part.length > 0) kept.push(part)
    room -= part.length
    left += hunk.length - part.length
  }
  return { added, removed, hunks: kept, left }
}
