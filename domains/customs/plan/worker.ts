import { openFile } from '@tongqu/kernel/files'
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
    const parts = { file, tables: planTables(task.set), rules: rulesOfPacks(task.packs) }
    for await (const piece of runPlan({ ...task, ...parts })) yield toKeep(piece)
  } finally {
    await file.close()
  }
})
