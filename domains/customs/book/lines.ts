import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { AccountFlags, type NewTransfer, type OpenedAccount, openAccounts, openUnit } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { inWhole, pieces } from '../cover/decimal.ts'
import { coverRefusals } from '../cover/refusals.ts'
import { postAll } from '../cover/reserve.ts'
import { BOOK_ACCOUNTS, BOOK_MOVES, QUANTITY_SCALE, UNIT_KIND } from './chart.ts'
import type * as contract from './contract.ts'
import * as store from './store.ts'

const refuse = coverRefusals.refuse
type Line = Static<typeof contract.NewLine>

/** Enters lines into a book, each with what stands in it; all of them or none. */
export async function addLines(
  work: UnitOfWork,
  { book: id, lines }: Static<typeof contract.AddLines>,
): Promise<Static<typeof contract.Added> | Refusal> {
  const book = await store.findBook(work.tx, id)
  if (!book) return refuse('book.not_found', {}, '/book')
  const units = await unitsOf(work, lines)
  if (isRefusal(units)) return units
  const rows: store.LineRow[] = []
  const opening: NewTransfer[] = []
  for (const [n, line] of lines.entries()) {
    const row = rowOf(work, book, line, units.get(line.unit)!)
    const amount = pieces(line.opening ?? '0', QUANTITY_SCALE)!
    if (row.most !== null && amount > BigInt(row.most))
      return refuse(
        'book.more_than_most',
        { most: inWhole(BigInt(row.most), QUANTITY_SCALE) },
        `/lines/${n}/opening`,
      )
    rows.push(row)
    if (amount > 0n) opening.push(openingOf(work, row, amount))
  }
  const added = await store.addLines(work.tx, rows, work.now)
  const taken = lines.findIndex((line, n) => !added.has(line.recordNo) || lines.findIndex(same(line)) < n)
  if (taken >= 0)
    return refuse('book.line_taken', { record: lines[taken]!.recordNo }, `/lines/${taken}/recordNo`)
  const opened = await openAccounts(
    work,
    rows.flatMap(row => accountsOf(row, book.number)),
  )
  if (isRefusal(opened)) return opened
  await postAll(work, opening)
  work.emit({
    type: 'customs.book.lines_added',
    record: `customs.book/${id}`,
    data: {
      number: book.number,
      lines: lines.map(({ recordNo, opening: quantity }) => ({ recordNo, quantity })),
    },
  })
  return { book: id, lines: rows.map(row => ({ id: row.id, recordNo: row.record_no })) }
}

const same =
  ({ recordNo }: Line) =>
  (other: Line) =>
    other.recordNo === recordNo

/** The ledger's units of account of the lines' declared units. */
async function unitsOf(work: UnitOfWork, lines: readonly Line[]): Promise<Map<string, number> | Refusal> {
  const found = new Map<string, number>()
  for (const code of new Set(lines.map(line => line.unit))) {
    const name = { zh: `计量单位 ${code}`, en: `customs unit ${code}` }
    const number = await openUnit(work, { kind: UNIT_KIND, code, scale: QUANTITY_SCALE, name })
    if (isRefusal(number)) return number
    found.set(code, number)
  }
  return found
}

function rowOf(work: UnitOfWork, book: store.BookRow, line: Line, ledger: number): store.LineRow {
  const most = line.most === undefined ? undefined : pieces(line.most, QUANTITY_SCALE)
  return {
    id: work.newId(),
    book_id: book.id,
    party_id: book.party_id,
    record_no: line.recordNo,
    article: line.article ?? null,
    hs_code: line.hsCode,
    name: line.name,
    model: line.model,
    unit: line.unit,
    unit1: line.unit1,
    unit2: line.unit2 ?? null,
    origin: line.origin,
    most: most ? most.toString() : null,
    ledger,
    in_account: work.newId(),
    out_account: work.newId(),
    found_account: work.newId(),
  }
}

const openingOf = (work: UnitOfWork, row: store.LineRow, amount: bigint): NewTransfer => ({
  id: work.newId(),
  debit_account_id: row.in_account,
  credit_account_id: row.id,
  amount,
  ledger: row.ledger,
  code: BOOK_MOVES.opened,
})

function accountsOf(row: store.LineRow, book: string): OpenedAccount[] {
  const limited = AccountFlags.debits_must_not_exceed_credits
  const of = { party_id: row.party_id, ledger: row.ledger, record: `customs.book_line/${row.id}` }
  const label = (zh: string, en: string) => ({
    label: { zh: `${book} 第 ${row.record_no} 项 ${zh}`, en: `${book} line ${row.record_no}, ${en}` },
  })
  return [
    { ...of, id: row.id, code: BOOK_ACCOUNTS.line, flags: limited, ...label('结余', 'standing') },
    { ...of, id: row.in_account, code: BOOK_ACCOUNTS.in, ...label('入区来源', 'came in') },
    // No more comes back than went out.
    { ...of, id: row.out_account, code: BOOK_ACCOUNTS.out, flags: limited, ...label('出区去向', 'went out') },
    { ...of, id: row.found_account, code: BOOK_ACCOUNTS.found, ...label('盘点差异', 'count differences') },
  ]
}
