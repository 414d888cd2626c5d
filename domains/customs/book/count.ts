import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { accountsNow, availableOn } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { inWhole, pieces } from '../cover/decimal.ts'
import { coverRefusals } from '../cover/refusals.ts'
import { postAll } from '../cover/reserve.ts'
import { freed, willFree } from '../cover/settle.ts'
import { BOOK_MOVES, QUANTITY_SCALE } from './chart.ts'
import type * as contract from './contract.ts'
import * as counts from './count-store.ts'
import * as store from './store.ts'

/*
 * A count of a book (盘点):
 *
 *   counted ──► approved   somebody else agreed: the differences are in the book
 *         └───► rejected
 *
 * What was expected is what stood in the book when it was counted. Goods may move until the count is approved, so it is
 * the difference that is entered, not the figure counted.
 */

const refuse = coverRefusals.refuse
type Shown = Static<typeof contract.BookCount>
const shown = (amount: bigint) => inWhole(amount, QUANTITY_SCALE)

export async function count(
  work: UnitOfWork,
  { book: id, reason, paper, lines }: Static<typeof contract.CountBook>,
): Promise<Shown | Refusal> {
  const book = await store.findBook(work.tx, id)
  const { account } = work.actor
  if (!book || account === undefined) return refuse('book.not_found', {}, '/book')
  const rows = await store.linesByNumber(
    work.tx,
    id,
    lines.map(line => line.recordNo),
  )
  const byNumber = new Map(rows.map(row => [row.record_no, row]))
  const standing = await accountsNow(
    work.tx,
    rows.map(row => row.id),
    true,
  )
  const counted: { line: string; counted: bigint; expected: bigint }[] = []
  for (const [n, { recordNo, counted: text }] of lines.entries()) {
    const row = byNumber.get(recordNo)
    if (!row) return refuse('book.line_not_found', { record: recordNo }, `/lines/${n}/recordNo`)
    if (counted.some(each => each.line === row.id))
      return refuse('book.line_taken', { record: recordNo }, `/lines/${n}/recordNo`)
    const { credits_posted, debits_posted } = standing.get(row.id)!
    counted.push({
      line: row.id,
      counted: pieces(text, QUANTITY_SCALE)!,
      expected: credits_posted - debits_posted,
    })
  }
  const row = {
    id: work.newId(),
    book_id: id,
    party_id: book.party_id,
    reason,
    paper,
    at: work.now,
    by: account,
  }
  await counts.addCount(work.tx, row, counted)
  work.emit({
    type: 'customs.book.counted',
    record: `customs.book/${id}`,
    data: { count: row.id, lines: lines.length, reason, paper },
  })
  return read(work, { ...row, state: 'counted', ended_at: null, ended_reason: null })
}

/** Somebody else than who counted agrees, and the differences are entered into the book. */
export async function approve(
  work: UnitOfWork,
  { id, reason }: Static<typeof contract.EndCount>,
): Promise<Shown | Refusal> {
  const taken = await takeOpen(work, id)
  if (isRefusal(taken)) return taken
  const stale = await counts.adjustedSince(work.tx, taken)
  if (stale !== undefined) return refuse('book_count.stale', { record: stale })
  const lines = await counts.countedLines(work.tx, [id])
  await willFree(
    work,
    lines.map(line => line.line_id),
  )
  const standing = await accountsNow(
    work.tx,
    lines.flatMap(line => [line.line_id, line.found_account]),
    true,
  )
  const differing = lines.filter(line => line.counted !== line.expected)
  for (const line of differing) {
    const left = availableOn(standing.get(line.line_id)!)
    if (BigInt(line.expected) - BigInt(line.counted) > left)
      return refuse('book_count.held', { record: line.record_no, left: shown(left) })
  }
  await postAll(
    work,
    differing.map(line => adjustment(work, line)),
  )
  return end(work, taken, { state: 'approved', reason, freed: differing.map(line => line.line_id) })
}

function adjustment(work: UnitOfWork, line: counts.CountedLine) {
  const more = BigInt(line.counted) - BigInt(line.expected)
  const [debit, credit] = more > 0n ? [line.found_account, line.line_id] : [line.line_id, line.found_account]
  return {
    id: work.newId(),
    debit_account_id: debit,
    credit_account_id: credit,
    amount: more > 0n ? more : -more,
    ledger: line.ledger,
    code: BOOK_MOVES.counted,
    user_data_128: line.count_id,
  }
}

export async function reject(
  work: UnitOfWork,
  { id, reason }: Static<typeof contract.EndCount>,
): Promise<Shown | Refusal> {
  const taken = await takeOpen(work, id)
  return isRefusal(taken) ? taken : end(work, taken, { state: 'rejected', reason, freed: [] })
}

async function takeOpen(work: UnitOfWork, id: string): Promise<counts.CountRow | Refusal> {
  const row = await counts.takeCount(work.tx, id)
  if (!row) return refuse('book_count.not_found', {}, '/id')
  if (row.state !== 'counted') return refuse('book_count.ended')
  const { account } = work.actor
  return account === undefined || account === row.by ? refuse('book_count.same_person') : row
}

async function end(
  work: UnitOfWork,
  row: counts.CountRow,
  to: {
    readonly state: 'approved' | 'rejected'
    readonly reason: string | undefined
    readonly freed: readonly string[]
  },
): Promise<Shown> {
  const { state, reason = null } = to
  await counts.endCount(work.tx, row.id, { state, at: work.now, by: work.actor.account!, reason })
  await freed(work, to.freed)
  work.emit({
    type: `customs.book.count_${state}`,
    record: `customs.book/${row.book_id}`,
    data: { count: row.id, ...(reason && { reason }) },
  })
  return read(work, { ...row, state, ended_at: work.now, ended_reason: reason })
}

export async function list(
  work: UnitOfWork,
  { book, after, limit = 50 }: Static<typeof contract.ListCounts>,
): Promise<Static<typeof contract.CountList>> {
  const rows = await counts.listCounts(work.tx, book, after, limit)
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { counts: await Promise.all(rows.map(row => read(work, row))), ...(last && { next: last.id }) }
}

async function read(work: UnitOfWork, row: counts.CountRow): Promise<Shown> {
  const lines = await counts.countedLines(work.tx, [row.id])
  return {
    id: row.id,
    book: row.book_id,
    state: row.state,
    reason: row.reason,
    paper: row.paper,
    at: row.at.toISOString(),
    ...(row.ended_at && { endedAt: row.ended_at.toISOString() }),
    ...(row.ended_reason && { endedReason: row.ended_reason }),
    lines: lines.map(line => ({
      recordNo: line.record_no,
      expected: shown(BigInt(line.expected)),
      counted: shown(BigInt(line.counted)),
      difference: shown(BigInt(line.counted) - BigInt(line.expected)),
    })),
  }
}
