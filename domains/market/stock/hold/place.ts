import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { amountOf } from '../amounts.ts'
import { articlesOf } from '../article/service.ts'
import { counterAccount } from '../books/account-ref.ts'
import { moveGoods } from '../books/move.ts'
import { onHand } from '../line/account.ts'
import { pickLocked } from '../line/pick-locked.ts'
import { stockRefusals } from '../refusals.ts'
import type { StockRules } from '../rulebook.ts'
import type { Hold, PlaceHold } from './contract.ts'
import { holdRefusals } from './refusals.ts'
import { holdShown, standingParts } from './standing.ts'
import * as store from './store.ts'

type Input = Static<typeof PlaceHold>

/** The owner holds goods: what expires first of what is asked for, until they are shipped or the time is over. */
export async function placeHold(
  work: UnitOfWork,
  input: Input,
  rules: StockRules,
): Promise<Static<typeof Hold> | Refusal> {
  const { party, account } = work.actor
  if (!party) return stockRefusals.refuse('stock.party_needed')
  const articles = await articlesOf(work, [input.article], party, () => '/article')
  if (isRefusal(articles)) return articles
  const article = articles.get(input.article)!
  const wanted = amountOf(article, input, '/quantity')
  if (isRefusal(wanted)) return wanted
  const seconds = secondsOf(work, input, rules)
  if (isRefusal(seconds)) return seconds
  const picked = await pickLocked(work, article, { ...input, amount: wanted, place: '/quantity' })
  if (isRefusal(picked)) return picked
  const hold: store.HoldRow = {
    id: work.newId(),
    party_id: party,
    article_id: article.id,
    reference: input.reference ?? null,
    account_id: account ?? null,
    at: work.now,
  }
  const parts = picked.parts.map(({ line, amount }) => ({ id: work.newId(), line, amount }))
  const moved = await moveGoods(
    work,
    parts.map(({ id, line, amount }) => ({
      id,
      movement: 'issue' as const,
      from: onHand(line),
      to: counterAccount(article, 'customer'),
      amount,
      hold: seconds,
      keeper: line.keeper_id,
      line: line.id,
      record: { kind: 'hold', id: hold.id },
      place: '/quantity',
    })),
  )
  if (isRefusal(moved)) return moved
  await store.addHold(work.tx, hold)
  await store.addParts(
    work.tx,
    parts.map(({ id, line }) => ({
      id,
      hold_id: hold.id,
      line_id: line.id,
      party_id: party,
      keeper_id: line.keeper_id,
    })),
  )
  work.emit({
    type: 'market.hold.placed',
    record: `market.hold/${hold.id}`,
    data: {
      article: article.id,
      seconds,
      parts: parts.map(({ id, line, amount }) => ({ id, line: line.id, amount: amount.toString() })),
    },
  })
  return holdShown(hold, await standingParts(work, [hold.id]))
}

function secondsOf(work: UnitOfWork, { seconds }: Input, rules: StockRules): number | Refusal {
  const term = rules.term(legalDay(work.now), 'hold')
  if (isRefusal(term)) return term
  if (seconds === undefined) return term.usual
  return seconds > term.most ? holdRefusals.refuse('hold.too_long', { most: term.most }, '/seconds') : seconds
}
