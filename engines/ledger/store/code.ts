import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import type { Refusal } from '@tongqu/kernel/refusal'
import type { Text } from '@tongqu/kernel/text'
import { ledgerRefusals } from '../refusals.ts'
import { whilePosting } from './posting.ts'

/** What a part of the house means by the codes that it uses in units of a kind. */
export interface Chart {
  /** `market.stock` */
  readonly owner: string
  /** Kind of unit: `piece`. */
  readonly kind: string
  /** Names of kinds of accounts, by `code`. */
  readonly accounts: Readonly<Record<number, Text>>
  /** Names of what moves, by `code` of the transfer. */
  readonly transfers: Readonly<Record<number, Text>>
}

const TAKEN = `
  select c.code, c.owner from unnest($3::text[], $4::int[]) as n (sort, code)
  join ledger.code c on c.kind = $1 and c.sort = n.sort and c.code = n.code where c.owner <> $2 limit 1`
const NAME = `
  insert into ledger.code (kind, owner, sort, code, name)
  select $1, $2, sort, code, name::jsonb from unnest($3::text[], $4::int[], $5::text[]) as n (sort, code, name)
  on conflict (kind, sort, code) do update set name = excluded.name where code.name <> excluded.name`

/**
 * Names codes, for people who read statements. Done at each start by the domain that uses them; nothing is written
 * where nothing is new.
 * @returns a refusal where one of them is another's (`ledger.code_taken`); then none is named
 */
export async function nameCodes(
  work: UnitOfWork,
  { owner, kind, accounts, transfers }: Chart,
): Promise<Refusal | undefined> {
  const named = [
    ...Object.entries(accounts).map(([code, name]) => ({ sort: 'account', code, name })),
    ...Object.entries(transfers).map(([code, name]) => ({ sort: 'transfer', code, name })),
  ]
  const sorts = named.map(each => each.sort)
  const codes = named.map(each => Number(each.code))
  const names = named.map(each => JSON.stringify(each.name))
  return whilePosting(work.tx, async () => {
    const [taken] = await work.query<{ code: number; owner: string }>(TAKEN, [kind, owner, sorts, codes])
    if (taken)
      return ledgerRefusals.refuse('ledger.code_taken', { kind, code: taken.code, owner: taken.owner })
    await work.execute(NAME, [kind, owner, sorts, codes, names])
    return undefined
  })
}

const TRANSFERS = `
  select code, name from ledger.code where kind = $1 and sort = 'transfer' and code = any($2::int[])`

/** Names of what moved, by code, in units of a kind. */
export async function transferNames(
  tx: Tx,
  kind: string,
  codes: readonly number[],
): Promise<Map<number, Text>> {
  const asked = [...new Set(codes)]
  if (asked.length === 0) return new Map()
  const rows = await tx.query<{ code: number; name: Text }>(TRANSFERS, [kind, asked])
  return new Map(rows.map(({ code, name }) => [code, name]))
}
