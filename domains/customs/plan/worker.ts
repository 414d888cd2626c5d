import { openFile } from '@tongqu/kernel/files'
import type { Pack } from '@tongqu/kernel/pack'
import { work } from '@tongqu/kernel/worker/thread'
import { rulesOfPacks } from '../rules/of-packs.ts'
import { planTables, type TableSet } from '../tables/index.ts'
import type { PlanPiece } from './pieces.ts'
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

await work<PlanTask, PlanPiece>(async function* (task) {
  const file = await openFile(task.path)
  try {
    yield* runPlan({ ...task, file, tables: planTables(task.set), rules: rulesOfPacks(task.packs) })
  } finally {
    await file.close()
  }
})
