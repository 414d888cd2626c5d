import type { Ruleset } from '../rules/ruleset.ts'

/** Goods of one 1039 declaration; value in any one unit, quantity as an exact integer of `unit`. */
export interface DeclaredGoods {
  readonly hsCode: string
  readonly name: string
  readonly value: number
  readonly quantity: number
  readonly unit: string
  /** Export duty or inspection: such goods are listed one by one and never merged. */
  readonly listedAlone: boolean
}

export interface DeclaredLine {
  readonly hsCode: string
  readonly name: string
  readonly value: number
  /** Sum of the quantities; undefined: the merged goods do not share a unit. */
  readonly quantity: number | undefined
  readonly unit: string | undefined
  /** How many goods went into it. */
  readonly merged: number
  /** The goods that went into it, by their position in what was handed in. */
  readonly of: readonly number[]
}

/**
 * Simplified declaration (简化申报) of market procurement: where there are more kinds of goods than the rule
 * says, the dearest are listed one by one and the rest are merged by HS chapter under the code of the chapter's
 * dearest good. Values and quantities are summed. Undefined where the rule is not in force.
 */
export function simplifiedDeclaration(
  goods: readonly DeclaredGoods[],
  rules: Ruleset,
): readonly DeclaredLine[] | undefined {
  const rule = rules.market.simplified.value
  if (rule === undefined) return undefined
  const kinds = byKind(goods)
  if (kinds.length <= rule.more_than_kinds) return kinds.map(one => one.line)
  const mergeable = kinds.filter(one => !one.alone).sort(dearestFirst)
  const listed = mergeable.slice(0, rule.listed).map(one => one.line)
  const chapters = Map.groupBy(mergeable.slice(rule.listed), one => one.line.hsCode.slice(0, 2))
  const merged = [...chapters]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, chapter]) => merge(chapter.map(one => one.line)))
  return [...kinds.filter(one => one.alone).map(one => one.line), ...listed, ...merged]
}

interface Kind {
  readonly line: DeclaredLine
  readonly alone: boolean
}

const keyOf = ({ hsCode, name }: { hsCode: string; name: string }): string => `${hsCode} ${name}`

/** Goods of one code and name are one kind. */
function byKind(goods: readonly DeclaredGoods[]): Kind[] {
  const kinds = Map.groupBy(goods, keyOf)
  const positions = new Map(goods.map((one, n) => [one, n]))
  return [...kinds.values()].map(same => ({
    line: merge(same.map(one => ({ ...one, merged: 1, of: [positions.get(one)!] }))),
    alone: same.some(one => one.listedAlone),
  }))
}

const dearestFirst = (a: Kind, b: Kind): number =>
  b.line.value - a.line.value || (keyOf(a.line) < keyOf(b.line) ? -1 : 1)

/** Sums lines under the code and name of the dearest. */
function merge(lines: readonly DeclaredLine[]): DeclaredLine {
  const dearest = lines.reduce((best, line) => (line.value > best.value ? line : best))
  const sameUnit = lines.every(line => line.unit !== undefined && line.unit === dearest.unit)
  return {
    hsCode: dearest.hsCode,
    name: dearest.name,
    value: lines.reduce((sum, line) => sum + line.value, 0),
    quantity: sameUnit ? lines.reduce((sum, line) => sum + (line.quantity ?? 0), 0) : undefined,
    unit: sameUnit ? dearest.unit : undefined,
    merged: lines.reduce((sum, line) => sum + line.merged, 0),
    of: lines.flatMap(line => line.of),
  }
}
