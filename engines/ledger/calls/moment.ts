import { commandRefusals } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import { nanoseconds } from '../store/time.ts'

const DAY = /^\d{4}-\d\d-\d\d$/
/** The law's time zone has had no summer time since 1992. */
const LEGAL_MIDNIGHT = 'T00:00:00+08:00'
const MILLISECOND = 1_000_000n
const DAY_LONG = 86_400_000n * MILLISECOND

/**
 * The last nanosecond of what a person named: of an instant its millisecond, for what the clock calls that time
 * happened up to it; of a legal day the day.
 */
export function endOf(text: string, place: string): bigint | Refusal {
  const begin = beginOf(text, place)
  if (typeof begin !== 'bigint') return begin
  return begin + (DAY.test(text) ? DAY_LONG : MILLISECOND) - 1n
}

/** The first nanosecond of what a person named. */
function beginOf(text: string, place: string): bigint | Refusal {
  const instant = new Date(DAY.test(text) ? `${text}${LEGAL_MIDNIGHT}` : text)
  if (Number.isNaN(instant.getTime())) return commandRefusals.refuse('input.invalid', { found: text }, place)
  return nanoseconds(instant)
}

/** The nanosecond after which a period begins that a person named: the end of an instant, or the eve of a legal day. */
export function startOf(text: string, place: string): bigint | Refusal {
  if (!DAY.test(text)) return endOf(text, place)
  const begin = beginOf(text, place)
  return typeof begin === 'bigint' ? begin - 1n : begin
}
