import type { State } from '../../part/StateMark.tsx'
import type { Answer } from '../../remote/contracts.ts'

export type Import = Answer<'customs.import.get'>

/** An import's life in the console's states. */
export const importState: Record<Import['state'], State> = {
  waiting: 'waits',
  checking: 'runs',
  checked: 'waits',
  publishing: 'runs',
  published: 'done',
  refused: 'refused',
  cancelled: 'idle',
  failed: 'refused',
}

export const isUnderWay = ({ state }: Import): boolean =>
  state === 'waiting' || state === 'checking' || state === 'publishing'

/** A refusal's place as the reader names it: the row of the file, then the column. */
export function placeOf(place: string): { row: string; column: string } {
  const [row = '', ...column] = place.split(' ')
  return { row, column: column.join(' ') }
}
