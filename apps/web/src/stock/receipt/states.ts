import type { State } from '../../part/StateMark.tsx'
import type { ReceiptHead } from '../../remote/market.ts'

/** A receipt's life in the console's states. */
export const receiptState: Record<ReceiptHead['state'], State> = {
  announced: 'waits',
  receiving: 'runs',
  closed: 'done',
  cancelled: 'idle',
}

export const receiptStates = ['announced', 'receiving', 'closed', 'cancelled'] as const

export const isOpen = ({ state }: Pick<ReceiptHead, 'state'>): boolean =>
  state === 'announced' || state === 'receiving'
