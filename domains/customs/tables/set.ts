import { type ExchangeRates, type TableRows, type TariffTables, tariffTables } from '@tongqu/tariff'
import type { CodeRow } from './codes.ts'
import { type BookLookup, bookLookup } from './lookups.ts'
import { covers } from './periods.ts'
import type { ExchangeRate, RatePurpose } from './rates.ts'
import type { TariffEdition, TariffTableRow } from './tariff.ts'

/** A tariff and the legal days it is in force on. */
export interface TariffInForce {
  readonly edition: TariffEdition
  /** First legal day it speaks for. */
  readonly from: string
  readonly rows: readonly { readonly from: string; readonly to?: string; readonly row: TariffTableRow }[]
}

/**
 * Every table that planning asks, as plain values: it can be made from packs, files or registers, and handed
 * to a worker.
 */
export interface TableSet {
  /** Editions by their first day; the last that has begun is in force. */
  readonly tariffs: readonly TariffInForce[]
  readonly facts: Omit<TableRows, 'edition' | 'rows'>
  readonly rates: readonly ExchangeRate[]
  readonly units: readonly CodeRow[]
  readonly countries: readonly CodeRow[]
  readonly currencies: readonly CodeRow[]
}

/** The tables in the forms that the engine and the book reader ask. */
export interface PlanTables {
  readonly tablesAt: (day: string) => TariffTables
  readonly ratesAt: (day: string) => ExchangeRates
  readonly book: BookLookup
}

/** Before any edition: nothing is known, so nothing is guessed. */
const NO_TARIFF: TariffEdition = { id: 'none', year: 0, source: '' }

export function planTables(set: TableSet): PlanTables {
  const byKey = new Map<string, TariffTables>()
  const changes = new Map(set.tariffs.map(tariff => [tariff.from, changeDays(tariff)]))
  const latest = set.tariffs.at(-1)?.rows ?? []
  return {
    tablesAt(day) {
      const tariff = set.tariffs.findLast(each => each.from <= day)
      // Corrected entries change within an edition's days.
      const key = (tariff && changes.get(tariff.from)?.findLast(each => each <= day)) ?? ''
      let found = byKey.get(key)
      if (!found) {
        const rows = tariff?.rows.filter(each => inForce(each, day)).map(each => each.row) ?? []
        found = tariffTables({ ...set.facts, edition: tariff?.edition ?? NO_TARIFF, rows })
        byKey.set(key, found)
      }
      return found
    },
    ratesAt: day => ({
      customs: ratesOf(set.rates, 'customs', day),
      refund: ratesOf(set.rates, 'refund', day),
      settlement: ratesOf(set.rates, 'settlement', day),
    }),
    book: bookLookup({
      units: set.units,
      countries: set.countries,
      currencies: set.currencies,
      tariff: latest.map(each => each.row),
    }),
  }
}

/** The days on which what a tariff says changes, in order; its first day is the first of them. */
function changeDays({ from, rows }: TariffInForce): string[] {
  const days = new Set([from])
  for (const row of rows) {
    if (row.from > from) days.add(row.from)
    // The day after it: a text that stands between the two days.
    if (row.to !== undefined) days.add(`${row.to}~`)
  }
  return [...days].sort()
}

function inForce(period: { readonly from: string; readonly to?: string }, day: string): boolean {
  return period.from <= day && (period.to === undefined || period.to >= day)
}

function ratesOf(rates: readonly ExchangeRate[], purpose: RatePurpose, day: string): Record<string, string> {
  const found = rates.filter(rate => rate.purpose === purpose && covers(rate, day))
  return Object.fromEntries(found.map(rate => [rate.currency, rate.rate]))
}
