import { After, Bilingual, closed, Id, Instant, sortOf } from '@tongqu/kernel/command'
import { Type } from 'typebox'

/** What callers see of the ledger: schemas only, shared by the routes, the command line and the web. */

/** A whole number of the unit's smallest pieces; text, for it may exceed what JSON's readers keep exact. */
export const Amount = Type.String({ pattern: '^-?\\d{1,19}$', description: "In the unit's smallest piece" })

/** The same in whole units, with all decimal places of the unit. */
export const InUnit = Type.String({ pattern: '^-?\\d{1,39}(\\.\\d{1,18})?$', description: 'In the unit' })

/** Nanoseconds since 1970, UTC: the order of the books. */
export const Timestamp = Type.String({ pattern: '^\\d{1,19}$', description: 'Nanoseconds since 1970, UTC' })

const day = { format: 'legal-day' }
/** An instant, with it; or a legal day (Asia/Shanghai), with the whole of it. */
export const Until = Type.Union([Instant, Type.String(day)], {
  description: 'UTC instant, or a day: its end',
})
/** After an instant; or from the beginning of a legal day (Asia/Shanghai) on. */
export const Since = Type.Union([Instant, Type.String(day)], {
  description: 'UTC instant, or a day: its beginning',
})

/** Which unit of account: its number, its code (`CNY`), or kind and code (`coupon/2026-spring`). */
export const WhichUnit = Type.String({
  minLength: 1,
  maxLength: 141,
  description: 'number, CODE, or KIND/CODE',
})

/** A unit of account. */
export const Unit = closed({
  number: Type.Integer({ description: "TigerBeetle's ledger" }),
  kind: Type.String(),
  code: Type.String(),
  scale: Type.Integer({ description: 'Decimal places of one whole' }),
  name: Bilingual,
})

/** The four balances, in the smallest piece. */
export const Balances = closed({
  debits_pending: Amount,
  debits_posted: Amount,
  credits_pending: Amount,
  credits_posted: Amount,
})

export const Side = Type.Union([Type.Literal('debit'), Type.Literal('credit')])

/** How an account stands, on the side on which it is kept; in the unit. */
export const Standing = closed({
  side: Side,
  /** Posted on that side, less what was posted on the other. */
  balance: InUnit,
  /** Held to go out. */
  held: InUnit,
  /** Held to come in. */
  coming: InUnit,
  /** What may still go out; absent: nothing limits it. */
  available: Type.Optional(InUnit),
})

/** debits: they must not exceed the credits (no overdraft); credits: the reverse (no over-issue). */
export const Limit = Type.Union([Type.Literal('none'), Type.Literal('debits'), Type.Literal('credits')])

/** An account as another record names it; label and record only where the reader may see the account. */
export const AccountRef = closed({
  id: Id,
  label: Type.Optional(Bilingual),
  record: Type.Optional(Type.String({ description: 'The record that it stands for: module.noun/id' })),
})

const head = {
  ...AccountRef.properties,
  party: Id,
  partyName: Type.Optional(Bilingual),
  unit: Unit,
  code: Type.Integer({ description: 'Kind of account' }),
  codeName: Type.Optional(Bilingual),
  limit: Limit,
  /** Nothing is posted to it while it is closed. */
  isClosed: Type.Boolean(),
  /** The shard whose writer changes it; empty: row locks. */
  writer: Type.String(),
  openedAt: Instant,
}

/** An account as it stands now. */
export const Account = closed({ ...head, balances: Balances, standing: Standing })

/** What a list of accounts may be ordered by. */
const ACCOUNT_SORTS = ['id', 'unit', 'code'] as const
export type AccountSort = (typeof ACCOUNT_SORTS)[number]

export const ListAccounts = closed({
  unit: Type.Optional(WhichUnit),
  code: Type.Optional(Type.Integer({ minimum: 1, maximum: 65535, description: 'kind of account' })),
  party: Type.Optional(Id),
  writer: Type.Optional(Type.String({ maxLength: 200, description: 'the shard whose writer changes it' })),
  record: Type.Optional(Type.String({ maxLength: 200, description: 'the record that it stands for' })),
  sort: sortOf(ACCOUNT_SORTS),
  after: After,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: '200 where it is absent' })),
})
export const AccountList = closed({ accounts: Type.Array(Account), next: Type.Optional(Type.String()) })

export const AccountId = closed({ account: Id })
export const AccountDetail = closed({
  ...Account.properties,
  /** Up to and with it nothing can be posted any more. */
  closedUpTo: Type.Optional(Instant),
})

export const OpenAccount = closed({
  /** Made by the caller: asking again with it opens nothing twice. Absent: made here. */
  id: Type.Optional(Id),
  /** Whose it is; absent: the caller's own party. */
  party: Type.Optional(Id),
  unit: WhichUnit,
  code: Type.Integer({ minimum: 1, maximum: 65535, description: 'kind of account' }),
  limit: Limit,
  label: Type.Optional(Bilingual),
})

export const AskStatement = closed({
  account: Id,
  from: Type.Optional(Since),
  /** True at this instant; absent: now. */
  asAt: Type.Optional(Until),
  /** As known at this position of the event log; absent: now. */
  knownAt: Type.Optional(Type.Integer({ minimum: 0, description: 'position of the event log' })),
  side: Type.Optional(Side),
  code: Type.Optional(Type.Integer({ minimum: 1, maximum: 65535, description: 'why: kind of transfer' })),
  newest: Type.Optional(Type.Boolean({ description: 'the last first' })),
  /** The timestamp of the last line given: go on after it, in the same order. */
  after: Type.Optional(Timestamp),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000, description: '1000 where it is absent' })),
})

export const StatementLine = closed({
  kind: Type.Union([
    Type.Literal('transfer'),
    Type.Literal('hold'),
    Type.Literal('post'),
    Type.Literal('void'),
    Type.Literal('expiry'),
  ]),
  at: Instant,
  timestamp: Timestamp,
  /** The transfer; of an expiry the hold. */
  id: Id,
  side: Side,
  counter: AccountRef,
  /** Of an expiry and a void what was given back, of the others the transfer's own. */
  amount: Amount,
  inUnit: InUnit,
  code: Type.Integer(),
  /** Why: what the code means. */
  codeName: Type.Optional(Bilingual),
  /** After it. */
  balances: Balances,
  standing: Standing,
})

export const Statement = closed({
  ...head,
  from: Instant,
  asAt: Instant,
  knownAt: Type.Integer(),
  opening: closed({ balances: Balances, standing: Standing }),
  /** Posted between opening and closing, in the unit. */
  turnover: closed({ debits: InUnit, credits: InUnit }),
  lines: Type.Array(StatementLine),
  closing: closed({ balances: Balances, standing: Standing }),
  /** Further lines follow after the last one given. */
  more: Type.Boolean(),
})

export const HoldStatus = Type.Union([
  Type.Literal('pending'),
  Type.Literal('posted'),
  Type.Literal('voided'),
  Type.Literal('expired'),
])

export const ListHolds = closed({
  account: Type.Optional(Id),
  /** Absent: pending. Others than pending are listed by account only. */
  status: Type.Optional(HoldStatus),
  dueBefore: Type.Optional(Until),
  /** The id of the last one given, with its timestamp. */
  after: Type.Optional(
    Type.String({ pattern: '^\\d{1,19} [0-9a-f-]{36}$', description: 'cursor of the last' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: '200 where it is absent' })),
})

export const Hold = closed({
  id: Id,
  status: HoldStatus,
  debit: AccountRef,
  credit: AccountRef,
  unit: Unit,
  amount: Amount,
  inUnit: InUnit,
  code: Type.Integer(),
  codeName: Type.Optional(Bilingual),
  at: Instant,
  expiresAt: Type.Optional(Instant),
  resolvedAt: Type.Optional(Instant),
  cursor: Type.String(),
})
export const HoldList = closed({ holds: Type.Array(Hold), more: Type.Boolean() })

export const TransferId = closed({ transfer: Id })
/** A transfer, which never changes; with the hold that it made, if it did. */
export const Transfer = closed({
  id: Id,
  debit: AccountRef,
  credit: AccountRef,
  unit: Unit,
  amount: Amount,
  inUnit: InUnit,
  code: Type.Integer({ description: 'Why: kind of transfer' }),
  codeName: Type.Optional(Bilingual),
  flags: Type.Array(Type.String({ description: "TigerBeetle's names" })),
  at: Instant,
  timestamp: Timestamp,
  /** The hold that it posts or voids. */
  pendingId: Type.Optional(Id),
  hold: Type.Optional(
    closed({ status: HoldStatus, expiresAt: Type.Optional(Instant), resolvedAt: Type.Optional(Instant) }),
  ),
})
/** One, or none where there is no such transfer within sight. */
export const TransfersFound = closed({ transfers: Type.Array(Transfer) })

export const ListUnits = closed({
  kind: Type.Optional(Type.String({ maxLength: 40, description: 'currency, piece, quota, …' })),
  search: Type.Optional(Type.String({ maxLength: 100, description: 'part of a code or name' })),
  after: Type.Optional(Type.Integer({ minimum: 0, description: 'go on after this number' })),
})
export const UnitList = closed({
  units: Type.Array(
    closed({
      ...Unit.properties,
      from: Type.Optional(Type.String()),
      to: Type.Optional(Type.String()),
      source: Type.Optional(Type.String()),
    }),
  ),
  more: Type.Boolean(),
})

export const ClosePeriod = closed({
  unit: WhichUnit,
  upTo: Until,
  /** Whose accounts; absent: all of the unit's. */
  party: Type.Optional(Id),
})

export const Period = closed({
  id: Id,
  unit: Unit,
  party: Type.Optional(Id),
  partyName: Type.Optional(Bilingual),
  upTo: Instant,
  askedAt: Instant,
  /** Absent: snapshots are still being taken. */
  closedAt: Type.Optional(Instant),
  /** Position of the event log at which the closing was known: with `upTo` it gives the same statements for ever. */
  knownAt: Type.Optional(Type.Integer()),
  accounts: Type.Optional(Type.Integer()),
  /** Sums over all accounts of the closing. */
  totals: Type.Optional(
    closed({
      debits_pending: InUnit,
      debits_posted: InUnit,
      credits_pending: InUnit,
      credits_posted: InUnit,
    }),
  ),
})
export const ListPeriods = closed({
  unit: Type.Optional(WhichUnit),
  party: Type.Optional(Id),
  after: Type.Optional(Id),
})
export const PeriodList = closed({ periods: Type.Array(Period), more: Type.Boolean() })
