import type { Definition } from '@tongqu/kernel/command'
import type { JobDefinition } from '@tongqu/kernel/job'
import type { Refusals } from '@tongqu/kernel/refusal'
import { articleCalls } from './article/calls.ts'
import { articleRefusals } from './article/refusals.ts'
import { countCalls } from './count/calls.ts'
import { countRefusals } from './count/refusals.ts'
import { handleCalls } from './handle/calls.ts'
import { handleRefusals } from './handle/refusals.ts'
import { holdCalls } from './hold/calls.ts'
import { holdRefusals } from './hold/refusals.ts'
import { levelCalls } from './level/calls.ts'
import { levelRefusals } from './level/refusals.ts'
import { receiptCalls } from './receipt/calls.ts'
import { receiptRefusals } from './receipt/refusals.ts'
import { stockRefusals } from './refusals.ts'
import { reservationCalls } from './reservation/calls.ts'
import { reservationRefusals } from './reservation/refusals.ts'
import type { StockRules } from './rulebook.ts'
import { shelfCalls } from './shelf/calls.ts'
import { shelfRefusals } from './shelf/refusals.ts'
import { transferCalls } from './transfer/calls.ts'
import { transferRefusals } from './transfer/refusals.ts'
import { warehouseCalls } from './warehouse/calls.ts'
import { warehouseRefusals } from './warehouse/refusals.ts'
import { watchJob } from './watch/job.ts'

/** Refusals of stock. */
export const refusalsOfStock: readonly Refusals[] = [
  stockRefusals,
  warehouseRefusals,
  articleRefusals,
  receiptRefusals,
  holdRefusals,
  transferRefusals,
  shelfRefusals,
  reservationRefusals,
  levelRefusals,
  handleRefusals,
  countRefusals,
]

/** Jobs of stock. */
export function stockJobs(rules: StockRules): readonly JobDefinition[] {
  return [watchJob(rules)]
}

/** Calls of stock, by the rules of an installation's packs. */
export function stockCalls(rules: StockRules): Definition[] {
  return [
    ...warehouseCalls(rules),
    ...articleCalls(rules),
    ...receiptCalls(rules),
    ...holdCalls(rules),
    ...transferCalls(rules),
    ...shelfCalls(rules),
    ...reservationCalls(rules),
    ...levelCalls(rules),
    ...handleCalls(rules),
    ...countCalls(rules),
  ]
}
