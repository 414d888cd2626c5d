import { type Decimal, decimal, plain, sum } from '../declaration/form/decimal.ts'
import type { BodyKey, HeadKey, SummaryRule } from './rule.ts'

/*
 * Monthly summary of retail exports: lines whose lists agree in the head and which agree in the body become one line,
 * and the lines of one head become declarations of at most so many lines (海关总署公告2018年第194号). Pure: what comes
 * out depends on which lists went in, not on their order.
 */

/** Elements of a head or a line, as the list declared them. */
export type Elements = Readonly<Record<string, string | undefined>>

/** A released list (CEB603): its number at the customs, its head and its lines. */
export interface ListToSum {
  readonly listNo: string
  readonly head: Elements
  readonly lines: readonly Elements[]
}

/** A quantity in one unit. Lines of one code may be counted in several: what cannot be added stands apart. */
export interface UnitSum {
  readonly unit: string
  readonly quantity: string
}

/** A line of a list: by the list's number and the line's, from 1. */
export interface Source {
  readonly list: string
  readonly line: number
}

export interface MergedLine {
  /** From 1 within its declaration. */
  readonly no: number
  readonly keys: Readonly<Record<BodyKey, string>>
  /** Name of the goods on the first of the lines that it was merged from. */
  readonly name: string
  readonly declared: readonly UnitSum[]
  /** First and second legal quantities. */
  readonly legal: readonly UnitSum[]
  readonly second: readonly UnitSum[]
  /** Total in the currency of its keys. */
  readonly total: string
  readonly from: readonly Source[]
}

export interface SummaryDeclaration {
  readonly head: Readonly<Record<HeadKey, string>>
  readonly lines: readonly MergedLine[]
}

/** Units of a maker that is not registered (NO) are told apart by its name. */
const HEAD: Readonly<Record<HeadKey, (head: Elements) => string>> = {
  consignor: head => head.ebcCode ?? '',
  transportMode: head => head.trafMode ?? '',
  producer: head => (head.ownerCode === 'NO' ? `NO ${head.ownerName ?? ''}` : (head.ownerCode ?? '')),
  arrivalCountry: head => head.country ?? '',
  exitCustoms: head => head.portCode ?? '',
}
const BODY: Readonly<Record<BodyKey, (line: Elements) => string>> = {
  finalCountry: line => line.country ?? '',
  hsCode: line => line.gcode ?? '',
  currency: line => line.currency ?? '',
}

/** Stands between the values of a key: no element holds it, and it sorts before all that they hold. */
const SEPARATOR = '\u001f'

interface Gathered {
  readonly keys: readonly string[]
  readonly declared: Map<string, Decimal>
  readonly legal: Map<string, Decimal>
  readonly second: Map<string, Decimal>
  readonly from: Source[]
  total: Decimal
  name: string
  first: Source
}

interface Group {
  readonly keys: readonly string[]
  readonly lines: Map<string, Gathered>
}

const NOTHING: Decimal = { units: 0n, scale: 0 }

/** Sums lists up as they are handed in, so that a month of them need not lie in memory at once. */
export class Merging {
  readonly #rule: SummaryRule
  readonly #groups = new Map<string, Group>()

  constructor(rule: SummaryRule) {
    this.#rule = rule
  }

  add({ listNo, head, lines }: ListToSum): void {
    const keys = this.#rule.head.map(name => HEAD[name](head))
    const group = found(this.#groups, keys.join(SEPARATOR), () => ({ keys, lines: new Map() }))
    for (const [n, line] of lines.entries()) this.#addLine(group, line, { list: listNo, line: n + 1 })
  }

  #addLine(group: Group, line: Elements, source: Source): void {
    const keys = this.#rule.body.map(name => BODY[name](line))
    const name = line.gname ?? ''
    const into = found(group.lines, keys.join(SEPARATOR), () => ({
      keys,
      declared: new Map(),
      legal: new Map(),
      second: new Map(),
      from: [],
      total: NOTHING,
      name,
      first: source,
    }))
    count(into.declared, line.unit, line.qty)
    count(into.legal, line.unit1, line.qty1)
    count(into.second, line.unit2, line.qty2)
    into.total = sum([into.total, decimal(line.totalPrice ?? '0')])
    into.from.push(source)
    if (bySource(source, into.first) < 0) Object.assign(into, { name, first: source })
  }

  /** The declarations of everything that was added: groups by their head, lines by their body, both sorted. */
  declarations(): SummaryDeclaration[] {
    const { head, maxLines } = this.#rule
    return sorted(this.#groups).flatMap(({ keys, lines }) => {
      const all = sorted(lines)
      const pieces = Array.from({ length: Math.ceil(all.length / maxLines) }, (_, n) =>
        all.slice(n * maxLines, (n + 1) * maxLines),
      )
      return pieces.map(piece => ({ head: named(head, keys), lines: piece.map(this.#merged) }))
    })
  }

  readonly #merged = (line: Gathered, n: number): MergedLine => ({
    no: n + 1,
    keys: named(this.#rule.body, line.keys),
    name: line.name,
    declared: sums(line.declared),
    legal: sums(line.legal),
    second: sums(line.second),
    total: plain(line.total),
    from: line.from.sort(bySource),
  })
}

function found<T>(all: Map<string, T>, key: string, make: () => T): T {
  let one = all.get(key)
  if (one === undefined) {
    one = make()
    all.set(key, one)
  }
  return one
}

function count(sums: Map<string, Decimal>, unit: string | undefined, quantity: string | undefined): void {
  if (unit === undefined || quantity === undefined) return
  sums.set(unit, sum([sums.get(unit) ?? NOTHING, decimal(quantity)]))
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const bySource = (a: Source, b: Source) => byText(a.list, b.list) || a.line - b.line

const sorted = <T>(all: ReadonlyMap<string, T>): T[] =>
  [...all].sort(([a], [b]) => byText(a, b)).map(([, one]) => one)

const sums = (all: ReadonlyMap<string, Decimal>): UnitSum[] =>
  [...all].sort(([a], [b]) => byText(a, b)).map(([unit, value]) => ({ unit, quantity: plain(value) }))

const named = <K extends string>(names: readonly K[], values: readonly string[]) =>
  Object.fromEntries(names.map((name, n) => [name, values[n]])) as Record<K, string>
