import type { CodeTables } from '@tongqu/messages'
import type { PlanTables } from '../../tables/index.ts'

/** Rows of a code table, as far as messages ask them. */
export interface CodeTableRows {
  readonly code: string
  /** The customs' older code of the same thing. */
  readonly former?: string
}

export interface NumericCodes {
  readonly currencies: Readonly<Record<string, string>>
  readonly countries: Readonly<Record<string, string>>
}

/** The codes that messages are written in, from the tables that are loaded and the pack's own. */
export interface CodeBook {
  /** Older code of a currency, by ISO 4217: 142 for CNY. */
  currency(iso: string): string | undefined
  /** Letters of a country as declarations write them, by ISO 3166 alpha-2: CHN for CN. */
  letters(alpha2: string): string | undefined
  countryName(alpha2: string): string | undefined
  /** Names of the declaration elements that the tariff asks for; undefined: the loaded tariff does not say. */
  elements(hsCode: string): readonly string[] | undefined
  /** The tables that plans are made with. */
  readonly plan: PlanTables
  /** Older code of a country, by ISO 3166 alpha-2: 142 for CN. */
  country(alpha2: string): string | undefined
  /** One digit of a kind of packing, by the national two digits or itself. */
  packing(code: string): string | undefined
  /** Legal units of a ten-digit code. */
  legalUnits(hsCode: string): { readonly unit1: string; readonly unit2?: string } | undefined
  /** Units that mean kilograms. */
  readonly kilogram: ReadonlySet<string>
  readonly tables: CodeTables
}

/**
 * @param rows the loaded rows of a code table; undefined: it is not loaded
 * @param kilograms codes of the unit table (parameter `units.kilograms`)
 */
export function codeBook(
  rows: (table: string) => readonly CodeTableRows[] | undefined,
  plan: PlanTables,
  numeric: NumericCodes,
  kilograms: readonly string[],
): CodeBook {
  const former = (name: string) =>
    new Map((rows(name) ?? []).flatMap(row => (row.former ? [[row.code, row.former] as const] : [])))
  const countries = former('countries')
  const currencies = former('currencies')
  const packing = former('package_types')
  const kept = new Map<string, ReadonlySet<string> | undefined>()
  return {
    currency: iso => currencies.get(iso) ?? numeric.currencies[iso],
    country(alpha2) {
      const alpha3 = plan.book.country(alpha2)?.alpha3
      return (alpha3 === undefined ? undefined : countries.get(alpha3)) ?? numeric.countries[alpha2]
    },
    packing: code => (/^\d$/.test(code) ? code : packing.get(code)),
    letters: alpha2 => plan.book.country(alpha2)?.alpha3,
    countryName: alpha2 => plan.book.country(alpha2)?.zh,
    elements: hsCode => plan.book.hs(hsCode)?.elements,
    plan,
    legalUnits: hsCode => plan.book.hs(hsCode),
    kilogram: new Set(kilograms),
    tables: {
      has(table, code) {
        if (!kept.has(table)) kept.set(table, codesOf(table, rows))
        return kept.get(table)?.has(code)
      },
    },
  }
}

/** Tables of messages that stand in another table of ours, by their older code. */
const OLDER: Readonly<Record<string, string>> = {
  currencies_numeric: 'currencies',
  countries_numeric: 'countries',
  package_types_customs: 'package_types',
  ports_customs: 'ports',
}

function codesOf(
  table: string,
  rows: (table: string) => readonly CodeTableRows[] | undefined,
): ReadonlySet<string> | undefined {
  const older = OLDER[table]
  if (older === undefined) {
    const own = rows(table)
    return own && new Set(own.map(row => row.code))
  }
  // A table without its column of older codes judges nothing.
  const codes = (rows(older) ?? []).flatMap(row => (row.former ? [row.former] : []))
  return codes.length === 0 ? undefined : new Set(codes)
}
