import type { ParameterSnapshot } from '@tongqu/rules/parameters'
import type { Rate } from '../amount/rate.ts'
import type { CustomsMode } from '../order.ts'
import { compileGoods, compileRefund } from './compile-goods.ts'
import { compileBonded, compileModes, compilePapers } from './compile-modes.ts'
import { compileArticles, compileMarket, compileRetail } from './compile-trade.ts'
import { RuleReader, type RulesetProblem } from './reader.ts'
import type { Rule } from './rule.ts'

export type ChannelModes = ReadonlyMap<string, readonly CustomsMode[]>

/** What a rule about goods says of codes: by first digits. */
export interface CodeList {
  readonly has: (code: string) => boolean
  /** The code is too short to tell. */
  readonly splits: (code: string) => boolean
}

/** A change of refund rates announced for named goods; dated by its parameter. */
export interface RefundChange {
  readonly rate: Rate
  /** At rate 0: taxed as a domestic sale, or exempt. */
  readonly zero: 'taxed' | 'exempt'
  readonly codes: CodeList
}

/** Goods that local practice keeps out of market procurement, with the code of the reason. */
export interface Exclusion {
  readonly reason: string
  readonly codes: CodeList
}

/** Every rule of the engine, typed, as in force on one day. */
export interface Ruleset {
  readonly snapshot: ParameterSnapshot
  readonly day: string
  readonly problems: readonly RulesetProblem[]
  readonly modes: ReturnType<typeof compileModes>
  readonly papers: ReturnType<typeof compilePapers>
  readonly goods: ReturnType<typeof compileGoods>
  readonly refund: ReturnType<typeof compileRefund>
  readonly market: ReturnType<typeof compileMarket>
  readonly retail: ReturnType<typeof compileRetail>
  readonly articles: ReturnType<typeof compileArticles>
  readonly bonded: ReturnType<typeof compileBonded>
}

/**
 * Compiles what is in force on a day into typed rules. A parameter that is missing or malformed (`problems`)
 * leaves its rule without a value, and whatever depends on it is undetermined: `needs.parameter`.
 */
export function compileRuleset(snapshot: ParameterSnapshot): Ruleset {
  const reader = new RuleReader(snapshot)
  const parts = {
    modes: compileModes(reader),
    papers: compilePapers(reader),
    goods: compileGoods(reader),
    refund: compileRefund(reader),
    market: compileMarket(reader),
    retail: compileRetail(reader),
    articles: compileArticles(reader),
    bonded: compileBonded(reader),
  }
  return { snapshot, day: snapshot.day, problems: reader.problems, ...parts }
}

export type { Rule }
