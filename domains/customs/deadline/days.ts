/* Arithmetic on legal days: ISO texts, without a time zone, as the law counts them. */

const DAY = 86_400_000

/** Milliseconds of the day's beginning, as if it were in UTC. */
export const utcOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

export const legalDayText = (utc: number): string => new Date(utc).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => legalDayText(utcOf(day) + days * DAY)

/** The same day so many months later; the last of the month where it has none (31 January + 1: 28 February). */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = partsOf(day)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return legalDayText(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

/** A day of the month so many months after the day's own. */
export function dayOfMonthAfter(day: string, months: number, date: number): string {
  const [year, month] = partsOf(day)
  return legalDayText(Date.UTC(year, month - 1 + months, date))
}

/** `04-30` of the year after the day's own. */
export const ofNextYear = (day: string, monthAndDay: string): string =>
  `${partsOf(day)[0] + 1}-${monthAndDay}`

export const daysBetween = (from: string, to: string): number => Math.round((utcOf(to) - utcOf(from)) / DAY)

/** `20261123101500000`, the counter's stamp in local time in China, as a legal day. */
export const dayOfStamp = (stamp: string): string =>
  `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`

function partsOf(day: string): [year: number, month: number, date: number] {
  const [year, month, date] = day.split('-').map(Number)
  return [year!, month!, date!]
}
