import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { inUnit } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { articleRefusals } from '../article/refusals.ts'
import { findArticle, lowArticles } from '../article/store.ts'
import type { StockRules } from '../rulebook.ts'
import { PAGE } from '../shapes.ts'
import type {
  Availability,
  AvailabilityShown,
  ListExpiring,
  ListLow,
  ListStock,
  LowList,
  StockList,
} from './contract.ts'
import { amountsShown, dayOf, lineShown, stateOf, sumOf } from './shown.ts'
import { allLevels, type Level, levelPage, momentOf } from './standing.ts'

/** What lies where, as it stands or as at an instant. */
export async function list(
  work: UnitOfWork,
  input: Static<typeof ListStock>,
): Promise<Static<typeof StockList>> {
  const { after, limit = PAGE, asAt, knownAt, ...filter } = input
  const moment = await momentOf(work, { asAt, knownAt })
  const page = await levelPage(work, moment, filter, after, limit)
  const today = dayOf(moment, work.now)
  return {
    ...moment,
    lines: page.levels.map(level => lineShown(level, today)),
    ...(page.next !== undefined && { next: page.next }),
  }
}

/** How much of an article there is to have, by warehouse and kind, and why the rest is not. */
export async function availability(
  work: UnitOfWork,
  input: Static<typeof Availability>,
): Promise<Static<typeof AvailabilityShown> | Refusal> {
  const article = await findArticle(work.tx, input.article)
  if (!article) return articleRefusals.refuse('article.not_found', {}, '/article')
  const { id, sku, unit, scale } = article
  const moment = await momentOf(work, input)
  const all = await allLevels(work, moment, { article: id })
  const today = dayOf(moment, work.now)
  const whole = sumOf(all)
  const bad = (state: 'blocked' | 'expired') =>
    all
      .filter(level => stateOf(level, today) === state)
      .reduce((sum, level) => sum + level.onHand - level.onSale - level.sold - level.held, 0n)
  return {
    ...moment,
    article: id,
    sku,
    unit,
    total: amountsShown(whole, scale),
    warehouses: [...groupBy(all, level => level.line.warehouse_id)].map(([warehouse, some]) => ({
      warehouse,
      warehouseCode: some[0]!.line.warehouse_code,
      warehouseKind: some[0]!.line.warehouse_kind,
      ...amountsShown(sumOf(some), scale),
    })),
    kinds: [...groupBy(all, level => level.line.warehouse_kind)].map(([warehouseKind, some]) => ({
      warehouseKind,
      ...amountsShown(sumOf(some), scale),
    })),
    notAvailable: {
      held: inUnit(whole.held, scale),
      onSale: inUnit(whole.onSale + whole.sold, scale),
      blocked: inUnit(bad('blocked'), scale),
      expired: inUnit(bad('expired'), scale),
    },
  }
}

function groupBy(all: readonly Level[], key: (level: Level) => string): Map<string, Level[]> {
  const groups = new Map<string, Level[]>()
  for (const level of all) groups.set(key(level), [...(groups.get(key(level)) ?? []), level])
  return groups
}

/** What has expired or soon will, the soonest first; only of what there is some. */
export async function expiring(
  work: UnitOfWork,
  input: Static<typeof ListExpiring>,
  rules: StockRules,
): Promise<Static<typeof StockList> | Refusal> {
  const today = legalDay(work.now)
  const usual = rules.nearExpiryDays(today)
  if (isRefusal(usual)) return usual
  const { days, warehouse, after, limit = PAGE } = input
  const filter = { warehouse, expiring: { day: today, days: days ?? usual, own: days === undefined } }
  const page = await levelPage(work, undefined, filter, after, limit)
  return {
    lines: page.levels.map(level => lineShown(level, today)),
    ...(page.next !== undefined && { next: page.next }),
  }
}

/** Articles that one answer looks at for some that are low. */
const LOOKED_AT = 500

/** Articles of which less is left than their owner wants to have. */
export async function low(work: UnitOfWork, input: Static<typeof ListLow>): Promise<Static<typeof LowList>> {
  const { after, limit = PAGE } = input
  const today = legalDay(work.now)
  const articles = await lowArticles(work.tx, after, LOOKED_AT)
  const all = await allLevels(work, undefined, { articles: articles.map(article => article.id) })
  const good = all.filter(level => stateOf(level, today) === 'good')
  const byArticle = groupBy(good, level => level.line.article_id)
  const found: Static<typeof LowList>['articles'] = []
  for (const { id, sku, name, unit, scale, low: least } of articles) {
    const { available, onSale, reserved } = sumOf(byArticle.get(id) ?? [])
    const left = available + onSale - reserved
    if (left >= BigInt(least!)) continue
    const shown = { low: inUnit(BigInt(least!), scale), left: inUnit(left, scale) }
    found.push({ article: id, sku, name: { ...name }, unit, ...shown })
    if (found.length === limit) return { articles: found, next: id }
  }
  const next = articles.length === LOOKED_AT ? articles.at(-1)!.id : undefined
  return { articles: found, ...(next && { next }) }
}
