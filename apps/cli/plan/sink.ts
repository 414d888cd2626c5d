import type { PlannedOrder } from '@tongqu/customs/plan'
import type { PlanTotals } from './make.ts'

/** Something that takes a plan as it is made, so that memory holds one piece of it. */
export interface PlanSink {
  add(orders: readonly PlannedOrder[]): Promise<void>
  end(totals: PlanTotals): Promise<void>
}
