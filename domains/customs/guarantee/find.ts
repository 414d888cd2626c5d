import type { Tx } from '@tongqu/kernel/db'

/** A guarantee as a list draws on it. */
export interface FoundGuarantee extends Record<string, unknown> {
  readonly id: string
  readonly party_id: string
  readonly code: string
  readonly office: string
  readonly number: string
  readonly from_day: string
  readonly to_day: string
  readonly due_account: string
}

// What ends first is drawn on first.
const NAMED = `
  select distinct on (g.to_day, g.number, g.id) g.id, g.party_id, g.code, g.office, g.number, g.from_day, g.to_day, g.due_account
  from unnest($1::text[], $2::text[]) as n (code, office)
  join customs.guarantee g on g.code = n.code and g.office = n.office order by g.to_day, g.number, g.id`

/** Guarantees of firms at offices, whatever their days. */
export function guaranteesNamed(
  tx: Tx,
  named: readonly { readonly code: string; readonly office: string }[],
): Promise<FoundGuarantee[]> {
  return tx.query<FoundGuarantee>(NAMED, [named.map(each => each.code), named.map(each => each.office)])
}
