import type { CodeRow } from './codes.ts'
import type { TariffTableRow } from './tariff.ts'

/** A code of one table that another table does not know. */
export interface CrossProblem {
  readonly code: 'table.unit_unknown' | 'table.licence_unknown'
  readonly hsCode: string
  readonly text: string
}

/**
 * Checks tariff rows against the tables of units and of certificates: what a row names must be a code there.
 * An empty table checks nothing.
 */
export const checkTariff = (
  rows: readonly TariffTableRow[],
  tables: { readonly units: readonly CodeRow[]; readonly certificates: readonly CodeRow[] },
): CrossProblem[] => {
  const units = new Set(tables.units.map(row => row.code))
  const letters = new Set(tables.certificates.map(row => row.code))
  return rows.flatMap(row => [
    ...[row.unit1, row.unit2]
      .filter(unit => unit !== undefined && units.size > 0 && !units.has(unit))
      .map(text => ({ code: 'table.unit_unknown' as const, hsCode: row.code, text: text ?? '' })),
    ...row.licenceCodes
      .filter(letter => letters.size > 0 && !letters.has(letter))
      .map(text => ({ code: 'table.licence_unknown' as const, hsCode: row.code, text })),
  ])
}
