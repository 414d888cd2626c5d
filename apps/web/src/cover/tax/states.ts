import type { State } from '../../part/StateMark.tsx'

const marks: Readonly<Record<string, State>> = { made: 'waits', summed: 'waits', paid: 'done', void: 'idle' }

/** How a tax bill's state is drawn. */
export const markOfBill = (state: string): State => marks[state] ?? 'idle'
/** Whether it is still to be paid. */
export const isOpenBill = (state: string): boolean => markOfBill(state) === 'waits'
