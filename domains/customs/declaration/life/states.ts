/*
 * The life of one record (an order, a payment, a waybill, a list, a cancelling) with the counter:
 *
 *   draft ──► waiting ──► sending ──► sent ──► stored ─► declaring ─► declared ─► manual_review, approved,
 *     │          │           │          │                                │        inspected, detained
 *     │          │           └► unknown ┘                                └─► released ─► concluded
 *     └──────────┴► withdrawn                                                 │  returned
 *                                        any of them ─► rejected, failed ─────┴─► (corrected) waiting
 *
 * Up to `sent` we move it ourselves; from there receipts do, and nothing else. What a receipt says is decided by its
 * precedence (precedence.ts), not by the order in which receipts come in.
 */

/** States that we bring about. */
export const ownStates = ['draft', 'waiting', 'sending', 'sent', 'unknown', 'withdrawn'] as const

/** States that a receipt brings about. */
export const toldStates = [
  'stored',
  'declaring',
  'declared',
  'manual_review',
  'approved',
  'inspected',
  'detained',
  'released',
  'returned',
  'concluded',
  'rejected',
  'failed',
] as const

export type OwnState = (typeof ownStates)[number]
export type ToldState = (typeof toldStates)[number]
export type RecordState = OwnState | ToldState

export const isToldState = (text: string): text is ToldState =>
  (toldStates as readonly string[]).includes(text)

/** What a person may do to a record. */
export type Act = 'submit' | 'resend' | 'arrived' | 'correct' | 'withdraw' | 'cancel' | 'return'

/** The states in which each act is possible. `cancel` and `return` are acts upon a list that the customs has. */
export const possible: Readonly<Record<Act, ReadonlySet<RecordState>>> = {
  submit: new Set(['draft']),
  // The counter knows a record by its business key: to send it twice is harmless.
  resend: new Set(['sending', 'sent', 'unknown', 'failed']),
  // Whoever asked the counter, or carried the message there by hand, says so; from then on its answer is waited for.
  // Of one that counts as sent already it is only kept who asked.
  arrived: new Set(['sending', 'sent', 'unknown']),
  correct: new Set(['draft', 'rejected', 'failed']),
  withdraw: new Set(['draft', 'waiting']),
  cancel: new Set(['declared', 'manual_review', 'approved', 'inspected', 'released']),
  return: new Set(['released', 'concluded']),
}

/** The states in which the counter may already have the record, so that a receipt can be an answer to it. */
export const isWithCounter = (state: RecordState): boolean =>
  state !== 'draft' && state !== 'waiting' && state !== 'withdrawn'

/** States in which an answer of the counter is still waited for. */
export const awaiting: ReadonlySet<RecordState> = new Set([
  'sending',
  'sent',
  'unknown',
  'stored',
  'declaring',
  'manual_review',
  'approved',
  'inspected',
  'detained',
])

/** The counter has taken the record in: what rests on it may follow. */
export const isTakenIn = (state: RecordState): boolean =>
  state === 'declared' || state === 'approved' || state === 'released' || state === 'concluded'
