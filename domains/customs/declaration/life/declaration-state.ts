import { awaiting, isWithCounter, type RecordState } from './states.ts'

/** What a record is to its declaration. */
export type Role =
  /** What the list or declaration rests on: order, payment, waybill. */
  | 'support'
  /** The list or declaration itself. */
  | 'list'
  /** An application to cancel it, or to send goods back. */
  | 'cancel'
  | 'return'

export interface RecordOfDeclaration {
  readonly role: Role
  readonly state: RecordState
}

/** A declaration as a whole: the states of its list, and what only a whole has. */
export type DeclarationState = RecordState | 'cancelled'

/** States of an application that say that it was granted. */
const GRANTED: ReadonlySet<RecordState> = new Set(['approved', 'released', 'concluded'])

/**
 * The state of a declaration, from those of its records alone, so that it needs no history of its own.
 * - a granted cancelling cancels it; a granted return returns it;
 * - else its list speaks, once the counter may have it;
 * - before that a support that was refused holds everything up; else it is under way as far as its supports are.
 */
export function declarationState(records: readonly RecordOfDeclaration[]): DeclarationState {
  const isGranted = (role: Role) => records.some(each => each.role === role && GRANTED.has(each.state))
  if (isGranted('cancel')) return 'cancelled'
  if (isGranted('return')) return 'returned'
  const list = records.find(each => each.role === 'list')
  if (!list) return 'draft'
  if (isWithCounter(list.state) || list.state === 'withdrawn') return list.state
  const supports = records.filter(each => each.role === 'support').map(each => each.state)
  for (const bad of ['rejected', 'failed', 'unknown'] as const) if (supports.includes(bad)) return bad
  if (list.state === 'draft') return 'draft'
  return supports.some(isWithCounter) ? 'sent' : 'waiting'
}

/** Whether anything about it still waits for the counter. */
export const isAwaiting = (records: readonly RecordOfDeclaration[]): boolean =>
  records.some(
    each => awaiting.has(each.state) && !(each.role === 'support' && each.state === 'manual_review'),
  )
