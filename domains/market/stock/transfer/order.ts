import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { amountOf } from '../amounts.ts'
import { articlesOf } from '../article/service.ts'
import type { ArticleRow } from '../article/store.ts'
import { moveGoods } from '../books/move.ts'
import { onHand } from '../line/account.ts'
import { pickLocked } from '../line/pick-locked.ts'
import type { LineRow } from '../line/store.ts'
import { nextNumber } from '../numbers.ts'
import { stockRefusals } from '../refusals.ts'
import { storing } from '../warehouse/service.ts'
import type { CancelTransfer, OrderTransfer, Transfer } from './contract.ts'
import { transferRefusals } from './refusals.ts'
import { standingLines, transferShown } from './standing.ts'
import * as store from './store.ts'

type Input = Static<typeof OrderTransfer>

/** What is taken of one line of stock, and goes on one line of the transfer. */
interface Taken {
  readonly id: string
  readonly hold: string
  readonly line: LineRow
  readonly amount: bigint
  readonly place: string
}

/** The owner orders goods from one warehouse to another; they are held where they lie until they leave. */
export async function order(work: UnitOfWork, input: Input): Promise<Static<typeof Transfer> | Refusal> {
  const { party, account } = work.actor
  if (!party) return stockRefusals.refuse('stock.party_needed')
  if (input.from === input.to) return transferRefusals.refuse('transfer.same_warehouse', {}, '/to')
  const from = await storing(work, input.from, party, '/from')
  if (isRefusal(from)) return from
  const to = await storing(work, input.to, party, '/to')
  if (isRefusal(to)) return to
  const ids = input.lines.map(line => line.article)
  const articles = await articlesOf(work, ids, party, n => `/lines/${n}/article`)
  if (isRefusal(articles)) return articles
  const taken = await take(work, input, articles)
  if (isRefusal(taken)) return taken
  const row: store.TransferRow = {
    id: work.newId(),
    number: await nextNumber(work.tx, 'T', legalDay(work.now)),
    party_id: party,
    from_warehouse_id: from.id,
    from_keeper_id: from.keeper_id,
    to_warehouse_id: to.id,
    to_keeper_id: to.keeper_id,
    state: 'ordered',
    due_on: input.dueOn ?? null,
    reason: null,
    account_id: account ?? null,
    at: work.now,
    dispatched_at: null,
    ended_at: null,
  }
  const held = await moveGoods(work, holdsOf(row, taken))
  if (isRefusal(held)) return held
  await store.addTransfer(
    work.tx,
    row,
    taken.map(({ id, hold, line }) => ({
      id,
      hold,
      article: line.article_id,
      lot: line.lot_id,
      fromLine: line.id,
    })),
  )
  work.emit({
    type: 'market.transfer.ordered',
    record: `market.transfer/${row.id}`,
    data: {
      number: row.number,
      from: from.id,
      to: to.id,
      lines: taken.map(({ line, amount }) => ({ line: line.id, amount: amount.toString() })),
    },
  })
  return transferShown(work, row)
}

async function take(
  work: UnitOfWork,
  { from, lines }: Input,
  articles: ReadonlyMap<string, ArticleRow>,
): Promise<Taken[] | Refusal> {
  const taken: Taken[] = []
  const soFar = new Map<string, bigint>()
  for (const [n, asked] of lines.entries()) {
    const place = `/lines/${n}/quantity`
    const article = articles.get(asked.article)!
    const amount = amountOf(article, asked, place)
    if (isRefusal(amount)) return amount
    const { lot, line } = asked
    const picked = await pickLocked(work, article, {
      amount,
      warehouse: from,
      lot,
      line,
      taken: soFar,
      evenBad: true,
      place,
    })
    if (isRefusal(picked)) return picked
    for (const part of picked.parts) {
      soFar.set(part.line.id, (soFar.get(part.line.id) ?? 0n) + part.amount)
      taken.push({ id: work.newId(), hold: work.newId(), ...part, place })
    }
  }
  return taken
}

function holdsOf(row: store.TransferRow, taken: readonly Taken[]) {
  return taken.map(({ id, hold, line, amount, place }, n) => {
    const from = onHand(line)
    return {
      id: hold,
      movement: 'dispatch' as const,
      from,
      to: { ...from, id, kind: 'transit' as const },
      amount,
      hold: 0,
      keeper: row.from_keeper_id,
      line: line.id,
      record: { kind: 'transfer', id: row.id, line: n + 1 },
      place,
    }
  })
}

/** The owner takes the order back before the goods leave. */
export async function cancel(
  work: UnitOfWork,
  input: Static<typeof CancelTransfer>,
): Promise<Static<typeof Transfer> | Refusal> {
  const row = await store.findTransfer(work.tx, input.transfer, true)
  if (!row) return transferRefusals.refuse('transfer.not_found', {}, '/transfer')
  if (row.party_id !== work.actor.party) return stockRefusals.refuse('stock.not_owner')
  if (row.state !== 'ordered') return transferRefusals.refuse('transfer.not_ordered', { number: row.number })
  const lines = await standingLines(work, row.id)
  const released = await moveGoods(
    work,
    lines.map(line => ({
      hold: line.hold_id,
      amount: 0n,
      owner: row.party_id,
      scale: line.scale,
      keeper: row.from_keeper_id,
      line: line.from_line_id,
      record: { kind: 'transfer', id: row.id, line: line.n },
    })),
  )
  if (isRefusal(released)) return released
  const reason = input.reason ? withoutIdentityNumbers(input.reason) : null
  const after = { ...row, state: 'cancelled' as const, reason, ended_at: work.now }
  await store.keepTransfer(work.tx, after)
  work.emit({ type: 'market.transfer.cancelled', record: `market.transfer/${row.id}`, data: {} })
  return transferShown(work, after)
}
