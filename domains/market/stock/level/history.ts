import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import { accountHistory, inUnit, type StatementLine } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { movementKinds, movementOf } from '../books/chart.ts'
import { type MovementRow, movementsById } from '../books/store.ts'
import { findLine } from '../line/store.ts'
import { stockRefusals } from '../refusals.ts'
import type { LineHistory, LineHistoryShown } from './contract.ts'
import { endOf, momentOf } from './standing.ts'

type Shown = Static<typeof LineHistoryShown>
const EVER = '1970-01-01T00:00:00Z'

/** What happened to a line: every movement with who, why and on what paper, from the ledger's own statement. */
export async function history(work: UnitOfWork, input: Static<typeof LineHistory>): Promise<Shown | Refusal> {
  const { line: id, from = EVER, most = 200 } = input
  const line = await findLine(work.tx, id)
  if (!line) return stockRefusals.refuse('stock.not_found', {}, '/line')
  const asked = await momentOf(work, input)
  const moment = asked ?? (await momentOf(work, { asAt: work.now.toISOString() }))!
  const to = { at: endOf(moment.asAt), knownAt: moment.knownAt }
  const found = await accountHistory(work, id, endOf(from), to, most)
  const movements = await movementsById(
    work.tx,
    found.lines.map(each => each.id),
  )
  const { scale } = line
  const left = (balances: StatementLine['balances']) =>
    inUnit(balances.credits_posted - balances.debits_posted, scale)
  return {
    line: id,
    sku: line.sku,
    unit: line.unit,
    from,
    ...moment,
    opening: left(found.opening),
    closing: left(found.closing),
    moves: found.lines.map(each => ({
      transfer: each.id,
      kind: each.kind,
      ...movementNamed(each.code),
      at: new Date(Number(each.timestamp / 1_000_000n)).toISOString(),
      change: inUnit(changeOf(each), scale),
      onHand: left(each.balances),
      held: inUnit(each.balances.debits_pending, scale),
      ...whyOf(movements.get(each.id)),
    })),
    more: found.more,
  }
}

function movementNamed(code: number) {
  const movement = movementOf(code)
  return { movement, movementName: { ...movementKinds[movement].name } }
}

/** Out of the line is less; what a hold gives back, by void or expiry, is more. */
function changeOf({ kind, side, amount }: StatementLine): bigint {
  const isBack = kind === 'void' || kind === 'expiry'
  return (side === 'debit') !== isBack ? -amount : amount
}

function whyOf(row: MovementRow | undefined) {
  if (!row) return {}
  const { record_kind, record_id, record_line, reason, document_type, document_reference, account_id } = row
  return {
    ...(record_id && {
      record: { kind: record_kind, id: record_id, ...(record_line && { line: record_line }) },
    }),
    ...(reason && { reason }),
    ...(document_type &&
      document_reference && { paper: { type: document_type, reference: document_reference } }),
    ...(account_id && { by: account_id }),
  }
}
