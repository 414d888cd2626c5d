import type { Tx } from '@tongqu/kernel/db'
import { QUANTITY_SCALE } from '../book/chart.ts'
import { pieces } from './decimal.ts'
import type { BillFact, CoverFacts } from './target.ts'

/* What is known of declarations when their covers are settled, read set-based. */

const STATES = 'select id, state, is_contradicted from customs.declaration where id = any($1)'
const BILLS = `
  select declaration_id, state, (duty + vat + consumption)::text as amount from customs.tax_bill
  where declaration_id = any($1) order by id`
const RETURNS = `
  select r.declaration_id, r.content->'InvtRefundList' as back, l.content->'InventoryList' as list
  from customs.record r join customs.record l on l.declaration_id = r.declaration_id and l.role = 'list'
  where r.declaration_id = any($1) and r.role = 'return' and r.state in ('approved', 'released', 'concluded')`

type Line = Readonly<Record<string, string>>

export async function factsOf(tx: Tx, declarations: readonly string[]): Promise<Map<string, CoverFacts>> {
  const states = await tx.query<{ id: string; state: string; is_contradicted: boolean }>(STATES, [
    declarations,
  ])
  const bills = await tx.query<{ declaration_id: string; state: BillFact['state']; amount: string | null }>(
    BILLS,
    [declarations],
  )
  const returned = states.filter(each => each.state === 'returned').map(each => each.id)
  const returns =
    returned.length === 0
      ? []
      : await tx.query<{ declaration_id: string; back: readonly Line[]; list: readonly Line[] }>(RETURNS, [
          returned,
        ])
  return new Map(
    states.map(({ id, state, is_contradicted: isContradicted }) => {
      const back = backOf(returns.filter(each => each.declaration_id === id).flatMap(each => each.back ?? []))
      const isReturn = returns.some(each => each.declaration_id === id)
      const list = backOf(returns.find(each => each.declaration_id === id)?.list ?? [])
      const isAllReturned = list.size > 0 && [...list].every(([line, qty]) => (back.get(line) ?? 0n) >= qty)
      const of = bills
        .filter(each => each.declaration_id === id)
        .map(each => ({
          state: each.state,
          amount: each.amount === null ? undefined : cents(BigInt(each.amount)),
        }))
      // The customs may send a list's goods back themselves (700): then they never came in.
      const now = state === 'returned' && !isReturn ? 'cancelled' : state
      return [id, { state: now, isContradicted, bills: of, returned: back, isAllReturned }]
    }),
  )
}

function backOf(lines: readonly Line[]): Map<number, bigint> {
  const found = new Map<number, bigint>()
  for (const { gnum, qty } of lines) {
    const line = Number(gnum)
    found.set(line, (found.get(line) ?? 0n) + (pieces(qty ?? '', QUANTITY_SCALE) ?? 0n))
  }
  return found
}

/** Hundred-thousandths of a yuan as cents: a part of a cent is a cent. */
export const cents = (amount: bigint): bigint => (amount + 999n) / 1000n
