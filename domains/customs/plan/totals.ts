import type { OrderDecision } from '@tongqu/tariff'

/** What an order comes to under a mode, in cents of CNY; nothing where no mode is allowed. */
export interface OrderTotals {
  readonly taxes: number
  readonly refund: number
  readonly netCost: number
}

export function totalsOf(decision: OrderDecision, mode: string | undefined = decision.chosen): OrderTotals {
  const amounts = decision.modes.find(each => each.mode === mode)?.amounts
  return { taxes: amounts?.taxes.total ?? 0, refund: amounts?.refund ?? 0, netCost: amounts?.netCost ?? 0 }
}
