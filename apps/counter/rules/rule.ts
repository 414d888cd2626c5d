import type { Entry } from '../message/kind.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Store, Taken } from '../store/store.ts'

/** Why a record is refused. The numbers are the simulator's own: no list of the customs' was found. */
export interface Reason {
  readonly code: string
  readonly text: string
}

/** What a rule may look at. */
export interface Sight {
  readonly store: Store
  readonly scenario: Scenario
  readonly now: number
  readonly record: Taken
}

/** What the customs make of a record. */
export interface Verdict {
  readonly reasons: readonly Reason[]
  /** Something that the record stands on has not come yet. */
  readonly waits?: boolean
  /** What changes when the record is taken in (`accepted`), and when its course ends well (`concluded`). */
  readonly accepted?: () => void
}

export const numbers = {
  company: '9101',
  identity: '9102',
  date: '9103',
  sum: '9104',
  weight: '9105',
  missingDocument: '9201',
  mismatch: '9202',
  single: '9301',
  yearly: '9302',
  mode: '9303',
  classification: '9304',
  unknownList: '9401',
  state: '9402',
  quantity: '9403',
  deadline: '9404',
  notThere: '9405',
} as const

export function reason(number: keyof typeof numbers, text: string): Reason {
  return { code: numbers[number], text }
}

/** Whether a status ends a record without its goods having passed. */
export const isRefusal = (status: number | string | undefined) =>
  status === 100 ||
  status === 'refused' ||
  status === 'rejected' ||
  status === 4 ||
  status === 700 ||
  (typeof status === 'number' && status > 500 && status < 600)

/** The status that the customs have come to by then; undefined before the first. */
export function statusOf({ plan }: Pick<Taken, 'plan'>, now: number): number | string | undefined {
  let status: number | string | undefined
  for (const [at, reached] of plan) if (at <= now) status = reached
  return status
}

/** Parts of a key, joined so that no text can stand for two. */
export const keyOf = (head: Entry['head'], names: readonly string[]) =>
  names.map(name => head[name] ?? '').join('\u001f')
