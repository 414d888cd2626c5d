import type { Tx } from '@tongqu/kernel/db'

/** A book as a list draws on it. */
export interface FoundBook extends Record<string, unknown> {
  readonly id: string
  readonly party_id: string
  readonly number: string
  readonly from_day: string
  readonly to_day: string
}

export interface FoundLine extends Record<string, unknown> {
  readonly id: string
  readonly book_id: string
  readonly record_no: number
  readonly hs_code: string
  readonly unit: string
  readonly most: string | null
  readonly ledger: number
  readonly in_account: string
  readonly out_account: string
}

export function booksNamed(tx: Tx, numbers: readonly string[]): Promise<FoundBook[]> {
  return tx.query<FoundBook>(
    'select id, party_id, number, from_day, to_day from customs.book where number = any($1)',
    [numbers],
  )
}

const LINES = `
  select distinct on (l.id) l.id, l.book_id, l.record_no, l.hs_code, l.unit, l.most::text, l.ledger, l.in_account, l.out_account
  from unnest($1::uuid[], $2::int[]) as n (book, record_no)
  join customs.book_line l on l.book_id = n.book and l.record_no = n.record_no`

export function linesNamed(
  tx: Tx,
  named: readonly { readonly book: string; readonly recordNo: number }[],
): Promise<FoundLine[]> {
  return tx.query<FoundLine>(LINES, [named.map(each => each.book), named.map(each => each.recordNo)])
}
