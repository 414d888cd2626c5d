import type { Tx } from '@tongqu/kernel/db'
import { type AsAt, type Balances, balancesAt, balancesOf } from './balances.ts'
import { known } from './known.ts'
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
  /** Change of the two balances on that side. */
  readonly pending: string
  readonly posted: string
}

/** With the sums of the changes up to this line, of both sides. */
type SummedRow = Row & Parameters<typeof balancesOf>[0]

const own = (column: string) => `${column} = (select ${ACCOUNT_KEY} from ledger.account where id = $1)`
// Flags: 2 pending, 4 post, 8 void.
const moved = (side: Side) => `
  select case when t.flags & 4 <> 0 then 'post' when t.flags & 8 <> 0 then 'void' when t.flags & 2 <> 0 then 'hold'
      else 'transfer' end as kind, t.timestamp, t.id, '${side.name}' as side, t.${side.other} as counter, t.amount, t.code,
    case when t.flags & 2 <> 0 then t.amount when t.flags & 12 = 0 then 0
      else -(select h.amount from ledger.hold h where h.id = t.pending_id) end as pending,
    case when t.flags & 10 = 0 then t.amount else 0 end as posted
  from ledger.transfer t
  where ${own(`t.${side.own}`)} and t.timestamp > $2 and t.timestamp <= $3 and ${known('t.run', '$4')}`
const expired = (side: Side) => `
  select 'expiry', h.resolved_at, h.id, '${side.name}', h.${side.other}, h.amount,
    (select t.code from ledger.transfer t where t.id = h.id), -h.amount, 0
  from ledger.hold h
  where ${own(`h.${side.own}`)} and h.status = 'expired' and h.resolved_at > $2 and h.resolved_at <= $3
    and ${known('h.resolved_run', '$4')}`

type Order = 'asc' | 'desc'
const COLUMNS = 'l.kind, l.timestamp, l.id, l.side, l.amount::text, l.code, l.pending::text, l.posted::text'
const shown = (columns: string, lines: string, order: Order) => `
  select ${columns}, account.id as counter
  from (${lines}) l join ledger.account on account.${ACCOUNT_KEY} = l.counter order by l.timestamp ${order}`

// Of every kind of line the first few by its own index: a long history is not read for a page of it.
const pageSql = (order: Order) => {
  const first = (lines: string, time: string) => `(${lines} order by ${time} ${order} limit $5)`
  const lines = sides.flatMap(side => [
    first(moved(side), 't.timestamp'),
    first(expired(side), 'h.resolved_at'),
  ])
  return shown(COLUMNS, `${lines.join(' union all ')} order by timestamp ${order} limit $5`, order)
}
const PAGE = { asc: pageSql('asc'), desc: pageSql('desc') }

// Where only some lines are wanted the sums still run over every line of the period.
const sum = (what: string, side: string) =>
  `(sum(case when side = '${side}' then ${what} else 0 end) over w)::text`
const someSql = (order: Order) => {
  const lines = sides.flatMap(side => [moved(side), expired(side)]).join(' union all ')
  const summed = `
    select *, ${sum('pending', 'debit')} as dp, ${sum('posted', 'debit')} as d, ${sum('pending', 'credit')} as cp,
      ${sum('posted', 'credit')} as c from (${lines}) line window w as (order by timestamp ${order})`
  const wanted = `
    select * from (${summed}) line where ($6::text is null or side = $6) and ($7::int is null or code = $7)
    order by timestamp ${order} limit $5`
  return shown(`${COLUMNS}, l.dp, l.d, l.cp, l.c`, wanted, order)
}
const SOME = { asc: someSql('asc'), desc: someSql('desc') }

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
  const values = [account, from, to.at, to.knownAt, most + 1]
  const order = newest ? 'desc' : 'asc'
  const isSome = side !== undefined || code !== undefined
  const lines = isSome
    ? summed(await tx.query<SummedRow>(SOME[order], [...values, side, code]), newest, { opening, closing })
    : oneByOne(await tx.query<Row>(PAGE[order], values), newest, { opening, closing })
  return { opening, lines: lines.slice(0, most), closing, more: lines.length > most }
}

type Ends = Pick<Statement, 'opening' | 'closing'>

/** Every line from one end: each stands on the one before it. */
function oneByOne(rows: readonly Row[], newest: boolean, { opening, closing }: Ends): StatementLine[] {
  let stood = newest ? closing : opening
  return rows.map(row => {
    const before = stood
    stood = newest ? less(stood, changeOf(row)) : plus(stood, changeOf(row))
    return lineOf(row, newest ? before : stood)
  })
}

/** Some lines, each with the sums up to it from one end. */
function summed(rows: readonly SummedRow[], newest: boolean, { opening, closing }: Ends): StatementLine[] {
  return rows.map(row => {
    const sums = balancesOf(row)
    return lineOf(row, newest ? plus(less(closing, sums), changeOf(row)) : plus(opening, sums))
  })
}

const NOTHING: Balances = { debits_pending: 0n, debits_posted: 0n, credits_pending: 0n, credits_posted: 0n }

function changeOf({ side, pending, posted }: Row): Balances {
  return side === 'debit'
    ? { ...NOTHING, debits_pending: BigInt(pending), debits_posted: BigInt(posted) }
    : { ...NOTHING, credits_pending: BigInt(pending), credits_posted: BigInt(posted) }
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

function plus(a: Balances, b: Balances): Balances {
  return {
    debits_pending: a.debits_pending + b.debits_pending,
    debits_posted: a.debits_posted + b.debits_posted,
    credits_pending: a.credits_pending + b.credits_pending,
    credits_posted: a.credits_posted + b.credits_posted,
  }
}

function less(a: Balances, b: Balances): Balances {
  return {
    debits_pending: a.debits_pending - b.debits_pending,
    debits_posted: a.debits_posted - b.debits_posted,
    credits_pending: a.credits_pending - b.credits_pending,
    credits_posted: a.credits_posted - b.credits_posted,
  }
}
