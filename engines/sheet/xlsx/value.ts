import type { CellKind } from '../row.ts'
import { isoOfSerial } from './dates.ts'
import { plainDecimal } from './decimal.ts'
import { unescapeText } from './strings.ts'

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly strings: readonly string[]
  /** Per cell style: whether its numbers are days. */
  readonly dayStyles: readonly boolean[]
  readonly date1904: boolean
}

export interface CellValue {
  readonly kind: CellKind
  readonly text: string
}

const ISO_DATE = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d)?/

function numberValue(raw: string, style: number, context: CellContext): CellValue | undefined {
  const text = plainDecimal(raw.trim())
  if (text === undefined) return undefined
  if (!context.dayStyles[style]) return { kind: 'number', text }
  const serial = Number(text)
  // A time of day without a day stays the number it is.
  if (serial >= 0 && serial < 1 && !context.date1904) return { kind: 'number', text }
  const day = isoOfSerial(serial, context.date1904)
  return day === undefined ? { kind: 'error', text } : { kind: 'date', text: day }
}

function isoValue(raw: string): CellValue {
  const found = ISO_DATE.exec(raw)
  if (!found) return { kind: 'error', text: raw }
  const [, day = '', time] = found
  return { kind: 'date', text: time && time !== 'T00:00:00' ? day + time : day }
}

/** The value of a cell by its type attribute (ECMA-376 part 1 §18.18.11); undefined where it is malformed. */
export function cellValue(
  type: string | undefined,
  raw: string,
  style: number,
  context: CellContext,
): CellValue | undefined {
  switch (type) {
    case undefined:
    case 'n':
      return numberValue(raw, style, context)
    case 's': {
      const text = /^\d+$/.test(raw) ? context.strings[Number(raw)] : undefined
      return text === undefined ? undefined : { kind: 'text', text }
    }
    case 'str':
    case 'inlineStr':
      return { kind: 'text', text: unescapeText(raw) }
    case 'b':
      return { kind: 'boolean', text: raw === '1' || raw === 'true' ? 'true' : 'false' }
    case 'e':
      return { kind: 'error', text: raw }
    case 'd':
      return isoValue(raw)
    default:
      return undefined
  }
}
