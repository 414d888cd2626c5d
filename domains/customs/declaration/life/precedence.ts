import { isToldState, type RecordState, type ToldState } from './states.ts'

/** What a value of returnStatus does to a record. */
export interface StatusEffect {
  readonly state: ToldState
  /** Stronger levels stand over weaker ones. */
  readonly level: number
  /** Of two receipts of one level and one time, the greater stands. */
  readonly rank: number
}

/** The table of precedence, read from the dated parameter `declaration.receipts`. */
export interface Precedence {
  /** 'known': it says only that the counter has the record; undefined: no source names this value. */
  effectOf(returnStatus: string): StatusEffect | 'known' | undefined
}

/** The tables of precedence of a day, by the kind of the record that is answered. */
export type Precedences = (kind: string) => Precedence

/** What is kept of the receipt that stands: enough to hold the next one against it. */
export interface Standing {
  readonly state: ToldState
  readonly level: number
  readonly rank: number
  /** The counter's own stamp, yyyyMMddHHmmssSSS. */
  readonly time: string
  readonly code: string
}

/** All that receipts have said of one submission of a record. */
export interface Told {
  /** Undefined: none yet that says something of its state. */
  readonly standing: Standing | undefined
  /** The counter has the record, whatever else it said. */
  readonly isKnown: boolean
  /** It was both released and rejected: a person decides what holds. */
  readonly isReleased: boolean
  readonly isRejected: boolean
  /** Stamp of the earliest receipt that released it: deadlines count from its day, whatever is told later. */
  readonly releasedTime: string | undefined
}

export const nothingTold: Told = {
  standing: undefined,
  isKnown: false,
  isReleased: false,
  isRejected: false,
  releasedTime: undefined,
}

/** @throws Error where the parameter is not what it must be: a pack is checked when it is written */
export function precedenceOf(value: unknown): Precedence {
  const { known_already: already, error, levels } = value as PrecedenceData
  const effects = new Map<string, StatusEffect | 'known'>()
  let errorEffect: StatusEffect | undefined
  for (const [level, { name, states }] of levels.entries()) {
    if (name === 'error') errorEffect = { state: told(error), level, rank: 0 }
    for (const [rank, { code, state }] of states.entries())
      effects.set(code, { state: told(state), level, rank })
  }
  for (const code of already) effects.set(code, 'known')
  return {
    effectOf: status => effects.get(status) ?? (status.startsWith('-') ? errorEffect : undefined),
  }
}

interface PrecedenceData {
  readonly known_already: readonly string[]
  readonly error: string
  readonly levels: readonly {
    readonly name: string
    readonly states: readonly { readonly code: string; readonly state: string }[]
  }[]
}

function told(state: string): ToldState {
  if (!isToldState(state)) throw new Error(`declaration.receipts: ${state} is no state that a receipt tells.`)
  return state
}

/**
 * What is told with one more receipt. It takes the greater of two by level, time, rank and code, which is a total
 * order: so the end is the same whatever the order receipts come in, and however often each comes.
 */
export function withReceipt(
  told: Told,
  receipt: { readonly status: string; readonly time: string },
  effect: StatusEffect | 'known',
): Told {
  if (effect === 'known') return told.isKnown ? told : { ...told, isKnown: true }
  const said: Standing = { ...effect, time: receipt.time, code: receipt.status }
  const standing = told.standing && compare(told.standing, said) >= 0 ? told.standing : said
  const isRelease = effect.state === 'released' || effect.state === 'concluded'
  return {
    standing,
    isKnown: true,
    isReleased: told.isReleased || isRelease,
    isRejected: told.isRejected || effect.state === 'rejected',
    releasedTime: isRelease ? earlier(told.releasedTime, receipt.time) : told.releasedTime,
  }
}

const earlier = (a: string | undefined, b: string): string => (a === undefined || b < a ? b : a)

function compare(a: Standing, b: Standing): number {
  if (a.level !== b.level) return a.level - b.level
  if (a.time !== b.time) return a.time < b.time ? -1 : 1
  if (a.rank !== b.rank) return a.rank - b.rank
  return a.code === b.code ? 0 : a.code < b.code ? -1 : 1
}

/** Whether receipts contradict each other, so that a person has to ask the counter. */
export const isContradicted = (told: Told): boolean => told.isReleased && told.isRejected

/** The state of a record that we sent, by what it was and what was told of it. */
export function stateAfter(own: RecordState, { standing, isKnown }: Told): RecordState {
  if (standing) return standing.state
  // A duplicate key proves that an earlier sending arrived.
  return isKnown && (own === 'unknown' || own === 'sending') ? 'sent' : own
}
