import { type LegalDay, legalDay, startOfLegalDay } from '../clock/index.ts'

/** How far back a figure looks: today, and the last 7, 30 or 365 legal days with today. */
export type PeriodName = 'day' | 'week' | 'month' | 'year'

/** Whole legal days in Asia/Shanghai, the last of them mostly not over yet. */
export interface Period {
  readonly name: PeriodName
  readonly firstDay: LegalDay
  readonly lastDay: LegalDay
  /** Its first instant, and the first after it. */
  readonly from: Date
  readonly before: Date
}

const DAYS: Readonly<Record<PeriodName, number>> = { day: 1, week: 7, month: 30, year: 365 }
const DAY = 86_400_000

/** The period that ends with a legal day. */
export function periodAt(name: PeriodName, lastDay: LegalDay): Period {
  const last = startOfLegalDay(lastDay)
  const from = new Date(last.getTime() - (DAYS[name] - 1) * DAY)
  return { name, firstDay: legalDay(from), lastDay, from, before: new Date(last.getTime() + DAY) }
}
