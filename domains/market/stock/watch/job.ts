import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { JobDefinition } from '@tongqu/kernel/job'
import { notify } from '@tongqu/kernel/notice'
import { isRefusal } from '@tongqu/kernel/refusal'
import type { Text } from '@tongqu/kernel/text'
import { accountsNow } from '@tongqu/ledger'
import type { StockRules } from '../rulebook.ts'
import * as store from './store.ts'

const EVERY_SECONDS = 3600
/** Lots or transfers that one transaction looks at. */
const AT_ONCE = 500

/** Tells owners of lots that will soon expire and that have, and all concerned of transfers that are overdue: once each. */
export function watchJob(rules: StockRules): JobDefinition {
  return {
    name: 'market.stock.watch',
    title: { zh: '近效期与逾期调拨提醒', en: 'Watch expiry and overdue transfers' },
    everySeconds: EVERY_SECONDS,
    async run({ work, signal }) {
      for (const news of ['near', 'expired'] as const) {
        let after: string | undefined
        do after = await work(unit => tellLots(unit, rules, news, after))
        while (after !== undefined && !signal.aborted)
      }
      while ((await work(unit => tellOverdue(unit, rules))) === AT_ONCE && !signal.aborted);
    },
  }
}

/** @returns the last lot looked at; undefined: there are no more */
async function tellLots(
  work: UnitOfWork,
  rules: StockRules,
  news: store.LotNews,
  after: string | undefined,
): Promise<string | undefined> {
  const today = legalDay(work.now)
  const days = rules.nearExpiryDays(today)
  // Without a rule nothing is near; the lists say that the rule is missing.
  if (isRefusal(days)) return undefined
  const lots = await store.lotsToTell(work.tx, today, news, days, after, AT_ONCE)
  const accounts = await accountsNow(
    work.tx,
    lots.flatMap(lot => lot.accounts.filter(id => id !== null)),
  )
  const there = lots.filter(lot =>
    lot.accounts.some(id => {
      const account = accounts.get(id)
      return account && account.credits_posted !== account.debits_posted
    }),
  )
  for (const [owner, own] of Map.groupBy(there, lot => lot.party_id)) tellOwner(work, owner, own, news)
  await store.markTold(
    work.tx,
    there.map(lot => `market.lot/${lot.id}/${news}`),
    work.now,
  )
  return lots.length === AT_ONCE ? lots.at(-1)!.id : undefined
}

/** One notice for all lots of an owner that came into question since the last look. */
function tellOwner(
  work: UnitOfWork,
  owner: string,
  lots: readonly store.LotRow[],
  news: store.LotNews,
): void {
  const soonest = lots.reduce((first, lot) => (lot.expires_on < first.expires_on ? lot : first))
  const { sku, number, expires_on } = soonest
  const text: Record<store.LotNews, Text> = {
    near: {
      zh: `${lots.length} 个批次临期，最早的是 ${sku} 批次 ${number}，${expires_on} 到期`,
      en: `${lots.length} lots will soon expire, first ${sku} lot ${number} on ${expires_on}`,
    },
    expired: {
      zh: `${lots.length} 个批次已过期，最早的是 ${sku} 批次 ${number}（${expires_on}）`,
      en: `${lots.length} lots have expired, first ${sku} lot ${number} (${expires_on})`,
    },
  }
  notify(work, { to: { party: owner }, cause: `market.lot/${lots[0]!.id}/${news}`, text: text[news] })
}

/** @returns how many were told of */
async function tellOverdue(work: UnitOfWork, rules: StockRules): Promise<number> {
  const today = legalDay(work.now)
  const grace = rules.transitGraceDays(today)
  if (isRefusal(grace)) return 0
  const overdue = await store.overdueToTell(work.tx, today, grace, AT_ONCE)
  for (const { id, number, party_id, from_keeper_id, to_keeper_id, due_on } of overdue)
    for (const party of new Set([party_id, from_keeper_id, to_keeper_id]))
      notify(work, {
        to: { party },
        cause: `market.transfer/${id}/overdue`,
        text: {
          zh: `调拨单 ${number} 应于 ${due_on} 到货，仍在途中`,
          en: `The transfer ${number} was due on ${due_on} and is still on the way`,
        },
      })
  await store.markTold(
    work.tx,
    overdue.map(({ id }) => `market.transfer/${id}/overdue`),
    work.now,
  )
  return overdue.length
}
