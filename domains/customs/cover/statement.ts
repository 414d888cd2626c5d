import type { UnitOfWork } from '@tongqu/kernel/command'
import { type Tx, unsafeInScope } from '@tongqu/kernel/db'
import { accountHistory, lastKnown, type StatementLine, transfersById } from '@tongqu/ledger'
import { BOOK_MOVES } from '../book/chart.ts'
import { GUARANTEE_MOVES } from '../guarantee/chart.ts'
import { CODES } from './moves.ts'

/** What a movement is called on statements, by the transfer's code. */
export const MOVE_NAMES: Readonly<Record<number, { readonly zh: string; readonly en: string }>> = {
  [CODES.guarantee.out.out]: { zh: '清单税款', en: 'taxes of a list' },
  [CODES.guarantee.out.back]: { zh: '税款结清或作废', en: 'taxes paid or void' },
  [GUARANTEE_MOVES.raised]: { zh: '担保增加', en: 'guarantee raised' },
  [GUARANTEE_MOVES.lowered]: { zh: '担保减少', en: 'guarantee lowered' },
  [CODES.book.out.out]: { zh: '出区核减', en: 'goods that left' },
  [CODES.book.out.back]: { zh: '退回账册', en: 'goods back into the book' },
  [CODES.book.in.out]: { zh: '入区核增', en: 'goods that came in' },
  [CODES.book.in.back]: { zh: '入区撤销', en: 'goods that did not come in' },
  [BOOK_MOVES.opened]: { zh: '期初登记', en: 'opening quantity' },
  [BOOK_MOVES.counted]: { zh: '盘点差异', en: 'count difference' },
}

interface Asked {
  readonly from?: string | undefined
  readonly asAt?: string | undefined
  readonly knownAt?: number | undefined
  readonly limit?: number | undefined
}

const EVER = '1970-01-01T00:00:00Z'
/** The last nanosecond of a millisecond: an instant is meant whole. */
const endOf = (instant: string): bigint => BigInt(Date.parse(instant)) * 1_000_000n + 999_999n

/** What happened to a guarantee or a book's line, each movement with the declaration and list that it is of. */
export async function movesOf(
  work: UnitOfWork,
  account: string,
  { from = EVER, asAt, knownAt, limit = 200 }: Asked,
  shown: (amount: bigint) => string,
) {
  const head = await lastKnown(work.tx)
  const known = Math.min(knownAt ?? head, head)
  const to = { at: endOf(asAt ?? work.now.toISOString()), knownAt: known }
  const found = await accountHistory(work, account, endOf(from), to, limit)
  const transfers = await transfersById(
    work.tx,
    found.lines.map(line => line.id),
  )
  const records = new Map([...transfers].map(([id, { transfer }]) => [id, transfer]))
  const names = await listNames(
    work.tx,
    [...records.values()].map(each => each.user_data_128),
  )
  const standing = ({ credits_posted, debits_posted }: StatementLine['balances']) =>
    credits_posted - debits_posted
  return {
    id: account,
    opening: shown(standing(found.opening)),
    closing: shown(standing(found.closing)),
    moves: found.lines.map(line => {
      const record = records.get(line.id)
      const of = record && names.get(record.user_data_128)
      return {
        transfer: line.id,
        at: new Date(Number(line.timestamp / 1_000_000n)).toISOString(),
        kind: line.kind,
        what: { ...(MOVE_NAMES[line.code] ?? { zh: String(line.code), en: String(line.code) }) },
        change: shown(changeOf(line)),
        left: shown(standing(line.balances) - line.balances.debits_pending),
        held: shown(line.balances.debits_pending),
        ...(of && { declaration: of.number }),
        ...(of?.list_no && { listNo: of.list_no }),
        ...(record && record.user_data_32 > 0 && { line: record.user_data_32 }),
      }
    }),
    knownAt: known,
    more: found.more,
  }
}

/** What goes out is less; what a hold gives back is more. */
function changeOf({ kind, side, amount }: StatementLine): bigint {
  const isBack = kind === 'void' || kind === 'expiry'
  return (side === 'debit') !== isBack ? -amount : amount
}

const NAMES = `
  select d.id, d.number, (select max(r.list_no) from customs.record r where r.declaration_id = d.id and r.role = 'list') as list_no
  from customs.declaration d where d.id = any($1)`

/** Numbers of declarations: whose guarantee or book it is sees which lists drew on it, whosever they are. */
async function listNames(tx: Tx, ids: readonly string[]) {
  const rows = await unsafeInScope(tx, 'audit', () =>
    tx.query<{ id: string; number: string; list_no: string | null }>(NAMES, [[...new Set(ids)]]),
  )
  return new Map(rows.map(row => [row.id, row]))
}
