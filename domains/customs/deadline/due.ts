import type { Calendar } from './calendar.ts'
import { addDays, addMonths, dayOfMonthAfter, daysBetween, ofNextYear } from './days.ts'
import type { DeadlineRule, Term } from './rule.ts'

/** The days of a deadline, reckoned from the day that it counts from. Never kept: the rule may change. */
export interface Due {
  /** First day on which it can be done; undefined: at once. */
  readonly opens: string | undefined
  /** Last day. */
  readonly until: string
  /** Whether that day is one of rest is not known: it may be later. */
  readonly isProvisional: boolean
}

export function dueOf({ opens, until }: DeadlineRule, from: string, calendar: Calendar): Due {
  return { opens: opens && dayOf(opens, from), ...rolled(dayOf(until, from), until, calendar) }
}

function dayOf(term: Term, from: string): string {
  if ('days' in term) return addDays(from, term.days)
  if ('months' in term) return addMonths(from, term.months)
  if ('nextYear' in term) return ofNextYear(from, term.nextYear)
  return dayOfMonthAfter(from, term.monthAfter, term.day)
}

function rolled(day: string, { rollsToWorkingDay }: Term, calendar: Calendar) {
  if (!rollsToWorkingDay) return { until: day, isProvisional: false }
  for (let at = day; ; at = addDays(at, 1)) {
    const isWorking = calendar.isWorkingDay(at)
    if (isWorking === true) return { until: at, isProvisional: false }
    // Nobody has said: the day that certainly is in time stands.
    if (isWorking === undefined) return { until: day, isProvisional: true }
  }
}

/** Days after the day it counts from by which a deadline is certainly over, but for days of rest. */
export function longest({ until }: DeadlineRule): number {
  if ('days' in until) return until.days
  if ('months' in until) return until.months * 31
  if ('nextYear' in until) return 731
  return (until.monthAfter + 1) * 31
}

/** Days after the day it counts from before which a deadline is certainly not over. */
export function shortest({ until }: DeadlineRule): number {
  if ('days' in until) return until.days
  if ('months' in until) return until.months * 28
  if ('nextYear' in until) return daysBetween('2001-12-31', ofNextYear('2001-12-31', until.nextYear))
  return Math.max(0, (until.monthAfter - 1) * 28 + until.day)
}
