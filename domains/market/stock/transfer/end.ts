import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { counterAccount, ownAccount } from '../books/account-ref.ts'
import { type Move, moveGoods } from '../books/move.ts'
import { paperRules, refusePaper } from '../papers.ts'
import { stockRefusals } from '../refusals.ts'
import type { StockRules } from '../rulebook.ts'
import { findWarehouse } from '../warehouse/store.ts'
import type { CloseTransfer, Transfer } from './contract.ts'
import { transferRefusals } from './refusals.ts'
import { articleOf, type StandingLine, standingLines, transferShown, transitOf } from './standing.ts'
import * as store from './store.ts'

type Input = Static<typeof CloseTransfer>

/** The transfer, so that nobody else works on it meanwhile; a refusal where it is unknown or not on the way. */
export async function onTheWay(work: UnitOfWork, id: string): Promise<store.TransferRow | Refusal> {
  const row = await store.findTransfer(work.tx, id, true)
  if (!row) return transferRefusals.refuse('transfer.not_found', {}, '/transfer')
  return row.state === 'dispatched'
    ? row
    : transferRefusals.refuse('transfer.not_dispatched', { number: row.number }, '/transfer')
}

/** Closes the transfer where nothing of it is on the way any more. */
export async function endIfEmpty(
  work: UnitOfWork,
  row: store.TransferRow,
  reason: string | null = null,
): Promise<Static<typeof Transfer>> {
  const lines = await standingLines(work, row.id)
  if (lines.some(line => line.inTransit > 0n)) return transferShown(work, row)
  const after = { ...row, state: 'closed' as const, reason, ended_at: work.now }
  await store.keepTransfer(work.tx, after)
  work.emit({ type: 'market.transfer.closed', record: `market.transfer/${row.id}`, data: {} })
  return transferShown(work, after)
}

/**
 * What is still on the way will not come. That it is lost is said by the owner or by the keeper it should have come
 * to; that it was turned back, by the keeper it left and who has it again.
 */
export async function close(
  work: UnitOfWork,
  input: Input,
  rules: StockRules,
): Promise<Static<typeof Transfer> | Refusal> {
  const row = await onTheWay(work, input.transfer)
  if (isRefusal(row)) return row
  const { party } = work.actor
  if (input.outcome === 'turned_back' && party !== row.from_keeper_id)
    return stockRefusals.refuse('stock.not_keeper')
  if (input.outcome === 'lost' && party !== row.to_keeper_id && party !== row.party_id)
    return stockRefusals.refuse('stock.not_keeper')
  const refusal = await refusePapers(work, row, input, rules)
  if (refusal) return refusal
  const left = (await standingLines(work, row.id)).filter(line => line.inTransit > 0n)
  const reason = withoutIdentityNumbers(input.reason)
  const moved = await moveGoods(
    work,
    left.map(line => moveOf(row, line, input, reason)),
  )
  if (isRefusal(moved)) return moved
  work.emit({
    type: `market.transfer.${input.outcome === 'lost' ? 'lost' : 'turnedBack'}`,
    record: `market.transfer/${row.id}`,
    data: { lines: left.map(line => ({ line: line.n, amount: line.inTransit.toString() })) },
  })
  return endIfEmpty(work, row, reason)
}

async function refusePapers(
  work: UnitOfWork,
  row: store.TransferRow,
  { outcome, paper }: Input,
  rules: StockRules,
): Promise<Refusal | undefined> {
  const papers = paperRules(rules, legalDay(work.now))
  if (isRefusal(papers)) return papers
  const isLost = outcome === 'lost'
  const where = await findWarehouse(work.tx, isLost ? row.to_warehouse_id : row.from_warehouse_id)
  return refusePaper(papers, where!.kind, isLost ? 'transit_loss' : 'turned_back', paper)
}

function moveOf(row: store.TransferRow, line: StandingLine, { outcome, paper }: Input, reason: string): Move {
  const article = articleOf(line)
  const isLost = outcome === 'lost'
  return {
    movement: isLost ? 'transit_loss' : 'turned_back',
    from: transitOf(line),
    to: isLost ? counterAccount(article, 'lost') : ownAccount(line.from_line_id, 'on_hand', article),
    amount: line.inTransit,
    keeper: isLost ? row.to_keeper_id : row.from_keeper_id,
    line: isLost ? undefined : line.from_line_id,
    record: { kind: 'transfer', id: row.id, line: line.n },
    reason,
    paper,
  }
}
