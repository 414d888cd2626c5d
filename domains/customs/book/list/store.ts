import type { Tx } from '@tongqu/kernel/db'
import type { Static } from 'typebox'
import type { AskedBonded } from './contract.ts'

/* SQL of bonded lists. */

type Asked = Static<typeof AskedBonded>

export async function addBondedList(
  tx: Tx,
  row: { readonly declaration: string; readonly party: string; readonly book: string; readonly asked: Asked },
): Promise<void> {
  await tx.execute(
    `insert into customs.bonded_list (declaration_id, party_id, book_id, asked) values ($1, $2, $3, $4)
     on conflict (declaration_id) do update set book_id = excluded.book_id, asked = excluded.asked`,
    [row.declaration, row.party, row.book, JSON.stringify(row.asked)],
  )
}

export async function askedOf(tx: Tx, declaration: string): Promise<Asked | undefined> {
  const [row] = await tx.query<{ asked: Asked }>(
    'select asked from customs.bonded_list where declaration_id = $1',
    [declaration],
  )
  return row?.asked
}

export async function bookNumbered(tx: Tx, number: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>('select id from customs.book where number = $1', [number])
  return row?.id
}
