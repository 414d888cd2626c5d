import type { Field, FieldKind } from '../../fields.ts'
import type { BookTables } from '../tables.ts'
import { readCountry, readCurrency, readUnit } from './codes.ts'
import { readDay } from './days.ts'
import { readDecimal, readInteger, readRate } from './numbers.ts'
import { readChoice, readHs, readIdentifier, readText, readYesNo } from './texts.ts'
import { bad, type Parsed, type Raw, type Reader } from './value.ts'

export type { Parsed, Raw } from './value.ts'

const readers: Readonly<Record<FieldKind, Reader>> = {
  text: readText,
  identifier: readIdentifier,
  decimal: readDecimal,
  integer: readInteger,
  rate: readRate,
  day: readDay,
  yesNo: readYesNo,
  choice: readChoice,
  unit: readUnit,
  country: readCountry,
  currency: readCurrency,
  hs: readHs,
}

/** Reads one cell by its field; undefined where it holds nothing but space. */
export function readValue(raw: Raw, field: Field, tables: BookTables): Parsed | undefined {
  const text = raw.text.trim()
  if (raw.kind === 'formula' || (raw.kind === 'text' && text.startsWith('=')))
    return bad('input.formula', raw)
  if (raw.kind === 'object') return bad('input.not_a_value', raw)
  if (text === '') return undefined
  if (raw.kind === 'error') return bad('input.error_cell', raw)
  return readers[field.kind](text === raw.text ? raw : { kind: raw.kind, text }, field, tables)
}
