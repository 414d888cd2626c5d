import { units } from '../message/decimal.ts'
import type { Values } from '../message/kind.ts'
import { recordOf } from '../store/records.ts'
import type { Taken } from '../store/store.ts'
import { keyOf, type Reason, reason, type Sight, statusOf } from './rule.ts'

/** A document that a list stands on, as its name and what was found of it. */
export interface Document {
  readonly title: string
  readonly found: Taken | undefined
}

/** The document, if the customs have taken it in by now. */
export function documentOf(
  { store, now }: Sight,
  kind: string,
  head: Values,
  names: readonly string[],
): Taken | undefined {
  return usable(recordOf(store, kind, keyOf(head, names)), now)
}

export function usable(found: Taken | undefined, now: number): Taken | undefined {
  return found && found.mark !== 'cancelled' && statusOf(found, now) === 120 ? found : undefined
}

/** The documents that have not come: waited for a while, then a reason each. */
export function missing({ record, now, scenario }: Sight, documents: readonly Document[]) {
  const absent = documents.filter(({ found }) => found === undefined)
  const waits = absent.length > 0 && now < record.taken + scenario.rules.waitForDocuments * 1000
  return { waits, reasons: absent.map(({ title }) => reason('missingDocument', `未查到对应的${title}`)) }
}

/** A value of one paper that must stand on the other. */
export type Pair = readonly [left: Values, name: string, right: Values, otherName?: string]

/** Each pair that differs, both sides named. Numbers are compared as numbers. */
export function differing(left: string, right: string, pairs: readonly Pair[]): Reason[] {
  return pairs.flatMap(([one, name, other, otherName = name]) => {
    const [a, b] = [one[name] ?? '', other[otherName] ?? '']
    const isSame = a === b || (isNumber(a) && isNumber(b) && units(a) === units(b))
    if (isSame) return []
    return [
      reason(
        'mismatch',
        `${left} ${name} ${shown(name, a)} 与${right} ${otherName} ${shown(name, b)} 不一致`,
      ),
    ]
  })
}

const isNumber = (text: string) => /^\d+\.\d+$/.test(text) || /^\d{1,12}$/.test(text)

/** A person's data is not told back: who reads the receipt knows which field to look at. */
const shown = (name: string, text: string) => (/^(buyer|payer|consignee)/.test(name) ? '' : text)

/** Goods of a list against those of its order, by gnum. */
export function differingGoods(list: readonly Values[], order: readonly Values[]): Reason[] {
  if (list.length !== order.length)
    return [reason('mismatch', `清单商品 ${list.length} 项与订单商品 ${order.length} 项不一致`)]
  return list.flatMap((line, at) => {
    const other = order[at]!
    const pairs: Pair[] = ['qty', 'unit', 'currency', 'totalPrice'].map(name => [line, name, other])
    if (line.itemNo !== undefined && other.itemNo !== undefined) pairs.push([line, 'itemNo', other])
    return differing(`清单第 ${at + 1} 项`, '订单', pairs)
  })
}
