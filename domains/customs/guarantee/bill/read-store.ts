import type { Tx } from '@tongqu/kernel/db'
import type { ModePlan } from '@tongqu/tariff'
import type { BillState } from './told.ts'

/* SQL of looking at tax bills. */

export interface ShownBill extends Record<string, unknown> {
  readonly id: string
  readonly list_no: string
  readonly tax_no: string
  readonly state: BillState
  readonly order_no: string | null
  readonly guarantor: string | null
  readonly duty: string | null
  readonly vat: string | null
  readonly consumption: string | null
  readonly paid_at: Date | null
  readonly number: string | null
  readonly released_time: string | null
  /** How the plan decided the declaration's one order, in its chosen mode. */
  readonly plan: ModePlan | null
}

const SHOWN = `
  select b.id, b.list_no, b.tax_no, b.state, b.order_no, b.guarantor, b.duty::text, b.vat::text, b.consumption::text, b.paid_at,
    d.number,
    (select min(r.released_time) from customs.record r where r.declaration_id = d.id and r.role = 'list') as released_time,
    (select m from customs.plan_order o, json_array_elements(o.decision->'modes') m
      where o.plan_id = d.plan_id and o.order_no = d.order_no and m->>'mode' = o.chosen limit 1) as plan
  from customs.tax_bill b left join customs.declaration d on d.id = b.declaration_id`

export function listBills(
  tx: Tx,
  {
    state,
    search,
    after,
    limit,
  }: {
    readonly state: string | undefined
    readonly search: string | undefined
    readonly after: string | undefined
    readonly limit: number
  },
): Promise<ShownBill[]> {
  return tx.query<ShownBill>(
    `${SHOWN} where ($1::text is null or b.state = $1)
       and ($2::text is null or b.list_no = $2 or b.tax_no = $2 or b.order_no = $2 or d.number = $2)
       and ($3::uuid is null or b.id < $3) order by b.id desc limit $4`,
    [state ?? null, search ?? null, after ?? null, limit],
  )
}

export async function findBill(tx: Tx, id: string): Promise<ShownBill | undefined> {
  const [row] = await tx.query<ShownBill>(`${SHOWN} where b.id = $1`, [id])
  return row
}

export interface ShownLine extends Record<string, unknown> {
  readonly n: number
  readonly hs_code: string
  readonly value: string
  readonly duty: string
  readonly vat: string
  readonly consumption: string
}

export function linesOfBill(tx: Tx, bill: string): Promise<ShownLine[]> {
  return tx.query<ShownLine>(
    `select n, hs_code, value::text, duty::text, vat::text, consumption::text from customs.tax_bill_line where bill_id = $1
     order by n`,
    [bill],
  )
}

/** Says that a payment order was paid. @returns the bills that were in it, with the lists that they are of */
export function payOrder(
  tx: Tx,
  order: string,
  paid: { readonly at: Date; readonly reference: string; readonly by: string | undefined },
): Promise<{ id: string; party: string; declaration: string | null; total: string | null }[]> {
  return tx.query(
    `update customs.tax_bill set state = 'paid', paid_at = $2, paid_reference = $3, paid_by = $4
     where order_no = $1 and state = 'summed'
     returning id, party_id as party, declaration_id as declaration, (duty + vat + consumption)::text as total`,
    [order, paid.at, paid.reference, paid.by ?? null],
  )
}
