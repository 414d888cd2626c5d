import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { Text } from '../text/index.ts'

/** How a part of the installation stands. `unknown`: it could not be found out, which is said and not guessed. */
export type StateWord = 'good' | 'watch' | 'bad' | 'unknown'

export interface StateFact {
  readonly name: Text
  /** What stands there: words, or an instant. */
  readonly text?: Text
  readonly at?: Date
}

/** One part of the installation: how it stands, in a sentence, and what to do about it. */
export interface StateCheck {
  /** `database`, `customs.counter`: the same for ever, for whoever watches by program. */
  readonly id: string
  readonly name: Text
  readonly state: StateWord
  readonly said: Text
  readonly remedy?: Text
  readonly facts?: readonly StateFact[]
  /** Page of the console on which something is done about it. */
  readonly page?: string
}

/** What a module lets be seen of its own: its gateways, its queues. Read in system scope, with nothing written. */
export interface StateSource {
  /** The id that stands for it where it cannot be read. */
  readonly id: string
  readonly name: Text
  read(work: UnitOfWork): Promise<readonly StateCheck[]>
}

const WORST: readonly StateWord[] = ['bad', 'watch', 'unknown', 'good']

/** The state of the whole is that of its worst part. */
export function worstOf(checks: readonly { readonly state: StateWord }[]): StateWord {
  return WORST.find(word => checks.some(({ state }) => state === word)) ?? 'unknown'
}
