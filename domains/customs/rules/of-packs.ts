import { sm3 } from '@tongqu/kernel/crypto'
import type { Pack } from '@tongqu/kernel/pack'
import { ParameterSet, parametersOf } from '@tongqu/rules/parameters'
import { compileRuleset, type Ruleset } from '@tongqu/tariff'

/** The rules of an installation, by legal day. */
export interface Rulebook {
  readonly parameters: ParameterSet
  rulesetAt(day: string): Ruleset
  /** Digest of what is in force on a day: "sm3:…". */
  digestAt(day: string): string
}

/** Reads the dated parameters of packs: a narrower pack's stands over a broader one's of the same id. */
export function rulesOfPacks(packs: readonly Pack[]): Rulebook {
  const parameters = new ParameterSet(...packs.map(parametersOf))
  const rulesets = new Map<string, Ruleset>()
  const digests = new Map<string, string>()
  return {
    parameters,
    rulesetAt: day => kept(rulesets, day, () => compileRuleset(parameters.at(day))),
    digestAt: day => kept(digests, day, () => parameters.at(day).digest(text => `sm3:${sm3(text)}`)),
  }
}

/** Days that are remembered; an order book rarely names more. */
const DAYS = 400

function kept<T>(cache: Map<string, T>, day: string, make: () => T): T {
  let found = cache.get(day)
  if (found === undefined) {
    if (cache.size >= DAYS) cache.clear()
    found = make()
    cache.set(day, found)
  }
  return found
}
