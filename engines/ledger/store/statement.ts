import type { Tx } from '@tongqu/kernel/db'
import { type AsAt, type Balances, balancesAt, known } from './balances.ts'

/** What a line of a statement tells. */
export type LineKind = 'transfer' | 'hold' | 'post' | 'void' | 'expiry'

/** One change of an account, and how it stood after. */
export interface StatementLine {
  readonly kind: LineKind
  /** Nanoseconds since 1970. */
  readonly timestamp: bigint
  /** The transfer; of an expiry the hold. */
  readonly id: string
  readonly side: 'debit' | 'credit'
  readonly counter_account_id: string
  /** Of an expiry and a void what was given back, of the others the transfer's own. */
  readonly amount: bigint
  readonly code: number
  readonly balances: Balances
}

export interface Statement {
  readonly opening: Balances
  readonly lines: readonly StatementLine[]
  /** After the last line given. */
  readonly closing: Balances
  /** Further lines of the period follow. */
  readonly more: boolean
}

interface Row extends Record<string, unknown> {
  readonly kind: LineKind
  readonly timestamp: string
  readonly id: string
  readonly side: 'debit' | 'credit'
  readonly counter: string
  readonly amount: string
  readonly held: string | null
  readonly code: number
}

// Flags: 2 pending, 4 post, 8 void.
const side = (own: string, other: string, name: string) => `
  select case when t.flags & 4 <> 0 then 'post' when t.flags & 8 <> 0 then 'void' when t.flags & 2 <> 0 then 'hold'
      else 'transfer' end as kind,
    t.timestamp, t.id, '${name}' as side, t.${other} as counter, t.amount, p.amount as held, t.code
  from ledger.transfer t left join ledger.hold p on p.id = t.pending_id
  where t.${own} = $1 and t.timestamp > $2 and t.timestamp <= $3 and ${known('t.run', '$4')}
  union all
  select 'expiry', h.resolved_at, h.id, '${name}', h.${other}, h.amount, h.amount, t.code
  from ledger.hold h join ledger.transfer t on t.id = h.id
  where h.${own} = $1 and h.status = 'expired' and h.resolved_at > $2 and h.resolved_at <= $3 and ${known('h.resolved_run', '$4')}`
const LINES = `
  select * from (
    ${side('debit_account_id', 'credit_account_id', 'debit')} union all
    ${side('credit_account_id', 'debit_account_id', 'credit')}) as line
  order by timestamp, kind, id limit $5`

/**
 * The changes of an account after `from` up to `to.at`, each with the balances after it.
 * Needs the system scope.
 * @param from nanoseconds since 1970; not included
 * @param most lines at most; `more` says when some were left out
 */
export async function statementOf(
  tx: Tx,
  account: string,
  from: bigint,
  to: AsAt,
  most: number,
): Promise<Statement> {
  const opening = await balancesAt(tx, account, { at: from, knownAt: to.knownAt })
  const rows = await tx.query<Row>(LINES, [account, from, to.at, to.knownAt, most + 1])
  let balances = opening
  const lines = rows.slice(0, most).map((row): StatementLine => {
    balances = after(balances, row)
    return {
      kind: row.kind,
      timestamp: BigInt(row.timestamp),
      id: row.id,
      side: row.side,
      counter_account_id: row.counter,
      amount: BigInt(row.amount),
      code: row.code,
      balances,
    }
  })
  return { opening, lines, closing: balances, more: rows.length > most }
}

function after(before: Balances, { kind, side, amount, held }: Row): Balances {
  const isHold = kind === 'hold'
  const pending = isHold ? BigInt(amount) : -BigInt(held ?? 0)
  const posted = kind === 'transfer' || kind === 'post' ? BigInt(amount) : 0n
  const [pendingField, postedField] =
    side === 'debit'
      ? (['debits_pending', 'debits_posted'] as const)
      : (['credits_pending', 'credits_posted'] as const)
  return {
    ...before,
    [pendingField]: before[pendingField] + pending,
    [postedField]: before[postedField] + posted,
  }
}
