import { type PaperLanguage, type SignaturesBlock, said } from '../paper.ts'
import { GREY, RULE, type Sheet } from '../sheet.ts'

const SIGN = { zh: '签字 / 盖章：', en: 'Signature / stamp:' }
const DATE = { zh: '日期：', en: 'Date:' }
const GAP = 24
const HEIGHT = 96

/** Places to sign, side by side; they are not torn from each other. */
export function drawSignatures(sheet: Sheet, { places }: SignaturesBlock, language: PaperLanguage): void {
  sheet.need(HEIGHT)
  // One alone takes half the width: nobody signs across a page.
  const columns = Math.max(2, places.length)
  const width = (sheet.width - GAP * (columns - 1)) / columns
  for (const [n, { title, name }] of places.entries()) {
    const at = { x: sheet.left + n * (width + GAP), y: sheet.y, width }
    sheet.within(sheet.tag(sheet.root, 'P'), 'P', () => {
      sheet.draw(sheet.lines(said(title, language), width, { face: 'bold' }).slice(0, 1), at, {
        face: 'bold',
      })
      sheet.draw(sheet.lines(name ?? '', width).slice(0, 2), { ...at, y: at.y + 14 })
      sheet.draw([said(SIGN, language)], { ...at, y: at.y + 42 }, { size: 8, colour: GREY })
      sheet.draw([said(DATE, language)], { ...at, y: at.y + 72 }, { size: 8, colour: GREY })
    })
    sheet.aside(() => {
      for (const y of [at.y + 68, at.y + 90])
        sheet.doc
          .lineWidth(0.5)
          .strokeColor(RULE)
          .moveTo(at.x, y)
          .lineTo(at.x + width, y)
          .stroke()
    })
  }
  sheet.y += HEIGHT + 8
}
