import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { inUnit } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { amountOf } from '../amounts.ts'
import { moveGoods } from '../books/move.ts'
import { paperRules, refusePaper } from '../papers.ts'
import { stockRefusals } from '../refusals.ts'
import type { StockRules } from '../rulebook.ts'
import { findWarehouse } from '../warehouse/store.ts'
import type { DispatchTransfer, Transfer } from './contract.ts'
import { transferRefusals } from './refusals.ts'
import { type StandingLine, standingLines, transferShown } from './standing.ts'
import * as store from './store.ts'

type Input = Static<typeof DispatchTransfer>

/** The keeper lets the goods go; what of a line does not leave is given back to the stock it was held in. */
export async function dispatch(
  work: UnitOfWork,
  input: Input,
  rules: StockRules,
): Promise<Static<typeof Transfer> | Refusal> {
  const row = await store.findTransfer(work.tx, input.transfer, true)
  if (!row) return transferRefusals.refuse('transfer.not_found', {}, '/transfer')
  if (row.from_keeper_id !== work.actor.party) return stockRefusals.refuse('stock.not_keeper')
  if (row.state !== 'ordered') return transferRefusals.refuse('transfer.not_ordered', { number: row.number })
  const today = legalDay(work.now)
  const papers = paperRules(rules, today)
  if (isRefusal(papers)) return papers
  const from = (await findWarehouse(work.tx, row.from_warehouse_id))!
  const refusal = refusePaper(papers, from.kind, 'dispatch', input.paper)
  if (refusal) return refusal
  const sent = amountsOf(await standingLines(work, row.id), input)
  if (isRefusal(sent)) return sent
  const moved = await moveGoods(
    work,
    sent.map(({ line, amount }) => ({
      hold: line.hold_id,
      amount,
      owner: row.party_id,
      scale: line.scale,
      keeper: row.from_keeper_id,
      line: line.from_line_id,
      record: { kind: 'transfer', id: row.id, line: line.n },
      paper: input.paper,
    })),
  )
  if (isRefusal(moved)) return moved
  const after = {
    ...row,
    state: 'dispatched' as const,
    due_on: input.dueOn ?? row.due_on,
    dispatched_at: work.now,
  }
  await store.keepTransfer(work.tx, after)
  work.emit({
    type: 'market.transfer.dispatched',
    record: `market.transfer/${row.id}`,
    data: { lines: sent.map(({ line, amount }) => ({ line: line.n, amount: amount.toString() })) },
  })
  return transferShown(work, after)
}

/** How much of each line leaves. */
function amountsOf(
  lines: readonly StandingLine[],
  { lines: less = [] }: Input,
): { readonly line: StandingLine; readonly amount: bigint }[] | Refusal {
  const amounts = new Map(lines.map(line => [line.n, line.ordered]))
  for (const [n, asked] of less.entries()) {
    const line = lines.find(each => each.n === asked.line)
    if (!line)
      return transferRefusals.refuse('transfer.no_such_line', { line: asked.line }, `/lines/${n}/line`)
    const place = `/lines/${n}/quantity`
    const amount = amountOf(line, asked, place, 0n)
    if (isRefusal(amount)) return amount
    if (amount > line.ordered) {
      const params = { line: line.n, ordered: inUnit(line.ordered, line.scale) }
      return transferRefusals.refuse('transfer.more_than_ordered', params, place)
    }
    amounts.set(line.n, amount)
  }
  if ([...amounts.values()].every(amount => amount === 0n))
    return transferRefusals.refuse('transfer.nothing_sent', {}, '/lines')
  return lines.map(line => ({ line, amount: amounts.get(line.n)! }))
}
