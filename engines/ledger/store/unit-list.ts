import type { Tx } from '@tongqu/kernel/db'
import type { Unit } from './unit.ts'

/** A unit of account with the legal days between which accounts are opened in it, and what that rests on. */
export interface ListedUnit extends Unit {
  readonly from?: string
  readonly to?: string
  readonly source?: string
}

interface Row extends Record<string, unknown>, Unit {
  readonly from: string | null
  readonly to: string | null
  readonly source: string | null
}

const LIST = `
  select number, kind, code, scale, name, begins_on::text as from, ends_on::text as to, source from ledger.unit
  where number > $1 and ($2::text is null or kind = $2)
    and ($3::text is null or strpos(lower(concat_ws(' ', code, name->>'zh', name->>'en')), lower($3)) > 0)
  order by number limit $4`

/** Units that the caller may see, by number. */
export async function listUnits(
  tx: Tx,
  asked: { kind?: string | undefined; search?: string | undefined; after: number; most: number },
): Promise<ListedUnit[]> {
  const rows = await tx.query<Row>(LIST, [asked.after, asked.kind ?? null, asked.search ?? null, asked.most])
  return rows.map(({ from, to, source, ...unit }) => ({
    ...unit,
    ...(from && { from }),
    ...(to && { to }),
    ...(source && { source }),
  }))
}
