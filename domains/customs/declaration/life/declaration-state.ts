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
 * - else its list speaks, once the counter may have it; of several (the parts of a summary) the one that needs somebody,
 *   else the one that is least far;
 * - before that a support that was refused holds everything up; else it is under way as far as its supports are.
 */
export function declarationState(records: readonly RecordOfDeclaration[]): DeclarationState {
  const isGranted = (role: Role) => records.some(each => each.role === role && GRANTED.has(each.state))
  if (isGranted('cancel')) return 'cancelled'
  if (isGranted('return')) return 'returned'
  const lists = records.filter(each => each.role === 'list').map(each => each.state)
  if (lists.length === 0) return 'draft'
  const list = spokesman(lists)
  if (isWithCounter(list) || list === 'withdrawn') return list
  const supports = records.filter(each => each.role === 'support').map(each => each.state)
  for (const bad of ['rejected', 'failed', 'unknown'] as const) if (supports.includes(bad)) return bad
  if (list === 'draft') return 'draft'
  return supports.some(isWithCounter) ? 'sent' : 'waiting'
}

/** States in which somebody has to do something, the worst first; then all others, the least far first. */
const SPEAKING: readonly RecordState[] = [
  'rejected',
  'failed',
  'unknown',
  'detained',
  'inspected',
  'draft',
  'waiting',
  'sending',
  'sent',
  'stored',
  'declaring',
  'declared',
  'manual_review',
  'approved',
  'released',
  'returned',
  'concluded',
]

/** The state that speaks for several lists; one that was withdrawn says nothing as long as another stands. */
function spokesman(states: readonly RecordState[]): RecordState {
  return SPEAKING.find(state => states.includes(state)) ?? 'withdrawn'
}

/** Whether anything about it still waits for the counter. */
export const isAwaiting = (records: readonly RecordOfDeclaration[]): boolean =>
  records.some(
    each => awaiting.has(each.state) && !(each.role === 'support' && each.state === 'manual_review'),
  )
