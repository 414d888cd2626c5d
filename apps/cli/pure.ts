import { planVerb } from './plan/verb.ts'
import type { Verb } from './verb.ts'

/** Verbs that need no installation. */
export const pureVerbs: readonly Verb[] = [planVerb]
