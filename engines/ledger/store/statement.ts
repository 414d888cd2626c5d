import type { Tx } from '@tongqu/kernel/db'
import { type AsAt, type Balances, balancesAt, balancesOf, known } from './balances.ts'
import { ACCOUNT_KEY, type Side, sides } from './sides.ts'

/** What a line of a statement tells. */
export type LineKind = 'transfer' | 'hold' | 'post' | 'void' | 'expiry'

/** One change of an account, and how it stood after. */
export interface StatementLine {
  readonly kind: LineKind
  /** Nanoseconds since 1970; no two lines of an account have the same. */
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
  /** As at the beginning of what was asked for. */
  readonly opening: Balances
  readonly lines: readonly StatementLine[]
  /** As at its end, also where lines were left out. */
  readonly closing: Balances
  /** Further lines of the period follow. */
  readonly more: boolean
}

/** Which lines of a period are wanted. */
export interface Wanted {
  /** Lines at most; `more` says when some were left out. */
  readonly most: number
  /** The last first; absent: the first first. */
  readonly newest?: boolean | undefined
  readonly side?: 'debit' | 'credit' | undefined
  /** Transfers of this code. */
  readonly code?: number | undefined
}

interface Row extends Record<string, unknown> {
  readonly kind: LineKind
  readonly timestamp: string
  readonly id: string
  readonly side: 'debit' | 'credit'
  readonly counter: string
  readonly amount: string
  readonly code: number
  /** Change of the account's own two balances on that side, and the sums of both sides' up to this line. */
  readonly pending: string
  readonly posted: string
  readonly dp: string
  readonly d: string
  readonly cp: string
  readonly c: string
}

// Flags: 2 pending, 4 post, 8 void.
const linesOf = ({ own, other, name }: Side) => `
  select case when t.flags & 4 <> 0 then 'post' when t.flags & 8 <> 0 then 'void' when t.flags & 2 <> 0 then 'hold'
      else 'transfer' end as kind, t.timestamp, t.id, '${name}' as side, t.${other} as counter, t.amount, t.code,
    case when t.flags & 2 <> 0 then t.amount when t.flags & 12 = 0 then 0
      else -(select h.amount from ledger.hold h where h.id = t.pending_id) end as pending,
    case when t.flags & 10 = 0 then t.amount else 0 end as posted
  from ledger.transfer t
  where t.${own} = (select ${ACCOUNT_KEY} from ledger.account where id = $1) and t.timestamp > $2 and t.timestamp <= $3
    and ${known('t.run', '$4')}
  union all
  select 'expiry', h.resolved_at, h.id, '${name}', h.${other}, h.amount, t.code, -h.amount, 0
  from ledger.hold h join ledger.transfer t on t.id = h.id
  where h.${own} = (select ${ACCOUNT_KEY} from ledger.account where id = $1) and h.status = 'expired'
    and h.resolved_at > $2 and h.resolved_at <= $3 and ${known('h.resolved_run', '$4')}`
const sum = (what: string, side: string) =>
  `(sum(case when side = '${side}' then ${what} else 0 end) over w)::text`
// Sums run over every line of the period, so that a line's balances are right whichever lines are wanted.
const linesSql = (order: 'asc' | 'desc') => `
  select l.kind, l.timestamp, l.id, l.side, account.id as counter, l.amount::text, l.code, l.pending::text, l.posted::text,
    l.dp, l.d, l.cp, l.c
  from (
    select *, ${sum('pending', 'debit')} as dp, ${sum('posted', 'debit')} as d, ${sum('pending', 'credit')} as cp,
      ${sum('posted', 'credit')} as c
    from (${sides.map(linesOf).join(' union all ')}) as line
    window w as (order by timestamp ${order}, id)) as l
  join ledger.account on account.${ACCOUNT_KEY} = l.counter
  where ($5::text is null or l.side = $5) and ($6::int is null or l.code = $6)
  order by l.timestamp ${order}, l.id limit $7`
const OLDEST_FIRST = linesSql('asc')
const NEWEST_FIRST = linesSql('desc')

/**
 * The changes of an account after `from` up to and with `to.at`, each with the balances after it.
 * Needs sight of all accounts and events.
 * @param from nanoseconds since 1970; not included
 */
export async function statementOf(
  tx: Tx,
  account: string,
  from: bigint,
  to: AsAt,
  wanted: Wanted,
): Promise<Statement> {
  const { most, newest = false, side, code } = wanted
  const [opening, closing] = (await balancesAt(
    tx,
    [
      { id: account, at: from },
      { id: account, at: to.at },
    ],
    to.knownAt,
  )) as [Balances, Balances]
  const rows = await tx.query<Row>(newest ? NEWEST_FIRST : OLDEST_FIRST, [
    account,
    from,
    to.at,
    to.knownAt,
    side ?? null,
    code ?? null,
    most + 1,
  ])
  const lines = rows.slice(0, most).map(row => {
    const balances = newest ? before(closing, row) : add(opening, balancesOf(row))
    return lineOf(row, balances)
  })
  return { opening, lines, closing, more: rows.length > most }
}

function lineOf(
  { kind, timestamp, id, side, counter, amount, code }: Row,
  balances: Balances,
): StatementLine {
  return {
    kind,
    timestamp: BigInt(timestamp),
    id,
    side,
    counter_account_id: counter,
    amount: BigInt(amount),
    code,
    balances,
  }
}

/** The balances after a line, from those at the end and the sums of this line and all after it. */
function before(closing: Balances, row: Row): Balances {
  const { dp, d, cp, c } = row
  const own = (side: Row['side'], change: string) => (row.side === side ? BigInt(change) : 0n)
  return {
    debits_pending: closing.debits_pending - BigInt(dp) + own('debit', row.pending),
    debits_posted: closing.debits_posted - BigInt(d) + own('debit', row.posted),
    credits_pending: closing.credits_pending - BigInt(cp) + own('credit', row.pending),
    credits_posted: closing.credits_posted - BigInt(c) + own('credit', row.posted),
  }
}

function add(a: Balances, b: Balances): Balances {
  return {
    debits_pending: a.debits_pending + b.debits_pending,
    debits_posted: a.debits_posted + b.debits_posted,
    credits_pending: a.credits_pending + b.credits_pending,
    credits_posted: a.credits_posted + b.credits_posted,
  }
}
