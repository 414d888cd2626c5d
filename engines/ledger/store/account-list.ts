import type { Tx } from '@tongqu/kernel/db'
import type { Text } from '@tongqu/kernel/text'
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
  readonly id?: string | undefined
  readonly unit?: number | undefined
  readonly code?: number | undefined
  readonly party?: string | undefined
  readonly writer?: string | undefined
  readonly record?: string | undefined
  /** With a greater id than this one. */
  readonly after?: string | undefined
}

const SELECT = `
  select a.id, a.party_id as party, p.name as "partyName", a.code, k.name as "codeName", a.flags, a.writer, a.timestamp, a.debits_pending,
    a.debits_posted, a.credits_pending, a.credits_posted, n.label, n.record,
    json_build_object('number', u.number, 'kind', u.kind, 'code', u.code, 'scale', u.scale, 'name', u.name) as unit
  from ledger.account a join ledger.unit u on u.number = a.ledger
  left join ledger.code k on k.kind = u.kind and k.sort = 'account' and k.code = a.code
  left join ledger.account_name n on n.account_id = a.id left join kernel.party p on p.id = a.party_id`
const CONDITIONS: Readonly<Record<keyof AccountFilter, string>> = {
  id: 'a.id =',
  unit: 'a.ledger =',
  code: 'a.code =',
  party: 'a.party_id =',
  writer: 'a.writer =',
  record: 'n.record =',
  after: 'a.id >',
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

/**
 * Accounts that the caller may see, in order of id. Only the conditions that are asked for stand in the statement, so
 * that each of the few statements has a plan of its own.
 */
export async function listAccounts(tx: Tx, filter: AccountFilter, most: number): Promise<ShownAccount[]> {
  const asked = (Object.keys(CONDITIONS) as (keyof AccountFilter)[]).filter(
    name => filter[name] !== undefined,
  )
  const conditions = asked.map((name, n) => `${CONDITIONS[name]} $${n + 2}`)
  const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
  const values = [most, ...asked.map(name => filter[name])]
  const rows = await tx.query<Row>(`${SELECT}${where} order by a.id limit $1`, values)
  return rows.map(shown)
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
