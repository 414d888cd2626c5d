import { fill, refusalText, type SheetRefusal } from '@tongqu/sheet'
import { type Field, fields, type Text } from '../fields.ts'
import { type Fault, faultTexts } from './faults.ts'
import type { BookPlace, BookRefusal } from './item.ts'

const known = new Map<string, Field>(fields.map(field => [field.name, field]))

/** "Sheet "Orders", row 31, column H (qty)" in both languages. */
export function placeInWords(place: BookPlace): Text {
  if (place.pointer !== undefined) return { zh: place.pointer, en: place.pointer }
  const field = place.column === undefined ? undefined : known.get(place.column)
  const zh = [
    place.sheet !== undefined && `工作表“${place.sheet}”`,
    place.row !== undefined && `第 ${place.row} 行`,
    place.letter !== undefined && ` ${place.letter} 列`,
    place.column !== undefined && `（${field?.zh ?? place.column}）`,
  ]
  const at = [
    place.sheet !== undefined && `sheet "${place.sheet}"`,
    place.row !== undefined && `row ${place.row}`,
    (place.letter ?? place.column) !== undefined &&
      `column ${[place.letter, place.column !== undefined && `(${place.column})`].filter(Boolean).join(' ')}`,
  ]
  return { zh: zh.filter(Boolean).join(''), en: at.filter(Boolean).join(', ') }
}

/** A fault at a place, in words. */
export function refusalAt(fault: Fault, place: BookPlace, orderNo?: string): BookRefusal {
  const text = faultTexts[fault.code]
  const words = placeInWords(place)
  return {
    ...(orderNo !== undefined && { orderNo }),
    ...place,
    code: fault.code,
    params: fault.params,
    text: {
      zh: (words.zh && `${words.zh}：`) + fill(text.zh, fault.params),
      en: (words.en && `${words.en}: `) + fill(text.en, fault.params),
    },
  }
}

/** A refusal of the whole file, as the sheet reader gives it. */
export function refusalOfFile(refusal: SheetRefusal): BookRefusal {
  const { sheet, row, column } = refusal.place
  return {
    ...(sheet !== undefined && { sheet }),
    ...(row !== undefined && { row }),
    ...(column !== undefined && { letter: column }),
    code: refusal.code,
    params: refusal.params,
    text: refusalText(refusal),
  }
}
