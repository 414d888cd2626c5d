import type { CustomsMode } from './order.ts'
import type { ModePlan } from './reason.ts'

/** The allowed mode of least net cost, ties by fewer documents, then by the order of the channel's table. */
export function choose(modes: readonly ModePlan[]): CustomsMode | undefined {
  let best: ModePlan | undefined
  for (const plan of modes) {
    if (plan.allowed === true && (best === undefined || isBetter(plan, best))) best = plan
  }
  return best?.mode
}

function isBetter(a: ModePlan, b: ModePlan): boolean {
  const cost = a.amounts!.netCost - b.amounts!.netCost
  return cost < 0 || (cost === 0 && a.amounts!.documents.length < b.amounts!.documents.length)
}
