import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { type MovementName, movementKinds } from './books/chart.ts'
import type { Paper } from './books/move.ts'
import { stockRefusals } from './refusals.ts'
import type { Named, Rule, StockRules } from './rulebook.ts'

/** What of papers holds on a day. */
export interface PaperRules {
  readonly day: string
  readonly types: Readonly<Record<string, Named>>
  /** By kind of warehouse and movement: papers of which one is needed; a movement not named needs none. */
  readonly needed: Rule<Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>
}

/** What of papers holds on a day; a refusal where it is not known. */
export function paperRules(rules: StockRules, day: string): PaperRules | Refusal {
  const types = rules.paperTypes(day)
  if (isRefusal(types)) return types
  const needed = rules.papers(day)
  return isRefusal(needed) ? needed : { day, types: types.value, needed }
}

/**
 * Whether goods may move in or out of a warehouse with the paper that is shown.
 * @param kind of the warehouse
 * @returns undefined: they may
 */
export function refusePaper(
  { day, types, needed }: PaperRules,
  kind: string,
  movement: MovementName,
  paper: Paper | undefined,
  place = '/paper',
): Refusal | undefined {
  const byMovement = needed.value[kind]
  if (!byMovement) return stockRefusals.refuse('stock.rule_missing', { day, rule: `stock.papers ${kind}` })
  const wanted = byMovement[movement]
  const { zh, en } = movementKinds[movement].name
  const said = (wanted ?? []).map(type => types[type] ?? { zh: type, en: type })
  const params = {
    movementZh: zh,
    movementEn: en,
    typesZh: said.map(name => name.zh),
    typesEn: said.map(name => name.en),
    types: [...(wanted ?? [])],
    source: needed.source,
  }
  if (!paper) return wanted && stockRefusals.refuse('paper.needed', params, place)
  if (!(paper.type in types))
    return stockRefusals.refuse('paper.type_unknown', { type: paper.type, types: Object.keys(types) }, place)
  if (wanted && !wanted.includes(paper.type))
    return stockRefusals.refuse('paper.unfit', { ...params, type: paper.type }, place)
  return undefined
}
