import { type LineAmounts, orderAmounts } from '../amounts.ts'
import { type Decimal, decimal, sum } from '../decimal.ts'
import { type Facts, textOf } from '../facts.ts'

/** A line of an order that is declared. */
export interface Good {
  readonly facts: Facts
  /** Index of the line in its order. */
  readonly n: number
  readonly amounts: LineAmounts
}

/** Goods that one line of the declaration stands for; the first names it. */
export type GoodsLine = readonly [Good, ...Good[]]

/** The lines of the declaration, from what its orders have and what simplified declaration made of them. */
export function goodsLines(orders: readonly Facts[]): GoodsLine[] {
  const goods = orders.flatMap(declaredGoods)
  const merged = orders[0]?.declaring?.merged
  if (!merged) return goods.map(good => [good])
  const byPlace = new Map(goods.map(good => [placeOf(good.facts.order.orderNo, good.n + 1), good]))
  return merged.flatMap(({ hsCode, name, of }): GoodsLine[] => {
    const all = of.flatMap(({ orderNo, line }) => byPlace.get(placeOf(orderNo, line)) ?? [])
    const isNaming = ({ facts, n }: Good) =>
      facts.order.lines[n]!.hsCode === hsCode && facts.order.lines[n]!.name === name
    const first = all.find(isNaming) ?? all[0]
    return first ? [[first, ...all.filter(each => each !== first)]] : []
  })
}

const placeOf = (orderNo: string, line: number) => `${line} ${orderNo}`

function declaredGoods(facts: Facts): Good[] {
  const { lines } = orderAmounts(facts.order)
  return lines.flatMap((amounts, n) =>
    facts.declaring?.lines?.has(n + 1) === false ? [] : [{ facts, n, amounts }],
  )
}

/** The value that all agree on who state one; undefined: nobody does, or they differ. */
export function agreed(values: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = new Set(values.filter(value => value !== undefined && value !== ''))
  return others.length === 0 ? first : undefined
}

/** A field beyond the plan that the orders of a declaration share. */
export const shared = (orders: readonly Facts[], name: string): string | undefined =>
  agreed(orders.map(({ extra }) => textOf(extra, name)))

/** The sum of a value over all goods; undefined where one has none. */
export function total<T>(goods: readonly T[], of: (good: T) => string | undefined): Decimal | undefined {
  const values = goods.map(of)
  return values.some(value => value === undefined) ? undefined : sum(values.map(value => decimal(value!)))
}
