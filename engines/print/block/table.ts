import { type PaperLanguage, said, shown, type TableBlock, type Value } from '../paper.ts'
import type { Sheet, Style, Tag } from '../sheet.ts'

const PAD = 3
const HEAD: Style = { size: 7.5, face: 'bold', align: 'center' }
const BODY: Style = { size: 8.5 }
const SHADE = '#eeeeee'

interface Drawn {
  readonly lines: readonly (readonly string[])[]
  readonly height: number
}

export function drawTable(sheet: Sheet, block: TableBlock, language: PaperLanguage): void {
  const { columns, rows, totals = [] } = block
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = columns.map(({ weight }) => (sheet.width * weight) / whole)
  const laid = (texts: readonly string[], style: Style): Drawn => {
    const lines = texts.map((text, n) => sheet.lines(text, widths[n]! - 2 * PAD, style))
    return { lines, height: Math.max(...lines.map(each => sheet.heightOf(each, style))) + 2 * PAD }
  }
  const head = laid(
    columns.map(({ title }) => headed(title, language)),
    HEAD,
  )
  const table = sheet.tag(sheet.root, 'Table', { title: said(block.title, language) })
  const drawHead = (tagged: boolean) => {
    const draw = { widths, style: HEAD, aligns: columns.map(() => 'center' as const), isShaded: true }
    if (tagged) drawRow(sheet, head, { ...draw, row: sheet.tag(table, 'TR'), type: 'TH' })
    else drawRow(sheet, head, { ...draw, row: undefined, type: 'TH' })
  }
  const aligns = columns.map(({ align = 'left' }) => align)
  const body = (values: readonly Value[], style: Style) => {
    const all = laid(
      values.map(value => shown(value, language)),
      style,
    )
    for (const part of fitting(sheet, all, head.height, style)) {
      if (sheet.room < part.height) {
        sheet.nextPage()
        drawHead(false)
      }
      drawRow(sheet, part, {
        widths,
        style,
        aligns,
        row: sheet.tag(table, 'TR'),
        type: 'TD',
        isShaded: false,
      })
    }
  }
  sheet.need(head.height + 2 * 8.5 + 2 * PAD)
  drawHead(true)
  for (const row of rows) body(row, BODY)
  for (const row of totals) body(row, { ...BODY, face: 'bold' })
  sheet.y += 8
}

/** A head in both languages stands on two lines. */
const headed = (title: TableBlock['title'], language: PaperLanguage): string =>
  language === 'both' && title.zh !== title.en ? `${title.zh}\n${title.en}` : said(title, language)

/** A row as it is, or cut where it is taller than a page. */
function fitting(sheet: Sheet, row: Drawn, head: number, style: Style): Drawn[] {
  const most = sheet.whole - head
  if (row.height <= most) return [row]
  const each = Math.floor((most - 2 * PAD) / sheet.heightOf([''], style))
  const parts = Math.ceil(Math.max(...row.lines.map(lines => lines.length)) / each)
  return Array.from({ length: parts }, (_, n) => {
    const lines = row.lines.map(all => all.slice(n * each, (n + 1) * each))
    return { lines, height: Math.max(...lines.map(all => sheet.heightOf(all, style))) + 2 * PAD }
  })
}

interface How {
  readonly widths: readonly number[]
  readonly style: Style
  readonly aligns: readonly NonNullable<Style['align']>[]
  /** Undefined: a head that is repeated, which says nothing new. */
  readonly row: Tag | undefined
  readonly type: 'TH' | 'TD'
  readonly isShaded: boolean
}

function drawRow(sheet: Sheet, { lines, height }: Drawn, how: How): void {
  const { widths, style, aligns, row, type, isShaded } = how
  let x = sheet.left
  if (isShaded) sheet.aside(() => sheet.doc.rect(x, sheet.y, sheet.width, height).fill(SHADE))
  for (const [n, width] of widths.entries()) {
    sheet.box(x, sheet.y, width, height)
    const at = { x: x + PAD, y: sheet.y + PAD, width: width - 2 * PAD }
    const draw = () => sheet.draw(lines[n]!, at, { ...style, align: aligns[n]! })
    if (row) sheet.within(sheet.tag(row, type), type, draw)
    else sheet.aside(draw, 'Pagination')
    x += width
  }
  sheet.y += height
}
