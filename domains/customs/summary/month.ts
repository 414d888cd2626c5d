import { dayOfMonthAfter } from '../deadline/days.ts'

/* Months as people name them: 2026-11. */

/** The month before the one that a legal day is in. */
export const monthBefore = (today: string): string => dayOfMonthAfter(today, -1, 1).slice(0, 7)

export const firstDay = (month: string): string => `${month}-01`
export const firstDayAfter = (month: string): string => dayOfMonthAfter(firstDay(month), 1, 1)
/** The last day: the 0th of the next month. */
export const lastDay = (month: string): string => dayOfMonthAfter(firstDay(month), 1, 0)

/** `2026-11-30` as messages and stamps have it: 20261130. */
export const digits = (day: string): string => day.replaceAll('-', '')
