import type { State } from '../../part/StateMark.tsx'
import type { CountHead } from '../../remote/market.ts'

/** A count's life in the console's states. */
export const countState: Record<CountHead['state'], State> = {
  counting: 'runs',
  recounting: 'runs',
  counted: 'waits',
  posted: 'done',
  cancelled: 'idle',
}

export const countStates = ['counting', 'recounting', 'counted', 'posted', 'cancelled'] as const

export const isCounting = ({ state }: Pick<CountHead, 'state'>): boolean =>
  state === 'counting' || state === 'recounting'
