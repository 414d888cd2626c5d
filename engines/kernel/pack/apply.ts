import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { Pack } from './read.ts'

/** What applying a pack changed. */
export interface AppliedPack {
  readonly id: string
  readonly digest: string
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

/**
 * Keeps the content of packs, each version once, for what was decided by it must be found again; tells
 * `kernel.pack.applied` for those that differ from what was applied last.
 */
export async function applyPacks(work: UnitOfWork, packs: readonly Pack[]): Promise<AppliedPack[]> {
  const done: AppliedPack[] = []
  for (const pack of packs) {
    const before = await latest(work, pack.id)
    if (before?.digest === pack.digest) continue
    const files = Object.fromEntries(pack.files)
    await work.execute(
      'insert into kernel.pack (id, digest, files, applied_at, run) values ($1, $2, $3, $4, $5)',
      [pack.id, pack.digest, JSON.stringify(files), work.now, work.run],
    )
    const applied = { id: pack.id, digest: pack.digest, ...difference(before?.files ?? {}, files) }
    work.emit({ type: 'kernel.pack.applied', record: `kernel.pack/${pack.id}`, data: applied })
    done.push(applied)
  }
  return done
}

async function latest(work: UnitOfWork, id: string) {
  const [row] = await work.query<{ digest: string; files: Record<string, string> }>(
    'select digest, files from kernel.pack where id = $1 order by applied_at desc, run desc limit 1',
    [id],
  )
  return row
}

function difference(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  return {
    added: Object.keys(after).filter(name => !(name in before)),
    changed: Object.keys(after).filter(name => name in before && before[name] !== after[name]),
    removed: Object.keys(before).filter(name => !(name in after)),
  }
}
