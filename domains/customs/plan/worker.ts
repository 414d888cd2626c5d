import { type OpenedFile, openFile } from '@tongqu/kernel/files'
import type { Pack } from '@tongqu/kernel/pack'
import { work } from '@tongqu/kernel/worker/thread'
import { rulesOfPacks } from '../rules/of-packs.ts'
import { planTables, type TableSet } from '../tables/index.ts'
import { type PieceToKeep, toKeep } from './pieces.ts'
import { runPlan } from './run.ts'

/** What the thread is given: plain values only. */
export interface PlanTask {
  readonly path: string
  readonly kind: 'xlsx' | 'csv' | 'json'
  readonly name: string
  readonly date: string
  readonly fx: Readonly<Record<string, string>>
  readonly set: TableSet
  readonly packs: readonly Pack[]
}

await work<PlanTask, PieceToKeep>(async function* (task) {
  const file = await openFile(task.path)
  try {
    const counted = counting(file)
    const parts = { file: counted, tables: planTables(task.set), rules: rulesOfPacks(task.packs) }
    for await (const piece of runPlan({ ...task, ...parts })) yield toKeep(piece, counted.share())
  } finally {
    await file.close()
  }
})

/** A file that knows how much of it has been read: a workbook's parts are read once each, its index first. */
function counting(file: OpenedFile): OpenedFile & { share(): number } {
  let bytes = 0
  return {
    size: file.size,
    furthest: file.size,
    async read(offset, length) {
      const read = await file.read(offset, length)
      bytes += read.length
      return read
    },
    close: () => file.close(),
    share: () => Math.min(1, bytes / Math.max(1, file.size)),
  }
}
