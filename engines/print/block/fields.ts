import { type Field, type FieldsBlock, type PaperLanguage, said, shown } from '../paper.ts'
import { GREY, type Sheet } from '../sheet.ts'

const PAD = 3
const TITLE = { size: 7, colour: GREY } as const
const VALUE = { size: 9 } as const

interface Cell {
  readonly field: Field
  readonly x: number
  readonly width: number
  readonly title: string[]
  readonly value: string[]
}

export function drawFields(sheet: Sheet, { rows }: FieldsBlock, language: PaperLanguage): void {
  const list = sheet.tag(sheet.root, 'Sect')
  for (const row of rows) {
    const cells = cellsOf(sheet, row, language)
    const height = Math.max(
      ...cells.map(each => sheet.heightOf(each.title, TITLE) + sheet.heightOf(each.value, VALUE)),
    )
    sheet.need(height + 2 * PAD)
    for (const { x, width, title, value } of cells) {
      sheet.box(x, sheet.y, width, height + 2 * PAD)
      const at = { x: x + PAD, y: sheet.y + PAD, width: width - 2 * PAD }
      sheet.within(sheet.tag(list, 'P'), 'P', () => {
        sheet.draw(title, at, TITLE)
        sheet.draw(value, { ...at, y: at.y + sheet.heightOf(title, TITLE) }, VALUE)
      })
    }
    sheet.y += height + 2 * PAD
  }
  sheet.y += 8
}

function cellsOf(sheet: Sheet, row: readonly Field[], language: PaperLanguage): Cell[] {
  const whole = row.reduce((sum, { weight = 1 }) => sum + weight, 0)
  let x = sheet.left
  return row.map(field => {
    const { title, value, weight = 1, mayBeEmpty } = field
    const width = (sheet.width * weight) / whole
    const inner = width - 2 * PAD
    const text = mayBeEmpty && value === undefined ? '' : shown(value, language)
    const cell = {
      field,
      x,
      width,
      title: sheet.lines(said(title, language), inner, TITLE),
      value: sheet.lines(text, inner, VALUE),
    }
    x += width
    return cell
  })
}
