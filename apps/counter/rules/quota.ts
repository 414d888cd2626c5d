import { decimal, units } from '../message/decimal.ts'
import type { Entry, Values } from '../message/kind.ts'
import type { Store } from '../store/store.ts'
import { digitsOf } from '../time.ts'
import { personOf } from './own.ts'
import { type Reason, reason, type Sight } from './rule.ts'

/** Dutiable value of a retail import: price, freight and insurance (财关税〔2016〕18号), in hundred-thousandths. */
export function dutiableValue({ head, lines }: Entry): bigint {
  return lines.reduce(
    (all, { totalPrice }) => all + units(totalPrice),
    units(head.freight) + units(head.insuredFee),
  )
}

/**
 * 财关税〔2018〕49号: 5,000 a transaction and 26,000 a year; a dearer order may pass where it holds one item that
 * cannot be divided and stays below the year's limit.
 */
export function quotaReasons(sight: Sight): Reason[] {
  const { record, scenario } = sight
  const [single, yearly] = [units(scenario.limits.single), units(scenario.limits.yearly)]
  const value = dutiableValue(record)
  const total = usedBy(sight.store, record.head, yearOf(record.taken)) + value
  const found: Reason[] = []
  const isDear = value > single
  if (isDear && !isOneItem(record))
    found.push(reason('single', `完税价格 ${decimal(value)} 超过单次交易限值 ${scenario.limits.single}`))
  if (total > yearly || (isDear && value >= yearly))
    found.push(
      reason('yearly', `订购人年度累计 ${decimal(total)} 超过年度交易限值 ${scenario.limits.yearly}`),
    )
  return found
}

function isOneItem({ lines }: Entry): boolean {
  return lines.length === 1 && units(lines[0]?.qty) === units('1')
}

export const yearOf = (instant: number) => digitsOf(instant, 8).slice(0, 4)

function usedBy(store: Store, { buyerIdType = '', buyerIdNumber = '' }: Values, year: string): bigint {
  const person = personOf(buyerIdType, buyerIdNumber)
  const row = store.get('select units from person where person = ? and year = ?', person, year)
  return row ? BigInt(String(row.units)) : 0n
}

/** Counts a value against the buyer's year; a negative one gives back. */
export function useQuota(store: Store, head: Values, year: string, value: bigint): void {
  const used = usedBy(store, head, year) + value
  store.run(
    'insert into person (person, year, units) values (?, ?, ?) on conflict do update set units = excluded.units',
    personOf(head.buyerIdType ?? '', head.buyerIdNumber ?? ''),
    year,
    String(used < 0n ? 0n : used),
  )
}
