import type { Refusal } from '../refusal/index.ts'

/** How a call ended, as a value. */
export type Outcome =
  | { readonly kind: 'done'; readonly output: unknown; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly replayed: boolean }

export function refusedOutcome(refusal: Refusal): Outcome {
  return { kind: 'refused', refusal, replayed: false }
}
