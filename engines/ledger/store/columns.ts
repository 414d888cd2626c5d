import { type Account, type Hold, type HoldStatus, NIL_ID, type Transfer } from '../machine/index.ts'

/** Values as the text of a PostgreSQL array; for ids and numbers, which need no quotes. */
export function column(values: readonly (string | number | bigint | undefined)[]): string {
  return `{${values.map(value => value ?? 'NULL').join(',')}}`
}

/** "None" is null in the tables. */
export function idOrNull(id: string): string | undefined {
  return id === NIL_ID ? undefined : id
}

/** An account as a query gives it: bigints come as text. */
export interface AccountRow extends Record<string, unknown> {
  readonly id: string
  /** What transfers name it by in the tables. */
  readonly key: number
  readonly party_id: string
  readonly writer: string
  readonly ledger: number
  readonly code: number
  readonly flags: number
  readonly debits_pending: string
  readonly debits_posted: string
  readonly credits_pending: string
  readonly credits_posted: string
  readonly user_data_128: string | null
  readonly user_data_64: string
  readonly user_data_32: number
  readonly timestamp: string
  readonly changed_at: string
}

export const ACCOUNT_COLUMNS = `id, key, party_id, writer, ledger, code, flags, debits_pending, debits_posted,
  credits_pending, credits_posted, user_data_128, user_data_64, user_data_32, timestamp, changed_at`

export function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    ledger: row.ledger,
    code: row.code,
    flags: row.flags,
    debits_pending: BigInt(row.debits_pending),
    debits_posted: BigInt(row.debits_posted),
    credits_pending: BigInt(row.credits_pending),
    credits_posted: BigInt(row.credits_posted),
    user_data_128: row.user_data_128 ?? NIL_ID,
    user_data_64: BigInt(row.user_data_64),
    user_data_32: row.user_data_32,
    timestamp: BigInt(row.timestamp),
  }
}

/** A transfer with its hold, if it has one. */
export interface TransferRow extends Record<string, unknown> {
  readonly id: string
  readonly debit_account_id: string
  readonly credit_account_id: string
  readonly amount: string
  readonly pending_id: string | null
  readonly user_data_128: string | null
  readonly user_data_64: string
  readonly user_data_32: number
  readonly timeout: number
  readonly ledger: number
  readonly code: number
  readonly flags: number
  readonly timestamp: string
  readonly status: HoldStatus | null
  readonly expires_at: string | null
  readonly resolved_at: string | null
}

/** An id that was looked up: what it became, or that it has failed. */
export interface LookedUp extends Omit<TransferRow, 'id'> {
  readonly asked: string
  readonly id: string | null
}

/** Of `t` a transfer, `h` its hold, `d` and `c` its accounts (`WITH_ACCOUNTS`). */
export const TRANSFER_COLUMNS = `t.id, d.id as debit_account_id, c.id as credit_account_id, t.amount, t.pending_id, t.user_data_128,
  t.user_data_64, t.user_data_32, t.timeout, t.ledger, t.code, t.flags, t.timestamp, h.status, h.expires_at, h.resolved_at`

export function transferOf(row: TransferRow): Transfer {
  return {
    id: row.id,
    debit_account_id: row.debit_account_id,
    credit_account_id: row.credit_account_id,
    amount: BigInt(row.amount),
    pending_id: row.pending_id ?? NIL_ID,
    user_data_128: row.user_data_128 ?? NIL_ID,
    user_data_64: BigInt(row.user_data_64),
    user_data_32: row.user_data_32,
    timeout: row.timeout,
    ledger: row.ledger,
    code: row.code,
    flags: row.flags,
    timestamp: BigInt(row.timestamp),
  }
}

export const WITH_ACCOUNTS = `
  join ledger.account d on d.key = t.debit_account join ledger.account c on c.key = t.credit_account`

/** The hold of a row's transfer; undefined where it is no hold. */
export function holdOf(row: TransferRow): Hold | undefined {
  if (row.status === null) return undefined
  return {
    id: row.id,
    status: row.status,
    expires_at: row.expires_at === null ? undefined : BigInt(row.expires_at),
    resolved_at: row.resolved_at === null ? undefined : BigInt(row.resolved_at),
  }
}
