import type { State } from '../part/StateMark.tsx'
import type { RowState } from '../remote/contracts.ts'

/** A row of the letter in the console's states. */
export const stateOf: Record<RowState, State> = { none: 'idle', part: 'runs', whole: 'done' }

export const rowStates: readonly RowState[] = ['whole', 'part', 'none']
