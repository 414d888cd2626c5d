import type { State } from '../part/StateMark.tsx'
import type { PlanHead } from '../remote/contracts.ts'

/** A plan's life in the console's states. */
export const planState: Record<PlanHead['state'], State> = {
  waiting: 'waits',
  reading: 'runs',
  done: 'done',
  failed: 'refused',
}

export const isUnderWay = (plan: PlanHead): boolean => plan.state === 'waiting' || plan.state === 'reading'

/** How much of the book has been read; undefined while its size is not known. */
export function readShare(plan: PlanHead): number | undefined {
  return plan.orders > 0 && plan.read > 0 ? Math.min(1, plan.read / plan.orders) : undefined
}
