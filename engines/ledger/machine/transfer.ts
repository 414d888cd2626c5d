/** Bits of `Transfer.flags`, as TigerBeetle numbers them. */
export const TransferFlags = {
  /** Stands or falls with the next transfer of the batch. */
  linked: 1,
  /** Holds the amount; it is posted or voided by a later transfer, or expires. */
  pending: 2,
  post_pending_transfer: 4,
  void_pending_transfer: 8,
  /** Moves at most what the debit account has left. */
  balancing_debit: 16,
  /** Moves at most what the credit account lacks. */
  balancing_credit: 32,
  closing_debit: 64,
  closing_credit: 128,
  /** Not supported here: a transfer takes its time from the clock. */
  imported: 256,
} as const

/** All flags that a transfer may carry here. */
export const TRANSFER_FLAGS = 0xff

/**
 * The largest amount and the largest sum of an account's side: 2^63−1, what a bigint of PostgreSQL holds, where
 * TigerBeetle has 2^128−1. As the amount of a post it means the whole hold.
 */
export const AMOUNT_MAX = 0x7fff_ffff_ffff_ffffn

/** "None" where TigerBeetle has zero. */
export const NIL_ID = '00000000-0000-0000-0000-000000000000'
/** Reserved, where TigerBeetle has 2^128−1. */
export const MAX_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** A transfer as it is asked for. */
export interface NewTransfer {
  /** UUID, lower case, made and kept by the caller before asking: asking again with it moves nothing twice. */
  readonly id: string
  /** May be left out of a post or void. */
  readonly debit_account_id?: string
  /** May be left out of a post or void. */
  readonly credit_account_id?: string
  /** In the smallest piece of the unit; of a void 0 means the whole hold, of a post `AMOUNT_MAX` does. */
  readonly amount: bigint
  /** The hold that a post or void resolves. */
  readonly pending_id?: string
  /** Seconds until a hold expires; 0: never. */
  readonly timeout?: number
  /** May be left out of a post or void. */
  readonly ledger?: number
  /** Why: the kind of transfer, 1 to 65535; may be left out of a post or void. */
  readonly code?: number
  readonly flags?: number
  readonly user_data_128?: string
  readonly user_data_64?: bigint
  readonly user_data_32?: number
}

/** A transfer that happened; it never changes. */
export interface Transfer extends Required<NewTransfer> {
  /** Nanoseconds since 1970, UTC; strictly ascending within an account. */
  readonly timestamp: bigint
}

/** What became of a hold. */
export type HoldStatus = 'pending' | 'posted' | 'voided' | 'expired'

/** The second life of a pending transfer: resolved at most once. */
export interface Hold {
  readonly id: string
  readonly status: HoldStatus
  /** Nanoseconds since 1970; undefined: it never expires. */
  readonly expires_at: bigint | undefined
  /** When it was posted, voided or expired. */
  readonly resolved_at: bigint | undefined
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const INT_MAX = 0x7fff_ffff

/**
 * A transfer with every field. Fields that the caller left out are "none".
 * @throws RangeError for a value that the field cannot hold: a door checks its input before
 */
export function wholeTransfer(asked: NewTransfer): Required<NewTransfer> {
  const transfer = {
    id: asked.id,
    debit_account_id: asked.debit_account_id ?? NIL_ID,
    credit_account_id: asked.credit_account_id ?? NIL_ID,
    amount: asked.amount,
    pending_id: asked.pending_id ?? NIL_ID,
    timeout: asked.timeout ?? 0,
    ledger: asked.ledger ?? 0,
    code: asked.code ?? 0,
    flags: asked.flags ?? 0,
    user_data_128: asked.user_data_128 ?? NIL_ID,
    user_data_64: asked.user_data_64 ?? 0n,
    user_data_32: asked.user_data_32 ?? 0,
  }
  checkIds(transfer.id, transfer.debit_account_id, transfer.credit_account_id, transfer.pending_id)
  checkIds(transfer.user_data_128)
  checkBigints(transfer.amount, transfer.user_data_64)
  checkInts(INT_MAX, transfer.timeout, transfer.ledger, transfer.user_data_32)
  checkInts(0xffff, transfer.code, transfer.flags)
  return transfer
}

export function checkIds(...ids: string[]): void {
  for (const id of ids)
    if (id !== NIL_ID && !uuid.test(id)) throw new RangeError(`not a UUID in lower case: ${id}`)
}

export function checkBigints(...values: bigint[]): void {
  for (const value of values)
    if (typeof value !== 'bigint' || value < 0n || value > AMOUNT_MAX)
      throw new RangeError(`not a whole number from 0 to 2^63−1: ${value}`)
}

export function checkInts(max: number, ...values: number[]): void {
  for (const value of values)
    if (!Number.isInteger(value) || value < 0 || value > max)
      throw new RangeError(`not a whole number from 0 to ${max}: ${value}`)
}
