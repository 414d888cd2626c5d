/**
 * Import duties that go by origin. What is not loaded for an origin and day is unknown: that there is no
 * measure must itself be stated, by a row of the coverage.
 */
import type { DecimalText } from './cells.ts'
import { decimalText } from './cells.ts'
import type { Report, RowSource } from './rows.ts'
import {
  type Cell,
  codeFact,
  type DatedFact,
  type DatedField,
  type DatedRead,
  fraction,
  parseStated,
  type Stated,
} from './stated.ts'

/** Rate of a trade agreement, open with a certificate of origin. */
export interface AgreementRate extends DatedFact {
  /** ISO 3166 alpha-2. */
  readonly origin: string
  readonly rate: DecimalText
}

export type MeasureKind = 'anti_dumping' | 'countervailing' | 'additional'

/** Anti-dumping, countervailing or additional duty as a rate on the dutiable value; it may exceed 1. */
export interface OriginMeasure extends DatedFact {
  readonly origin: string
  readonly kind: MeasureKind
  readonly rate: DecimalText
}

/** Says that all measures on goods of an origin ("*": of every origin) are loaded for a period, be they none. */
export interface MeasureCoverage extends Stated {
  readonly origin: string
}

const originOf = (cell: Cell, report: Report<DatedField>, every: boolean): string | undefined => {
  const origin = cell('origin')
  if (/^[A-Z]{2}$/.test(origin) || (every && origin === '*')) return origin
  report('origin', 'table.code_malformed', 'refused')
  return undefined
}

/** Reads `origin, code, rate, from, to, source, strength, note`. */
export const parseAgreementRates = (source: RowSource): Promise<DatedRead<AgreementRate>> =>
  parseStated<AgreementRate>(
    source,
    ['origin', 'code', 'rate'],
    row => `${row.origin} ${row.code}`,
    (stated, cell, report) => {
      const fact = codeFact(stated, cell, report)
      const origin = originOf(cell, report, false)
      const rate = fraction(cell, report)
      return fact && origin && rate !== undefined ? { ...fact, origin, rate } : undefined
    },
  )

const isKind = (text: string): text is MeasureKind =>
  ['anti_dumping', 'countervailing', 'additional'].includes(text)

/** Reads `origin, code, kind, rate, from, to, source, strength, note`. */
export const parseOriginMeasures = (source: RowSource): Promise<DatedRead<OriginMeasure>> =>
  parseStated<OriginMeasure>(
    source,
    ['origin', 'code', 'kind', 'rate'],
    row => `${row.origin} ${row.code} ${row.kind}`,
    (stated, cell, report) => {
      const fact = codeFact(stated, cell, report)
      const origin = originOf(cell, report, false)
      const kind = cell('kind')
      const rate = decimalText(cell('rate'))
      if (!isKind(kind)) report('kind', 'table.value_unknown', 'refused')
      else if (rate === undefined) report('rate', 'table.rate_malformed', 'refused')
      else if (fact && origin) return { ...fact, origin, kind, rate }
      return undefined
    },
  )

/** Reads `origin, from, to, source, strength, note`; origin "*" stands for every origin. */
export const parseMeasureCoverage = (source: RowSource): Promise<DatedRead<MeasureCoverage>> =>
  parseStated<MeasureCoverage>(
    source,
    ['origin'],
    row => row.origin,
    (stated, cell, report) => {
      const origin = originOf(cell, report, true)
      return origin === undefined ? undefined : { ...stated, origin }
    },
  )
