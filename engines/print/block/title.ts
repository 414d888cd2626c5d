import type { PaperLanguage, TitleBlock } from '../paper.ts'
import { said } from '../paper.ts'
import { GREY, type Sheet, type Style } from '../sheet.ts'

export function drawTitle(sheet: Sheet, { text, above, below }: TitleBlock, language: PaperLanguage): void {
  if (above !== undefined) line(sheet, 'P', said(above, language), { size: 11, face: 'bold' })
  if (language !== 'en') line(sheet, 'H1', text.zh, { size: 18, face: 'bold' })
  if (language !== 'zh')
    line(sheet, language === 'en' ? 'H1' : 'P', text.en, { size: language === 'en' ? 17 : 11, face: 'bold' })
  if (below !== undefined) line(sheet, 'P', said(below, language), { size: 9, colour: GREY })
  sheet.y += 8
}

function line(sheet: Sheet, type: string, text: string, style: Style): void {
  const lines = sheet.lines(text, sheet.width, style)
  const height = sheet.heightOf(lines, style)
  sheet.need(height)
  const at = { x: sheet.left, y: sheet.y, width: sheet.width }
  sheet.within(sheet.tag(sheet.root, type), type, () => sheet.draw(lines, at, { ...style, align: 'center' }))
  sheet.y += height
}
