import type { Tx } from '@tongqu/kernel/db'
import type { Text } from '@tongqu/kernel/text'
import type { HoldStatus } from '../machine/index.ts'
import { ACCOUNT_KEY, type Side, sides } from './sides.ts'
import type { Unit } from './unit.ts'

/** A hold with its transfer's code and unit. */
export interface ListedHold {
  readonly id: string
  readonly status: HoldStatus
  readonly debit: string
  readonly credit: string
  readonly unit: Unit
  readonly amount: bigint
  readonly code: number
  readonly codeName: Text | null
  /** Nanoseconds since 1970, as the two below. */
  readonly timestamp: bigint
  readonly expiresAt: bigint | undefined
  readonly resolvedAt: bigint | undefined
}

export interface HoldFilter {
  readonly account: string | undefined
  /** Of which party's accounts, where no account is named; undefined: anybody's. */
  readonly party: string | undefined
  readonly status: HoldStatus
  /** Due at this time or before, nanoseconds since 1970. */
  readonly due: bigint | undefined
  /** Go on after this one, in the order given. */
  readonly after: { readonly timestamp: bigint; readonly id: string } | undefined
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly status: HoldStatus
  readonly debit: string
  readonly credit: string
  readonly unit: Unit
  readonly amount: string
  readonly code: number
  readonly codeName: Text | null
  readonly timestamp: string
  readonly expires_at: string | null
  readonly resolved_at: string | null
}

/*
 * Open holds are found by indexes that hold no others; they come the oldest first, for those hang. What was resolved is
 * found by the transfers that began it, the last first.
 */
const isDue = '($4::bigint is null or h.expires_at <= $4)'
const key = `(select ${ACCOUNT_KEY} from ledger.account where id = $5)`
const openOrder = 'order by h.timestamp, h.id limit $1'
const openOf = (where: string) => `
  (select h.* from ledger.hold h ${where} and h.status = 'pending' and (h.timestamp, h.id) > ($2, $3) and ${isDue}
   ${openOrder})`
const resolvedOrder = 'order by h.timestamp desc, h.id desc limit $1'
const resolvedOf = ({ own }: Side) => `
  (select h.* from ledger.transfer t join ledger.hold h on h.id = t.id
   where t.${own} = ${key} and t.flags & 2 <> 0 and h.status = $6 and (t.timestamp, t.id) < ($2, $3) and ${isDue}
   order by t.timestamp desc, t.id desc limit $1)`

const [debit, credit] = sides
const list = (found: string, order: string) => `
  select h.id, h.status, d.id as debit, c.id as credit, h.amount, t.code, k.name as "codeName", h.timestamp, h.expires_at, h.resolved_at,
    json_build_object('number', u.number, 'kind', u.kind, 'code', u.code, 'scale', u.scale, 'name', u.name) as unit
  from (select * from (${found}) h ${order}) h
  join ledger.transfer t on t.id = h.id join ledger.unit u on u.number = t.ledger
  left join ledger.code k on k.kind = u.kind and k.sort = 'transfer' and k.code = t.code
  join ledger.account d on d.${ACCOUNT_KEY} = h.${debit.own} join ledger.account c on c.${ACCOUNT_KEY} = h.${credit.own}
  ${order}`
const both = (of: (side: Side) => string) => sides.map(of).join(' union ')
const OPEN_OF_ACCOUNT = list(
  both(({ own }) => openOf(`where h.${own} = ${key}`)),
  openOrder,
)
const OPEN_OF_PARTY = list(
  both(({ own }) => openOf(`join ledger.account o on o.${ACCOUNT_KEY} = h.${own} where o.party_id = $5`)),
  openOrder,
)
const OPEN_OF_ALL = list(openOf('where true'), openOrder)
const RESOLVED_OF_ACCOUNT = list(both(resolvedOf), resolvedOrder)

const FIRST = { timestamp: -1n, id: '00000000-0000-0000-0000-000000000000' }
const LAST = { timestamp: 0x7fff_ffff_ffff_ffffn, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/**
 * Holds in one status: open ones of an account, a party or all, the oldest first; resolved ones of an account, the last
 * first. Needs sight of all accounts.
 */
export async function listHolds(tx: Tx, filter: HoldFilter, most: number): Promise<ListedHold[]> {
  const { account, party, status, due, after } = filter
  const isOpen = status === 'pending'
  const from = after ?? (isOpen ? FIRST : LAST)
  const values: unknown[] = [most, from.timestamp, from.id, due ?? null]
  if (!isOpen) return read(tx, RESOLVED_OF_ACCOUNT, [...values, account, status])
  if (account) return read(tx, OPEN_OF_ACCOUNT, [...values, account])
  return party ? read(tx, OPEN_OF_PARTY, [...values, party]) : read(tx, OPEN_OF_ALL, values)
}

async function read(tx: Tx, text: string, values: readonly unknown[]): Promise<ListedHold[]> {
  const rows = await tx.query<Row>(text, values)
  return rows.map(({ amount, timestamp, expires_at, resolved_at, ...row }) => ({
    ...row,
    amount: BigInt(amount),
    timestamp: BigInt(timestamp),
    expiresAt: expires_at === null ? undefined : BigInt(expires_at),
    resolvedAt: resolved_at === null ? undefined : BigInt(resolved_at),
  }))
}
