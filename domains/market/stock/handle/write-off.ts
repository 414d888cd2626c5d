import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { notify } from '@tongqu/kernel/notice'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { accountsNow, availableOn, inUnit } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { amountOf } from '../amounts.ts'
import { counterAccount } from '../books/account-ref.ts'
import { accountKinds } from '../books/chart.ts'
import { moveGoods } from '../books/move.ts'
import { articleOfLine, onHand } from '../line/account.ts'
import { lineOf } from '../line/pick-locked.ts'
import { paperRules, refusePaper } from '../papers.ts'
import { stockRefusals } from '../refusals.ts'
import type { StockRules } from '../rulebook.ts'
import type { WriteOff, WrittenOff } from './contract.ts'

/** Goods that are no more: written off by the keeper or the owner, with a reason; the owner is told of the keeper's. */
export async function writeOff(
  work: UnitOfWork,
  input: Static<typeof WriteOff>,
  rules: StockRules,
): Promise<Static<typeof WrittenOff> | Refusal> {
  const { party } = work.actor
  const line = await lineOf(work, input.line, '/line')
  if (isRefusal(line)) return line
  if (party !== line.keeper_id && party !== line.party_id) return stockRefusals.refuse('stock.not_keeper')
  const amount = amountOf(line, input, '/quantity')
  if (isRefusal(amount)) return amount
  const papers = paperRules(rules, legalDay(work.now))
  if (isRefusal(papers)) return papers
  const unproven = refusePaper(papers, line.warehouse_kind, 'write_off', input.paper)
  if (unproven) return unproven
  const id = work.newId()
  const moved = await moveGoods(work, [
    {
      id,
      movement: 'write_off',
      from: onHand(line),
      to: counterAccount(articleOfLine(line), input.kind),
      amount,
      keeper: line.keeper_id,
      line: line.id,
      record: { kind: 'write_off', id },
      reason: withoutIdentityNumbers(input.reason),
      paper: input.paper,
      place: '/quantity',
    },
  ])
  if (isRefusal(moved)) return moved
  const quantity = inUnit(amount, line.scale)
  work.emit({
    type: 'market.stock.writtenOff',
    record: `market.line/${line.id}`,
    data: { transfer: id, kind: input.kind, amount: amount.toString() },
  })
  if (party !== line.party_id) {
    const { zh, en } = accountKinds[input.kind].name
    notify(work, {
      to: { party: line.party_id },
      cause: `market.movement/${id}/written-off`,
      text: {
        zh: `${line.warehouse_code} 仓核销 ${line.sku} ${quantity}（${zh}）`,
        en: `${quantity} of ${line.sku} in ${line.warehouse_code} ${en}`,
      },
    })
  }
  const account = (await accountsNow(work.tx, [line.id])).get(line.id)!
  return { transfer: id, line: line.id, left: inUnit(availableOn(account), line.scale) }
}
