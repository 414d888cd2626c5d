import type { BreakEven } from './break-even.ts'
import { usdCents } from './facts/usd.ts'
import type { CustomsMode } from './order.ts'
import type { OrderPlan } from './plan.ts'
import type { ModePlan } from './reason.ts'

/** What was decided for an order, as plain JSON values: it can be kept and rendered years later. */
export interface OrderDecision {
  readonly orderNo: string
  /** Legal day whose rules decided. */
  readonly day: string
  /** Value in cents of CNY and of USD; absent: no rate of exchange. */
  readonly cny?: number
  readonly usd?: number
  readonly modes: readonly ModePlan[]
  readonly chosen?: CustomsMode
  readonly override?: { readonly reason: string; readonly instead: CustomsMode | undefined }
  readonly breakEven?: BreakEven
  /** Cents of CNY at which earlier orders of the same book left the buyer's yearly retail amount. */
  readonly usedBefore?: number
}

/** The part of a plan that is kept. */
export function decisionOf(plan: OrderPlan): OrderDecision {
  const { facts, chosen, override, breakEven } = plan
  const usd = usdCents(facts)
  return {
    orderNo: plan.order.orderNo,
    day: plan.day,
    ...(facts.fx !== undefined && { cny: facts.value }),
    ...(usd !== undefined && { usd }),
    modes: plan.modes,
    ...(chosen && { chosen }),
    ...(override && { override }),
    ...(breakEven && { breakEven }),
    ...(facts.usedBefore !== undefined && { usedBefore: facts.usedBefore }),
  }
}
