import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import type { Text } from '@tongqu/kernel/text'
import { column } from './columns.ts'

/** What people call an account, and the record that it stands for. */
export interface AccountName {
  readonly label?: Text
  /** As events name their record: `market.line/0190…`. */
  readonly record?: string
}

const NAME = `
  insert into ledger.account_name (account_id, label, record)
  select id, label::jsonb, record from unnest($1::uuid[], $2::text[], $3::text[]) as n (id, label, record)
  on conflict (account_id) do update set label = excluded.label, record = excluded.record`

/**
 * Names accounts, or names them anew: label and record as given here stand from now on. Accounts of another party
 * need the office or system scope.
 */
export async function nameAccounts(
  work: UnitOfWork,
  names: readonly ({ readonly id: string } & AccountName)[],
): Promise<void> {
  const named = names.filter(({ label, record }) => label || record)
  if (named.length === 0) return
  await work.execute(NAME, [
    column(named.map(each => each.id)),
    named.map(({ label }) => (label ? JSON.stringify(label) : null)),
    named.map(({ record }) => record ?? null),
  ])
}

const NAMES =
  'select account_id as id, label, record from ledger.account_name where account_id = any($1::uuid[])'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly label: Text | null
  readonly record: string | null
}

/** Names of accounts, as far as the caller may see them. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, AccountName>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<Row>(NAMES, [column(ids)])
  return new Map(
    rows.map(({ id, label, record }) => [id, { ...(label && { label }), ...(record && { record }) }]),
  )
}
