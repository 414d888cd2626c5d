import type { MeasureCoverage as EngineCoverage } from '@tongqu/tariff'
import type { CodeRow } from './codes.ts'
import type { PackTable } from './of-packs.ts'
import type { ExchangeRate } from './rates.ts'
import type { TableSet, TariffInForce } from './set.ts'
import type { TariffTableRow } from './tariff.ts'

/** What a set is made of: the rows of each kind, wherever they came from. */
export interface SetSource {
  readonly tariffs: readonly TariffInForce[]
  /** Rows of a kind, by its name; undefined: nothing of it is loaded. */
  rows(kind: string): readonly unknown[] | undefined
}

export function makeSet(source: SetSource): TableSet {
  const rows = <Row>(kind: string) => source.rows(kind) as readonly Row[] | undefined
  return {
    tariffs: source.tariffs,
    facts: {
      refundRates: rows('refund-rates'),
      positiveList: rows('positive-list'),
      postalRates: rows('postal-rates'),
      unitTaxes: rows('consumption-unit-taxes'),
      agreementRates: rows('agreement-rates'),
      originMeasures: rows('origin-measures'),
      measureCoverage: rows<EngineCoverage>('measure-coverage'),
    },
    rates: rows<ExchangeRate>('exchange-rates') ?? [],
    units: rows<CodeRow>('codes.units') ?? [],
    countries: rows<CodeRow>('codes.countries') ?? [],
    currencies: rows<CodeRow>('codes.currencies') ?? [],
  }
}

/** The set of the packs' own tables, for planning without a database. A later table stands over an earlier. */
export function setOfPacks(tables: readonly PackTable[]): TableSet {
  const byKind = new Map<string, unknown[]>()
  const tariffs = new Map<string, TariffInForce>()
  for (const { kind, edition, from, read } of tables) {
    const data = read.rows.map(row => row.data)
    if (kind.name === 'tariff')
      tariffs.set(from, { edition, from, rows: data.map(row => ({ from, row: row as TariffTableRow })) })
    else byKind.set(kind.name, [...(byKind.get(kind.name) ?? []), ...data])
  }
  const ordered = [...tariffs.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
  return makeSet({ tariffs: ordered, rows: name => byKind.get(name) })
}
