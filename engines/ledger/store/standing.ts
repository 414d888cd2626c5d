import { AccountFlags } from '../machine/index.ts'
import type { Balances } from './balances.ts'

/** What an account may not do: its debits exceed its credits, or the reverse; or anything goes. */
export type Limit = 'none' | 'debits' | 'credits'

export function limitOf(flags: number): Limit {
  if (flags & AccountFlags.debits_must_not_exceed_credits) return 'debits'
  return flags & AccountFlags.credits_must_not_exceed_debits ? 'credits' : 'none'
}

/** How an account stands on the side on which it is kept, in the smallest piece of its unit. */
export interface Standing {
  readonly side: 'debit' | 'credit'
  /** Posted on that side, less what was posted on the other. */
  readonly balance: bigint
  /** Held to go out. */
  readonly held: bigint
  /** Held to come in. */
  readonly coming: bigint
  /** What may still go out; undefined: nothing limits it. */
  readonly available: bigint | undefined
}

/**
 * An account that must not be overdrawn is kept on the credit side, one that must not give out more than it took in on
 * the debit side, one without a limit on the side where it has more.
 */
export function standingOf(balances: Balances, limit: Limit): Standing {
  const { debits_pending, debits_posted, credits_pending, credits_posted } = balances
  const isDebit = limit === 'credits' || (limit === 'none' && debits_posted > credits_posted)
  const balance = isDebit ? debits_posted - credits_posted : credits_posted - debits_posted
  const held = isDebit ? credits_pending : debits_pending
  return {
    side: isDebit ? 'debit' : 'credit',
    balance,
    held,
    coming: isDebit ? debits_pending : credits_pending,
    available: limit === 'none' ? undefined : balance - held,
  }
}
