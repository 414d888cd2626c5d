import { encode } from 'uqr'
import { type CodeBlock, type PaperLanguage, said } from '../paper.ts'
import { GREY, MM, RULE, type Sheet } from '../sheet.ts'

/** Side of the QR code: a telephone reads it from an arm's length. */
const SIDE = 28 * MM
/** Light modules around it that the standard asks for (ISO/IEC 18004 §5.3.8). */
const QUIET = 4
const GAP = 10

export function drawCode(sheet: Sheet, block: CodeBlock, language: PaperLanguage): void {
  const { title, address, code } = block
  sheet.need(SIDE + 6)
  sheet.aside(() =>
    sheet.doc
      .lineWidth(0.5)
      .strokeColor(RULE)
      .moveTo(sheet.left, sheet.y)
      .lineTo(sheet.left + sheet.width, sheet.y)
      .stroke(),
  )
  const y = sheet.y + 4
  const figure = sheet.tag(sheet.root, 'Figure', { alt: `QR: ${address}` })
  sheet.within(figure, 'Figure', () => drawMatrix(sheet, address, sheet.left, y))
  const at = { x: sheet.left + SIDE + GAP, width: sheet.width - SIDE - GAP }
  let below = y + 2
  const write = (text: string, style: { size: number; face?: 'bold'; colour?: string }) => {
    const lines = sheet.lines(text, at.width, style)
    sheet.within(sheet.tag(sheet.root, 'P'), 'P', () => sheet.draw(lines, { ...at, y: below }, style))
    below += sheet.heightOf(lines, style)
  }
  write(said(title, language), { size: 8, colour: GREY })
  write(code, { size: 13, face: 'bold' })
  for (const each of block.paragraphs) write(said(each, language), { size: 7.5, colour: GREY })
  write(address, { size: 7.5, colour: GREY })
  sheet.y = Math.max(y + SIDE, below) + 8
}

function drawMatrix(sheet: Sheet, address: string, left: number, top: number): void {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET })
  const unit = SIDE / size
  const { doc } = sheet
  // A hair wider than it is: no light seams between neighbours on the screen.
  for (const [row, cells] of data.entries())
    for (const [column, isDark] of cells.entries())
      if (isDark) doc.rect(left + column * unit, top + row * unit, unit + 0.02, unit + 0.02)
  doc.fill('#000000')
}
