import { type Keyed, type Keyset, keyset, type SortKeys } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import type { Text } from '@tongqu/kernel/text'
import type { AccountSort } from '../contract.ts'
import { AccountFlags } from '../machine/index.ts'
import type { Balances } from './balances.ts'
import type { AccountName } from './name.ts'
import { type Limit, limitOf } from './standing.ts'
import type { Unit } from './unit.ts'

/** An account as people look at it: with its names, its unit and its party's name. */
export interface ShownAccount extends AccountName {
  readonly id: string
  readonly party: string
  readonly partyName?: Text
  readonly unit: Unit
  readonly code: number
  readonly codeName?: Text
  readonly limit: Limit
  readonly isClosed: boolean
  readonly writer: string
  /** Nanoseconds since 1970. */
  readonly openedAt: bigint
  readonly balances: Balances
}

/** Which accounts are wanted; what is absent does not matter. */
export interface AccountFilter {
  readonly unit?: number | undefined
  readonly code?: number | undefined
  readonly party?: string | undefined
  readonly writer?: string | undefined
  readonly record?: string | undefined
}

const selectWith = (more: string) => `
  select ${more}, a.id, a.party_id as party, p.name as "partyName", a.code, k.name as "codeName", a.flags, a.writer, a.timestamp, a.debits_pending,
    a.debits_posted, a.credits_pending, a.credits_posted, n.label, n.record,
    json_build_object('number', u.number, 'kind', u.kind, 'code', u.code, 'scale', u.scale, 'name', u.name) as unit
  from ledger.account a join ledger.unit u on u.number = a.ledger
  left join ledger.code k on k.kind = u.kind and k.sort = 'account' and k.code = a.code
  left join ledger.account_name n on n.account_id = a.id left join kernel.party p on p.id = a.party_id`
const CONDITIONS: Readonly<Record<keyof AccountFilter, string>> = {
  unit: 'a.ledger =',
  code: 'a.code =',
  party: 'a.party_id =',
  writer: 'a.writer =',
  record: 'n.record =',
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly party: string
  readonly partyName: Text | null
  readonly code: number
  readonly codeName: Text | null
  readonly flags: number
  readonly writer: string
  readonly timestamp: string
  readonly debits_pending: string
  readonly debits_posted: string
  readonly credits_pending: string
  readonly credits_posted: string
  readonly label: Text | null
  readonly record: string | null
  readonly unit: Unit
}

/** The orders that accounts are listed in; each has its index after the party. */
const SORTS: SortKeys<AccountSort> = {
  keys: {
    id: { sql: 'a.id', type: 'uuid' },
    unit: { sql: 'a.ledger', type: 'int' },
    code: { sql: 'a.code', type: 'int' },
  },
  id: { sql: 'a.id', type: 'uuid' },
  usual: 'id',
}

export const accountPage = (asked: Parameters<typeof keyset<AccountSort>>[1]) => keyset(SORTS, asked)

/**
 * A page of the accounts that the caller may see. Only the conditions that are asked for stand in the statement, so
 * that each of the few statements has a plan of its own.
 */
export async function pageOfAccounts(
  tx: Tx,
  filter: AccountFilter,
  page: Keyset,
  limit: number,
): Promise<{ readonly accounts: ShownAccount[]; readonly next: string | undefined }> {
  const asked = (Object.keys(CONDITIONS) as (keyof AccountFilter)[]).filter(
    name => filter[name] !== undefined,
  )
  const values: unknown[] = []
  const value = (each: unknown) => `$${values.push(each)}`
  const conditions = [
    ...asked.map(name => `${CONDITIONS[name]} ${value(filter[name])}`),
    ...page.conditions(value),
  ]
  const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
  const rows = await tx.query<Row & Keyed>(
    `${selectWith(page.columns)}${where} order by ${page.orderBy} limit ${value(limit + 1)}`,
    values,
  )
  const here = rows.slice(0, limit)
  return { accounts: here.map(shown), next: rows.length > limit ? page.next(here, limit) : undefined }
}

/** An account by its id, where the caller may see it. */
export async function findAccount(tx: Tx, id: string): Promise<ShownAccount | undefined> {
  const [row] = await tx.query<Row>(`${selectWith('null as none')} where a.id = $1`, [id])
  return row && shown(row)
}

function shown(row: Row): ShownAccount {
  return {
    id: row.id,
    ...(row.label && { label: row.label }),
    ...(row.record && { record: row.record }),
    party: row.party,
    ...(row.partyName && { partyName: { ...row.partyName, en: row.partyName.en ?? row.partyName.zh } }),
    unit: row.unit,
    code: row.code,
    ...(row.codeName && { codeName: row.codeName }),
    limit: limitOf(row.flags),
    isClosed: (row.flags & AccountFlags.closed) !== 0,
    writer: row.writer,
    openedAt: BigInt(row.timestamp),
    balances: {
      debits_pending: BigInt(row.debits_pending),
      debits_posted: BigInt(row.debits_posted),
      credits_pending: BigInt(row.credits_pending),
      credits_posted: BigInt(row.credits_posted),
    },
  }
}
