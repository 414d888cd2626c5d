import { type Paper, said } from './paper.ts'
import { GREY, MM, RULE, type Sheet } from './sheet.ts'

const STYLE = { size: 7.5, colour: GREY } as const

const PAGE = {
  zh: (n: number, m: number) => `第 ${n} 页，共 ${m} 页`,
  en: (n: number, m: number) => `Page ${n} of ${m}`,
}

/** Heads and feet, when it is known how many pages there are. */
export function drawFurniture(sheet: Sheet, { title, number, foot, language }: Paper): number {
  const { doc } = sheet
  const { start, count } = doc.bufferedPageRange()
  for (let n = 1; n <= count; n++) {
    doc.switchToPage(start + n - 1)
    const at = { x: sheet.left, width: sheet.width }
    const page = { zh: PAGE.zh(n, count), en: PAGE.en(n, count) }
    const head = { ...at, y: 9 * MM }
    const low = { ...at, y: doc.page.height - 12.5 * MM }
    sheet.aside(() => {
      sheet.draw(sheet.lines(said(title, language), at.width / 2, STYLE).slice(0, 1), head, STYLE)
      sheet.draw([sheet.fonts.printable(number)], head, { ...STYLE, align: 'right' })
      sheet.draw(sheet.lines(said(foot, language), at.width * 0.7, STYLE).slice(0, 2), low, STYLE)
      sheet.draw([said(page, language)], low, { ...STYLE, align: 'right' })
      doc.lineWidth(0.5).strokeColor(RULE)
      for (const y of [13.5 * MM, doc.page.height - 14 * MM])
        doc
          .moveTo(at.x, y)
          .lineTo(at.x + at.width, y)
          .stroke()
    }, 'Pagination')
  }
  return count
}
