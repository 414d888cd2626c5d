import { columnName } from '../../column.ts'
import { serialOfIso } from '../../xlsx/dates.ts'
import type { CellInput } from '../spec.ts'
import { exactNumber } from '../stored.ts'
import { numberStyle, STYLE } from './styles.ts'

/** A text as XML 1.0 can carry it: what cannot stand in XML is left out, what reads as an escape is escaped. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, found => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[found]!)
    .replace(/\r/g, '&#13;')
}

/** A text cell, whatever it begins with: never a formula, and none after somebody has edited it. */
export const textCell = (place: string, text: string, style: number = STYLE.text) =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`

const decimalsOf = (plain: string) =>
  plain.length - 1 - (plain.includes('.') ? plain.indexOf('.') : plain.length - 1)

/** One cell; '' where there is nothing in it. */
export function cellXml(column: number, row: number, cell: CellInput): string {
  if (cell === null || cell === undefined || cell === '') return ''
  const place = `${columnName(column)}${row}`
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'string') return textCell(place, cell)
  if ('day' in cell) {
    const serial = serialOfIso(cell.day)
    return serial === undefined
      ? textCell(place, cell.day)
      : `<c r="${place}" s="${STYLE.day}"><v>${serial}</v></c>`
  }
  const exact = exactNumber(cell.number)
  if (exact === undefined) return textCell(place, cell.number)
  return `<c r="${place}" s="${numberStyle(decimalsOf(cell.number))}"><v>${exact}</v></c>`
}
