import type { Tx } from '@tongqu/kernel/db'

/* SQL of bonded books and their lines. */

export interface BookRow extends Record<string, unknown> {
  readonly id: string
  readonly party_id: string
  readonly number: string
  readonly kind: string
  readonly system: string
  readonly office: string
  readonly firm_code: string
  readonly firm_credit_code: string
  readonly firm_name: string
  readonly zone: string | null
  readonly from_day: string
  readonly to_day: string
}

export interface ListedBook extends BookRow {
  readonly lines: number
}

const COLUMNS =
  'id, party_id, number, kind, system, office, firm_code, firm_credit_code, firm_name, zone, from_day, to_day'
const LISTED = `
  select ${COLUMNS}, (select count(*)::int from customs.book_line l where l.book_id = b.id) as lines from customs.book b`

/** False: a book of this number is there. */
export async function addBook(
  tx: Tx,
  row: BookRow,
  by: { readonly at: Date; readonly account: string | undefined },
): Promise<boolean> {
  const added = await tx.execute(
    `insert into customs.book (${COLUMNS}, at, by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (number) do nothing`,
    [
      row.id,
      row.party_id,
      row.number,
      row.kind,
      row.system,
      row.office,
      row.firm_code,
      row.firm_credit_code,
      row.firm_name,
      row.zone,
      row.from_day,
      row.to_day,
      by.at,
      by.account ?? null,
    ],
  )
  return added === 1
}

export async function findBook(tx: Tx, id: string): Promise<ListedBook | undefined> {
  const [row] = await tx.query<ListedBook>(`${LISTED} where id = $1`, [id])
  return row
}

export function listBooks(tx: Tx, after: string | undefined, limit: number): Promise<ListedBook[]> {
  return tx.query<ListedBook>(`${LISTED} where $1::uuid is null or id > $1 order by id limit $2`, [
    after ?? null,
    limit,
  ])
}

export interface LineRow extends Record<string, unknown> {
  readonly id: string
  readonly book_id: string
  readonly party_id: string
  readonly record_no: number
  readonly article: string | null
  readonly hs_code: string
  readonly name: string
  readonly model: string
  readonly unit: string
  readonly unit1: string
  readonly unit2: string | null
  readonly origin: string
  readonly most: string | null
  readonly ledger: number
  readonly in_account: string
  readonly out_account: string
  readonly found_account: string
}

const LINE = `id, book_id, party_id, record_no, article, hs_code, name, model, unit, unit1, unit2, origin, most::text, ledger,
  in_account, out_account, found_account`
const ADD_LINES = `
  insert into customs.book_line (id, book_id, party_id, record_no, article, hs_code, name, model, unit, unit1, unit2, origin, most,
    ledger, in_account, out_account, found_account, at)
  select n.*, $18::timestamptz from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[],
    $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::bigint[], $14::int[], $15::uuid[], $16::uuid[],
    $17::uuid[]) as n
  on conflict (book_id, record_no) do nothing returning record_no`

/** @returns the numbers of lines that were added; the others were there */
export async function addLines(tx: Tx, rows: readonly LineRow[], at: Date): Promise<Set<number>> {
  const column = <T>(of: (each: LineRow) => T) => rows.map(of)
  const added = await tx.query<{ record_no: number }>(ADD_LINES, [
    column(each => each.id),
    column(each => each.book_id),
    column(each => each.party_id),
    column(each => each.record_no),
    column(each => each.article),
    column(each => each.hs_code),
    column(each => each.name),
    column(each => each.model),
    column(each => each.unit),
    column(each => each.unit1),
    column(each => each.unit2),
    column(each => each.origin),
    column(each => each.most),
    column(each => each.ledger),
    column(each => each.in_account),
    column(each => each.out_account),
    column(each => each.found_account),
    at,
  ])
  return new Set(added.map(row => row.record_no))
}

export async function findLine(tx: Tx, id: string): Promise<LineRow | undefined> {
  const [row] = await tx.query<LineRow>(`select ${LINE} from customs.book_line where id = $1`, [id])
  return row
}

export function linesOf(tx: Tx, book: string, after: number, limit: number): Promise<LineRow[]> {
  return tx.query<LineRow>(
    `select ${LINE} from customs.book_line where book_id = $1 and record_no > $2 order by record_no limit $3`,
    [book, after, limit],
  )
}

/** Lines of a book by their numbers in it. */
export function linesByNumber(tx: Tx, book: string, numbers: readonly number[]): Promise<LineRow[]> {
  return tx.query<LineRow>(
    `select ${LINE} from customs.book_line where book_id = $1 and record_no = any($2) order by record_no`,
    [book, numbers],
  )
}
