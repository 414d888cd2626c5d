import type { State } from '../../part/StateMark.tsx'
import type { TransferHead } from '../../remote/market.ts'

/** A transfer's life in the console's states. */
export const transferState: Record<TransferHead['state'], State> = {
  ordered: 'waits',
  dispatched: 'runs',
  closed: 'done',
  cancelled: 'idle',
}

export const transferStates = ['ordered', 'dispatched', 'closed', 'cancelled'] as const
