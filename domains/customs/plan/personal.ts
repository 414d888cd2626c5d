import type { UnitOfWork } from '@tongqu/kernel/command'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import type { BookRefusal } from './book/index.ts'
import type { PlannedOrder } from './pieces.ts'

/* A plan holds no identity number: they stand in the kernel's one sealed table and are known by their hash. */

/** Columns that hold identity numbers of people. */
export const PERSONAL: ReadonlySet<string> = new Set(['buyerId', 'payerId'])
/** What stands in the place of an identity number. */
export const WITHHELD = '•••'

/** Orders with their identity numbers replaced by their keyed hash; the numbers go into their own table. */
export async function withoutNumbers<O extends Pick<PlannedOrder, 'order' | 'extra'>>(
  work: UnitOfWork,
  orders: readonly O[],
): Promise<O[]> {
  const numbers = new Set(orders.flatMap(numbersOf))
  const kept = [...numbers]
  const hashes = await work.keepIdentityNumbers(kept)
  const hashOf = new Map(kept.map((number, n) => [number, hashes[n]!]))
  return orders.map(planned => {
    const { order, extra } = planned
    const buyer = order.buyerId === undefined ? undefined : hashOf.get(order.buyerId)
    const payer = typeof extra.payerId === 'string' ? hashOf.get(extra.payerId) : undefined
    return {
      ...planned,
      order: { ...order, ...(buyer !== undefined && { buyerId: buyer }) },
      extra: { ...extra, ...(payer !== undefined && { payerId: payer }) },
    }
  })
}

function numbersOf({ order, extra }: Pick<PlannedOrder, 'order' | 'extra'>): string[] {
  return [order.buyerId, extra.payerId].filter(number => typeof number === 'string')
}

/**
 * A refusal without what was found in a column of identity numbers, and without any resident identity number that
 * stood in another column (a row that slipped by one).
 */
export function refusalWithoutNumbers(refusal: BookRefusal): BookRefusal {
  if (!PERSONAL.has(refusal.column ?? ''))
    return JSON.parse(withoutIdentityNumbers(JSON.stringify(refusal))) as BookRefusal
  const params: Record<string, string | number> = { ...refusal.params }
  let { zh, en } = refusal.text
  for (const name of ['found', 'first', 'value']) {
    if (params[name] === undefined) continue
    zh = zh.replaceAll(String(params[name]), WITHHELD)
    en = en.replaceAll(String(params[name]), WITHHELD)
    params[name] = WITHHELD
  }
  return { ...refusal, params, text: { zh, en } }
}
