import type { Course, Scenario, Step } from '../scenario/scenario.ts'
import type { Desk } from './desk.ts'
import { Draw } from './draw.ts'

/** A step of one record: how long after the step before it comes, in milliseconds. */
export interface Planned extends Step {
  readonly wait: number
}

/** What one record, sent for the n-th time, will live through. */
export interface Fate {
  readonly course: string
  readonly steps: readonly Planned[]
}

/** Whom a fate is drawn for. */
export interface Fated {
  readonly family: string
  readonly kind: string
  readonly key: string
  readonly attempt: number
}

/** Draws the course of a record: by the weights, or as `course` says. The same record draws the same for ever. */
export function fateOf(
  { seed, courses }: Scenario,
  { family, kind, key, attempt }: Fated,
  course?: string,
): Fate {
  const draw = new Draw(seed, kind, key, attempt)
  const list = courses[family]!
  const drawn = weighed(list, draw)
  const taken = list.find(({ name }) => name === course) ?? drawn
  // In thousandths, so that the receipts of a thousand records do not fall on one instant.
  const steps = taken.steps.map(step => ({
    ...step,
    wait: draw.between([step.after[0] * 1000, step.after[1] * 1000]),
  }))
  return { course: taken.name, steps }
}

function weighed(list: readonly Course[], draw: Draw): Course {
  let at = draw.below(list.reduce((all, { share }) => all + share, 0))
  for (const course of list) {
    if (at < course.share) return course
    at -= course.share
  }
  return list[0]!
}

/** The course that a record takes when it is sent again after having been refused on this one. */
export function againAfter({ courses }: Scenario, family: string, course: string): string | undefined {
  return courses[family]!.find(({ name }) => name === course)?.again
}

/** Whether a status is the customs' own: the port's are below 100. Letters are of declarations and bonded lists. */
export function isCustoms(status: number | string): boolean {
  return typeof status === 'string' || status >= 100
}

/** A receipt's way to the sender: when it leaves, and how often. */
export interface Delivery {
  readonly due: number
  readonly copies: number
}

/** Draws what happens to one receipt on its way. */
export function deliveryOf(
  { scenario: { seed, disturbances }, faster }: Pick<Desk, 'scenario' | 'faster'>,
  { kind, key, attempt }: Fated,
  step: string,
  at: number,
): Delivery {
  const { copies, disorder, late } = disturbances
  const isDisordered = new Draw(seed, 'disorder', kind, key, attempt).happens(disorder.share)
  const draw = new Draw(seed, 'way', kind, key, attempt, step)
  const isLate = draw.happens(late.share)
  const lateness = draw.between([late.after[0] * 1000, late.after[1] * 1000])
  const shuffle = draw.below(disorder.within * 1000 + 1)
  const isCopied = draw.happens(copies.share)
  const detour = (isLate ? lateness : 0) + (isDisordered ? shuffle : 0)
  return {
    due: at + Math.round(detour / faster),
    copies: isCopied ? copies.times : 1,
  }
}
