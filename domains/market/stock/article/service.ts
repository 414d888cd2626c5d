import { legalDay } from '@tongqu/kernel/clock'
import { changedMeanwhile, type UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { inUnit, openUnit } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { amountOf } from '../amounts.ts'
import { stockRefusals } from '../refusals.ts'
import type { Named, StockRules } from '../rulebook.ts'
import { PAGE } from '../shapes.ts'
import type { Article, ArticleId, ChangeArticle, ListArticles, RegisterArticle } from './contract.ts'
import { articleRefusals } from './refusals.ts'
import * as store from './store.ts'

type Units = Readonly<Record<string, Named & { readonly scale: string }>>

function shown(row: store.ArticleRow, units: Units): Static<typeof Article> {
  const { zh, en } = units[row.unit] ?? { zh: row.unit, en: row.unit }
  const { hs_code, shelf_life_days, low, near_expiry_days, scale } = row
  return {
    id: row.id,
    owner: row.party_id,
    sku: row.sku,
    name: { ...row.name },
    unit: row.unit,
    unitName: { zh, en },
    scale,
    ledger: row.ledger,
    tracking: row.tracking,
    ...(hs_code !== null && { hsCode: hs_code }),
    ...(shelf_life_days !== null && { shelfLifeDays: shelf_life_days }),
    ...(low !== null && { low: inUnit(BigInt(low), scale) }),
    ...(near_expiry_days !== null && { nearExpiryDays: near_expiry_days }),
    version: row.version,
    ...(row.changed_at && { changedAt: row.changed_at.toISOString() }),
  }
}

/** Registers an article of the caller's party, with a unit of account of its own. */
export async function register(
  work: UnitOfWork,
  input: Static<typeof RegisterArticle>,
  rules: StockRules,
): Promise<Static<typeof Article> | Refusal> {
  const { party } = work.actor
  if (!party) return stockRefusals.refuse('stock.party_needed')
  const units = rules.units(legalDay(work.now))
  if (isRefusal(units)) return units
  const { sku, name, unit, tracking, hsCode, shelfLifeDays, nearExpiryDays } = input
  const measure = units.value[unit]
  if (!measure)
    return articleRefusals.refuse(
      'article.unit_unknown',
      { unit, units: Object.keys(units.value).sort() },
      '/unit',
    )
  const scale = Number(measure.scale)
  if (tracking === 'serial' && scale > 0)
    return articleRefusals.refuse('article.serial_in_pieces', {}, '/tracking')
  const low =
    input.low === undefined ? null : amountOf({ sku, unit, scale }, { quantity: input.low }, '/low', 0n)
  if (isRefusal(low)) return low
  const id = work.newId()
  const ledger = await openUnit(work, { kind: 'piece', code: `market.article/${id}`, scale, name })
  if (isRefusal(ledger)) return ledger
  const row: store.ArticleRow = {
    id,
    party_id: party,
    sku,
    name,
    unit,
    scale,
    ledger,
    hs_code: hsCode ?? null,
    tracking,
    shelf_life_days: shelfLifeDays ?? null,
    low: low === null ? null : low.toString(),
    near_expiry_days: nearExpiryDays ?? null,
    version: 1,
    changed_at: null,
    changed_by: null,
  }
  if (!(await store.addArticle(work.tx, row, work.now)))
    return articleRefusals.refuse('article.sku_taken', { sku }, '/sku')
  work.emit({
    type: 'market.article.registered',
    record: `market.article/${id}`,
    data: { sku, unit, tracking, ledger },
  })
  return shown(row, units.value)
}

export async function change(
  work: UnitOfWork,
  input: Static<typeof ChangeArticle>,
  rules: StockRules,
): Promise<Static<typeof Article> | Refusal> {
  const units = rules.units(legalDay(work.now))
  if (isRefusal(units)) return units
  const found = await store.findArticle(work.tx, input.article)
  if (!found) return articleRefusals.refuse('article.not_found', {}, '/article')
  if (found.party_id !== work.actor.party) return stockRefusals.refuse('stock.not_owner')
  const { low } = input
  const amount = typeof low === 'string' ? amountOf(found, { quantity: low }, '/low', 0n) : low
  if (isRefusal(amount)) return amount
  const kept = <T>(asked: T | undefined, before: T) => (asked === undefined ? before : asked)
  const row = {
    ...found,
    version: input.version,
    name: kept(input.name, found.name),
    hs_code: kept(input.hsCode, found.hs_code),
    shelf_life_days: kept(input.shelfLifeDays, found.shelf_life_days),
    low: kept(typeof amount === 'bigint' ? amount.toString() : amount, found.low),
    near_expiry_days: kept(input.nearExpiryDays, found.near_expiry_days),
    changed_at: work.now,
    changed_by: work.actor.account ?? null,
  }
  if (!(await store.changeArticle(work.tx, row))) {
    const { version: current } = (await store.findArticle(work.tx, input.article))!
    return changedMeanwhile(input.version, current)
  }
  const { article: _, version: __, ...changed } = input
  work.emit({ type: 'market.article.changed', record: `market.article/${found.id}`, data: changed })
  return shown({ ...row, version: row.version + 1 }, units.value)
}

/** One article, with who changed it last. */
export async function read(
  work: UnitOfWork,
  { article: id }: Static<typeof ArticleId>,
  rules: StockRules,
): Promise<Static<typeof Article> | Refusal> {
  const units = rules.units(legalDay(work.now))
  if (isRefusal(units)) return units
  const row = await store.findArticle(work.tx, id)
  if (!row) return articleRefusals.refuse('article.not_found', {}, '/article')
  const by = await store.changerOf(work.tx, row)
  return { ...shown(row, units.value), ...(by && { changedBy: { zh: by.zh, en: by.en ?? by.zh } }) }
}

export async function list(work: UnitOfWork, input: Static<typeof ListArticles>, rules: StockRules) {
  const units = rules.units(legalDay(work.now))
  if (isRefusal(units)) return units
  const { search = '', limit = PAGE, ...asked } = input
  const page = store.articlePage(asked)
  if (isRefusal(page)) return page
  const rows = await store.listArticles(work.tx, search, page, limit)
  const next = page.next(rows, limit)
  return { articles: rows.map(row => shown(row, units.value)), ...(next !== undefined && { next }) }
}

/**
 * Articles by their ids, all of one owner.
 * @param place of the n-th in the input
 */
export async function articlesOf(
  work: UnitOfWork,
  ids: readonly string[],
  owner: string,
  place: (n: number) => string,
): Promise<Map<string, store.ArticleRow> | Refusal> {
  const found = await store.findArticles(work.tx, ids)
  const missing = ids.findIndex(id => found.get(id)?.party_id !== owner)
  return missing < 0 ? found : articleRefusals.refuse('article.not_found', {}, place(missing))
}
