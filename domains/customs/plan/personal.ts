import type { UnitOfWork } from '@tongqu/kernel/command'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import type { BookRefusal } from './book/index.ts'
import type { PlannedOrder } from './pieces.ts'

/* A plan holds no identity number: they stand in the kernel's one sealed table and are known by their hash. */

/** Columns that hold identity numbers of people. */
const PERSONAL: ReadonlySet<string> = new Set(['buyerId', 'payerId'])
const WITHHELD = '•••'

/** The order with its identity numbers replaced by their keyed hash; the numbers go into their own table. */
export async function orderWithoutNumbers(work: UnitOfWork, planned: PlannedOrder): Promise<PlannedOrder> {
  const { order, extra } = planned
  const { buyerId } = order
  const { payerId } = extra
  if (buyerId === undefined && payerId === undefined) return planned
  const buyer = buyerId === undefined ? undefined : await work.keepIdentityNumber(buyerId)
  const payer = typeof payerId === 'string' ? await work.keepIdentityNumber(payerId) : undefined
  return {
    ...planned,
    order: { ...order, ...(buyer !== undefined && { buyerId: buyer }) },
    extra: { ...extra, ...(payer !== undefined && { payerId: payer }) },
  }
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
