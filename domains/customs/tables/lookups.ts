import type { CodeRow } from './codes.ts'
import { covers, type Period } from './periods.ts'
import type { ExchangeRate, RatePurpose } from './rates.ts'
import type { TariffTableRow } from './tariff.ts'

export interface UnitEntry {
  /** Code of the customs' unit table. */
  readonly code: string
  readonly zh: string
  readonly en?: string
}

export interface CountryEntry {
  /** ISO 3166 alpha-2, as an order book writes it. */
  readonly alpha2: string
  /** ISO 3166 alpha-3, as a declaration writes it. */
  readonly alpha3: string
  readonly zh: string
  readonly en?: string
}

export interface CurrencyEntry {
  /** ISO 4217. */
  readonly code: string
  readonly zh: string
  readonly en?: string
}

/** What the reader of order books asks; every answer is undefined where the loaded tables do not know. */
export interface BookLookup {
  /** By code ("011"), Chinese name ("件") or another name of the table ("piece", "pcs"), in any case. */
  readonly unit: (codeOrName: string) => UnitEntry | undefined
  /** By alpha-2, alpha-3, Chinese or English name. */
  readonly country: (codeOrName: string) => CountryEntry | undefined
  /** By ISO 4217 code or Chinese name. */
  readonly currency: (codeOrName: string) => CurrencyEntry | undefined
  /** By the ten digits. */
  readonly hs: (code: string) => TariffTableRow | undefined
}

export interface BookTables {
  readonly units: readonly CodeRow[]
  readonly countries: readonly CodeRow[]
  readonly currencies: readonly CodeRow[]
  readonly tariff: readonly TariffTableRow[]
}

/**
 * Builds the lookups once for many books. Countries need `extra.alpha2` (the packs' own table has it; the
 * official one writes alpha-3 only): rows without it answer to no lookup. Hand in several tables one after
 * the other to let the later stand over the earlier.
 */
export const bookLookup = (tables: BookTables): BookLookup => {
  const units = index(tables.units, entry)
  const countries = index(joinAlpha2(tables.countries), row => ({ ...entry(row), ...alphas(row) }))
  const currencies = index(tables.currencies, entry)
  const tariff = new Map(tables.tariff.map(row => [row.code, row]))
  return {
    unit: text => units.get(normal(text)),
    country: text => countries.get(normal(text)),
    currency: text => currencies.get(normal(text)),
    hs: code => tariff.get(code),
  }
}

const normal = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

const entry = ({ code, zh, en }: CodeRow) => ({ code, zh, ...(en !== undefined && { en }) })

const alphas = (row: CodeRow) => ({ alpha2: row.extra.alpha2 ?? '', alpha3: row.code })

const namesOf = (row: CodeRow): string[] =>
  [row.code, row.extra.alpha2, row.zh, row.en, ...(row.extra.also ?? '').split('|')].filter(
    name => !!name,
  ) as string[]

const index = <Entry>(rows: readonly CodeRow[], make: (row: CodeRow) => Entry): Map<string, Entry> => {
  const found = new Map<string, Entry>()
  for (const row of rows) for (const name of namesOf(row)) found.set(normal(name), make(row))
  return found
}

/** An official row takes the alpha-2 of the packs' row with the same alpha-3. */
const joinAlpha2 = (rows: readonly CodeRow[]): CodeRow[] => {
  const alpha2 = new Map(rows.flatMap(row => (row.extra.alpha2 ? [[row.code, row.extra.alpha2]] : [])))
  return rows.flatMap(row => {
    const two = alpha2.get(row.code)
    return two === undefined ? [] : [{ ...row, extra: { ...row.extra, alpha2: two } }]
  })
}

/** The exchange rate of a currency for a purpose on a day; CNY needs none. Undefined: not loaded. */
export const exchangeRate = (
  rates: readonly ExchangeRate[],
  wanted: { readonly currency: string; readonly purpose: RatePurpose; readonly day: string },
): ExchangeRate | undefined =>
  rates.find(
    rate => rate.currency === wanted.currency && rate.purpose === wanted.purpose && covers(rate, wanted.day),
  )

/** Finds the fact in force on a day for the longest beginning of a code. */
export const factFinder = <Fact extends Period & { readonly code: string }>(
  facts: readonly Fact[],
): ((code: string, day: string) => Fact | undefined) => {
  const byCode = Map.groupBy(facts, fact => fact.code)
  return (code, day) => {
    for (let digits = code.length; digits >= 2; digits -= 1) {
      const fact = byCode.get(code.slice(0, digits))?.find(one => covers(one, day))
      if (fact) return fact
    }
    return undefined
  }
}
