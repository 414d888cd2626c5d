import { type Tx, unsafeInScope } from '@tongqu/kernel/db'

/* SQL of guarantees. */

export interface GuaranteeRow extends Record<string, unknown> {
  readonly id: string
  readonly party_id: string
  readonly code: string
  readonly name: string
  readonly office: string
  readonly number: string
  readonly from_day: string
  readonly to_day: string
  readonly amount: string
  readonly given_account: string
  readonly due_account: string
}

const COLUMNS =
  'id, party_id, code, name, office, number, from_day, to_day, amount::text, given_account, due_account'

const ADD = `
  insert into customs.guarantee (id, party_id, code, name, office, number, from_day, to_day, amount, given_account, due_account, at, by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (code, office, number) do nothing`

/** False: the firm has one of this number there. */
export async function addGuarantee(
  tx: Tx,
  row: GuaranteeRow,
  by: { readonly at: Date; readonly account: string | undefined },
): Promise<boolean> {
  const added = await tx.execute(ADD, [
    row.id,
    row.party_id,
    row.code,
    row.name,
    row.office,
    row.number,
    row.from_day,
    row.to_day,
    row.amount,
    row.given_account,
    row.due_account,
    by.at,
    by.account ?? null,
  ])
  return added === 1
}

export async function findGuarantee(tx: Tx, id: string): Promise<GuaranteeRow | undefined> {
  const [row] = await tx.query<GuaranteeRow>(`select ${COLUMNS} from customs.guarantee where id = $1`, [id])
  return row
}

/** The same, held against others until the transaction ends. */
export async function takeGuarantee(tx: Tx, id: string): Promise<GuaranteeRow | undefined> {
  const [row] = await tx.query<GuaranteeRow>(
    `select ${COLUMNS} from customs.guarantee where id = $1 for update`,
    [id],
  )
  return row
}

export function listGuarantees(tx: Tx, after: string | undefined, limit: number): Promise<GuaranteeRow[]> {
  return tx.query<GuaranteeRow>(
    `select ${COLUMNS} from customs.guarantee where $1::uuid is null or id > $1 order by id limit $2`,
    [after ?? null, limit],
  )
}

/** Those in force on a day. */
export function everyGuarantee(tx: Tx, day: string): Promise<GuaranteeRow[]> {
  return tx.query<GuaranteeRow>(
    `select ${COLUMNS} from customs.guarantee where $1::date between from_day and to_day order by id`,
    [day],
  )
}

export async function changeGuarantee(
  tx: Tx,
  id: string,
  { amount, to }: { readonly amount: bigint; readonly to: string },
): Promise<void> {
  await tx.execute('update customs.guarantee set amount = $2, to_day = $3 where id = $1', [
    id,
    amount.toString(),
    to,
  ])
}

/** How many declarations wait for each, whosever they are. */
export async function waitingFor(tx: Tx, covers: readonly string[]): Promise<Map<string, number>> {
  const rows = await unsafeInScope(tx, 'audit', () =>
    tx.query<{ cover_id: string; n: number }>(
      'select cover_id, count(*)::int as n from customs.cover_wait where cover_id = any($1) group by cover_id',
      [covers],
    ),
  )
  return new Map(rows.map(row => [row.cover_id, row.n]))
}
