import { type NoteBlock, type PaperLanguage, said } from '../paper.ts'
import type { Sheet, Style } from '../sheet.ts'

const TITLE: Style = { size: 9.5, face: 'bold' }
const TEXT: Style = { size: 9 }

export function drawNote(
  sheet: Sheet,
  { title, paragraphs, isNumbered }: NoteBlock,
  language: PaperLanguage,
): void {
  if (title) paragraph(sheet, 'H2', said(title, language), TITLE, 20)
  for (const [n, each] of paragraphs.entries()) {
    const mark = isNumbered ? `${n + 1}. ` : ''
    if (typeof each === 'string' || language !== 'both')
      paragraph(sheet, 'P', mark + said(each, language), TEXT)
    else {
      paragraph(sheet, 'P', mark + each.zh, TEXT)
      paragraph(sheet, 'P', each.en, TEXT, 0, isNumbered ? 12 : 0)
    }
    sheet.y += 2
  }
  sheet.y += 6
}

/** Goes over to the next page between lines. */
function paragraph(sheet: Sheet, type: string, text: string, style: Style, more = 0, indent = 0): void {
  const all = sheet.lines(text, sheet.width - indent, style)
  const height = sheet.heightOf([''], style)
  const tag = sheet.tag(sheet.root, type)
  for (let from = 0; from < all.length; ) {
    sheet.need(height + more)
    const most = Math.max(1, Math.floor(sheet.room / height))
    const lines = all.slice(from, from + most)
    const at = { x: sheet.left + indent, y: sheet.y, width: sheet.width - indent }
    sheet.within(tag, type, () => sheet.draw(lines, at, style))
    sheet.y += lines.length * height
    from += lines.length
  }
}
