import { isDay } from './cells.ts'
import type { Report } from './rows.ts'

/** Days on which a fact is in force, both inclusive; `to` absent: no end is known. */
export interface Period {
  readonly from: string
  readonly to?: string
}

/** How well a fact is sourced: the official text, another's account of it, our own assumption, an example. */
export type Strength = 'official' | 'secondary' | 'assumed' | 'example'

export const isStrength = (text: string): text is Strength =>
  ['official', 'secondary', 'assumed', 'example'].includes(text)

/** Whether the day lies within the period. ISO days compare as text. */
export const covers = (period: Period, day: string): boolean =>
  period.from <= day && (period.to === undefined || day <= period.to)

const overlap = (a: Period, b: Period): boolean =>
  a.from <= (b.to ?? '9999-12-31') && b.from <= (a.to ?? '9999-12-31')

/** Whether the new period shares a day with one of those already taken. */
export const overlapsAny = (period: Period, taken: readonly Period[]): boolean =>
  taken.some(other => overlap(period, other))

/** Reads `from` and `to`; `to` may be empty. Undefined, and reported as refused, when they are no period. */
export const readPeriod = (
  cell: (field: 'from' | 'to') => string,
  report: Report<'from' | 'to'>,
): Period | undefined => {
  const from = cell('from')
  const to = cell('to')
  if (from === '') report('from', 'table.value_missing', 'refused')
  else if (!isDay(from)) report('from', 'table.date_malformed', 'refused')
  else if (to !== '' && !isDay(to)) report('to', 'table.date_malformed', 'refused')
  else if (to !== '' && to < from) report('to', 'table.period_reversed', 'refused')
  else return to === '' ? { from } : { from, to }
  return undefined
}
