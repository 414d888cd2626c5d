import { useQuery } from '@tanstack/react-query'
import { ask } from '../remote/call.ts'
import type { Article, Warehouse } from '../remote/market.ts'
import { usePartyNames } from '../remote/party-names.ts'
import { useWho } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import type { Language } from '../text/catalogue.ts'
import { useLanguage } from '../text/language.tsx'

const page = 200
/** Beyond so many a list is searched, not read whole. */
const most = 2000

async function whole<T>(read: (after: string | undefined) => Promise<{ rows: T[]; next?: string }>) {
  const rows: T[] = []
  let after: string | undefined
  do {
    const answer = await read(after)
    rows.push(...answer.rows)
    after = answer.next
  } while (after !== undefined && rows.length < most)
  return rows
}

/** The warehouses that the reader runs or stores in; undefined while they are read. */
export function useWarehouses(): readonly Warehouse[] | undefined {
  const { who } = useWho()
  const { data } = useQuery({
    queryKey: ['market.warehouse.list', 'all'],
    queryFn: ({ signal }) =>
      whole(async after => {
        const { warehouses, next } = await ask('market.warehouse.list', { after, limit: page }, signal)
        return { rows: warehouses, next }
      }),
    enabled: Boolean(who),
  })
  return data
}

/** The articles that the reader owns or keeps; undefined while they are read. */
export function useArticles(): readonly Article[] | undefined {
  const { who } = useWho()
  const { data } = useQuery({
    queryKey: ['market.article.list', 'all'],
    queryFn: ({ signal }) =>
      whole(async after => {
        const { articles, next } = await ask('market.article.list', { after, limit: page }, signal)
        return { rows: articles, next }
      }),
    enabled: Boolean(who),
  })
  return data
}

/** The articles of one owner by their numbers, which are that owner's own. */
export function useArticlesOf(owner: string | undefined): (sku: string) => Article | undefined {
  const articles = useArticles()
  return sku => {
    const wanted = sku.trim().toLowerCase()
    return articles?.find(each => each.owner === owner && each.sku.toLowerCase() === wanted)
  }
}

/** The reader's own articles by their numbers. */
export function useOwnArticles(): (sku: string) => Article | undefined {
  const { who } = useWho()
  return useArticlesOf(who?.party.id)
}

type Named = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

/** The rules of stock that a form goes by, as they are in force today. */
export interface StockRules {
  readonly units: Named
  readonly paperTypes: Named
  readonly warehouseKinds: Named
  /** By kind of warehouse and movement: papers of which one is needed. */
  readonly papers: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** Days before its end from which a lot is told of, where its article says nothing else. */
  readonly nearExpiryDays: number
}

export function useStockRules(): StockRules | undefined {
  const { data } = useAsk('customs.rule.list', { search: 'stock.' })
  if (!data) return undefined
  // Values of rules are open in the contract; these are tables by code.
  const value = (id: string) => (data.rules.find(rule => rule.id === id)?.value ?? {}) as never
  return {
    units: value('stock.units'),
    paperTypes: value('stock.paper_types'),
    warehouseKinds: value('stock.warehouse_kinds'),
    papers: value('stock.papers'),
    nearExpiryDays: Number(value('stock.near_expiry_days')),
  }
}

/** The name of a code in a rule's table; the code where there is none. */
export function nameIn(table: Named | undefined, code: string, language: Language): string {
  return table?.[code]?.[language] ?? code
}

/** Names of what records hold by id or code. */
export function useStockNames() {
  const { language } = useLanguage()
  const partyName = usePartyNames()
  const warehouses = useWarehouses()
  const articles = useArticles()
  const rules = useStockRules()
  return {
    warehouse: (id: string) => warehouses?.find(each => each.id === id)?.name[language] ?? shortId(id),
    article: (id: string) => articles?.find(each => each.id === id)?.name[language],
    unit: (code: string) => nameIn(rules?.units, code, language),
    party: (id: string) => partyName(id) ?? shortId(id),
  }
}

/** Enough of an id to tell it from others. */
export const shortId = (id: string): string => `…${id.slice(-8)}`
