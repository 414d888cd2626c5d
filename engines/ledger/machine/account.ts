/** Bits of `Account.flags`, as TigerBeetle numbers them. */
export const AccountFlags = {
  /** The account is created only if the next one of the batch is. */
  linked: 1,
  debits_must_not_exceed_credits: 2,
  credits_must_not_exceed_debits: 4,
  /** Not supported here, for there is no account without it: balances as at any instant are read of each. */
  history: 8,
  /** Not supported here: an account takes its time from the clock. */
  imported: 16,
  closed: 32,
} as const

/** An account as it is asked for. */
export interface NewAccount {
  /** UUID, lower case; neither nil nor all ones. */
  readonly id: string
  /** The unit of account: which currency, stock line, quota or budget; 1 to 2^31−1. */
  readonly ledger: number
  /** The kind of account in the chart of accounts; 1 to 65535. */
  readonly code: number
  readonly flags?: number
  readonly user_data_128?: string
  readonly user_data_64?: bigint
  readonly user_data_32?: number
}

/** An account: four balances in the smallest piece of its unit; they only describe what transfers did. */
export interface Account extends Required<NewAccount> {
  readonly debits_pending: bigint
  readonly debits_posted: bigint
  readonly credits_pending: bigint
  readonly credits_posted: bigint
  /** When it was created, nanoseconds since 1970, UTC. */
  readonly timestamp: bigint
}

/** Whether a further debit would break the account's limit. */
export function debitsExceedCredits(account: Account, amount: bigint): boolean {
  const { flags, debits_pending, debits_posted, credits_posted } = account
  const limited = (flags & AccountFlags.debits_must_not_exceed_credits) !== 0
  return limited && debits_pending + debits_posted + amount > credits_posted
}

/** Whether a further credit would break the account's limit. */
export function creditsExceedDebits(account: Account, amount: bigint): boolean {
  const { flags, credits_pending, credits_posted, debits_posted } = account
  const limited = (flags & AccountFlags.credits_must_not_exceed_debits) !== 0
  return limited && credits_pending + credits_posted + amount > debits_posted
}

export function isClosed(account: Account): boolean {
  return (account.flags & AccountFlags.closed) !== 0
}
