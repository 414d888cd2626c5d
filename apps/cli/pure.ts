import { planVerb } from './plan/verb.ts'
import { simulateCustomsVerb } from './simulate/customs.ts'
import type { Verb } from './verb.ts'

/** Verbs that need no installation. */
export const pureVerbs: readonly Verb[] = [planVerb, simulateCustomsVerb]
