import type { State } from '../part/StateMark.tsx'
import type { PlanHead } from '../remote/contracts.ts'

/** A plan's life in the console's states. */
export const planState: Record<PlanHead['state'], State> = {
  waiting: 'waits',
  reading: 'runs',
  done: 'done',
  failed: 'refused',
  cancelled: 'idle',
}

export const isUnderWay = (plan: PlanHead): boolean => plan.state === 'waiting' || plan.state === 'reading'

/** How much of the book has been read; undefined while nothing of it is. */
export function readShare({ percent }: PlanHead): number | undefined {
  return percent > 0 ? percent / 100 : undefined
}
