import type { Tx } from '@tongqu/kernel/db'
import { jsonBytes } from './json.ts'
import type { ProofFile } from './tar.ts'

/* What a declaration has of guarantees and bonded books, and the tax bills that the customs made out for it. */

const COVER = `
  select kind, cover_id, against, owner_id, is_in, line, ledger, asked, to_hold, to_post, held, posted, hold_id, changed_at
  from customs.cover where declaration_id = $1 order by kind, line`

const BILLS = `
  select b.id, b.list_no, b.tax_no, b.state, b.state_time, b.order_no, b.duty, b.vat, b.consumption, b.bill_time, b.guarantor,
    b.message_id, b.received_at, b.paid_at, b.paid_reference,
    (select json_agg(json_build_object('n', l.n, 'hs_code', l.hs_code, 'value', l.value::text, 'duty', l.duty::text,
       'vat', l.vat::text, 'consumption', l.consumption::text) order by l.n)
     from customs.tax_bill_line l where l.bill_id = b.id) as lines
  from customs.tax_bill b where b.declaration_id = $1 order by b.tax_no`

/** Amounts of covers are in the ledger's own units, those of bills in 1/100,000 of a yuan. System scope. */
export async function ledgerFiles(tx: Tx, declaration: string): Promise<ProofFile[]> {
  const covers = await tx.query(COVER, [declaration])
  const bills = await tx.query(BILLS, [declaration])
  return [
    ...(covers.length > 0 ? [{ path: 'ledger/cover.json', content: jsonBytes(covers) }] : []),
    ...(bills.length > 0 ? [{ path: 'ledger/tax-bills.json', content: jsonBytes(bills) }] : []),
  ]
}
