import type { Rate } from '../amount/rate.ts'
import type { DecimalText } from '../order.ts'

/** Which tariff a rate stands in; every plan that uses it names it. */
export interface TariffEdition {
  readonly id: string
  /** Calendar year whose tariff this is. */
  readonly year: number
  readonly source: string
}

/** One ten-digit code of the tariff. Rates are fractions ("0.13"); units are codes of the unit table. */
export interface TariffRow {
  readonly code: string
  readonly name: string
  readonly licenceCodes: readonly string[]
  readonly mfnRate: DecimalText
  readonly provisionalRate?: DecimalText
  readonly exportRate: DecimalText
  /** Ad valorem part; a specific part stands among the unit taxes. */
  readonly consumptionRate: DecimalText
  readonly vatRate: DecimalText
  readonly unit1: string
  readonly unit2?: string
  readonly elements?: readonly string[]
}

/** A dated fact about every code that begins with `code` (2 to 10 digits); more digits stand over fewer. */
export interface DatedFact {
  readonly code: string
  readonly from: string
  readonly to?: string
  readonly source: string
  /** How well the row is founded, as the table states it. */
  readonly strength?: string
}

export interface RefundRateRow extends DatedFact {
  readonly rate: DecimalText
  /** Special mark of a rate of 0: 1 taxed as a domestic sale, 2 exempt. */
  readonly mark?: '1' | '2'
}

export interface PositiveListRow extends DatedFact {
  readonly listed: boolean
}

export interface UnitTaxRow extends DatedFact {
  readonly rate: DecimalText
  /** CNY for one `unit`. */
  readonly perUnit: DecimalText
  readonly unit: string
}

export interface PostalRateRow extends DatedFact {
  readonly rate: DecimalText
}

/** Preferential rate of an agreement by origin; it needs a certificate of origin. */
export interface AgreementRateRow extends DatedFact {
  readonly origin: string
  readonly rate: DecimalText
}

/** Anti-dumping, countervailing or additional duty on goods of an origin, as a rate on the dutiable value. */
export interface OriginMeasureRow extends DatedFact {
  readonly origin: string
  readonly kind: 'anti_dumping' | 'countervailing' | 'additional'
  readonly rate: DecimalText
}

/** Says that the measures of an origin ("*": of every origin) are loaded for a period, be they none. */
export interface MeasureCoverage {
  readonly origin: string
  readonly from: string
  readonly to?: string
  readonly source: string
}

/** A fact with what it stands on. */
export interface Sourced<T> {
  readonly value: T
  readonly from: string
  readonly source: string
  readonly strength: string | undefined
}

export interface UnitTax {
  readonly rate: Rate
  readonly perUnit: Rate
  readonly unit: string
}

export interface RefundRate {
  readonly rate: Rate
  readonly mark: '1' | '2' | undefined
}

/**
 * What the tables say of a code on a day. Undefined: they do not say, or a shorter code's ten-digit codes
 * disagree; then what needs it is undetermined.
 */
export interface Goods {
  readonly code: string
  /** Whether the tariff has the code, or codes that begin with it. */
  readonly known: boolean
  readonly name: string | undefined
  readonly mfn: Rate | undefined
  readonly provisional: Rate | undefined
  readonly exportDuty: Rate | undefined
  readonly consumption: Rate | undefined
  readonly vat: Rate | undefined
  /** Certificates, sorted, as one text. */
  readonly certificates: string | undefined
  readonly units: readonly string[] | undefined
  readonly elements: readonly string[] | undefined
  readonly unitTax: Sourced<UnitTax> | undefined
  readonly refund: Sourced<RefundRate> | undefined
  readonly positive: Sourced<boolean> | undefined
  readonly postal: Sourced<Rate> | undefined
}

/** The tables as they stand on one day. */
export interface GoodsOfDay {
  readonly goods: (code: string) => Goods
  /** Duties by origin on the code; undefined: the measures of that origin and day are not loaded. */
  readonly measures: (code: string, origin: string) => readonly OriginMeasureRow[] | undefined
  readonly agreement: (code: string, origin: string) => Rate | undefined
}

export interface TariffTables {
  readonly edition: TariffEdition
  readonly on: (day: string) => GoodsOfDay
}
