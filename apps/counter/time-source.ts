import { SimulatedClock, systemClock } from '@tongqu/kernel/clock'

/** What time it is at the counter. */
export interface Time {
  now(): number
  /** The clock stands still until it is moved; the same input then gets the same answers to the byte. */
  readonly stands: boolean
  /** Goes on to the instant at which something happens next. @returns false where time passes by itself */
  jump(to: number): boolean
}

export const passing: Time = { now: () => systemClock.now().getTime(), stands: false, jump: () => false }

/** A clock that stands at `start` and goes from one happening to the next. */
export function standing(start: Date): Time {
  const clock = new SimulatedClock(start, 0)
  return {
    now: () => clock.now().getTime(),
    stands: true,
    jump(to) {
      clock.set(new Date(Math.max(to, clock.now().getTime())))
      return true
    },
  }
}
