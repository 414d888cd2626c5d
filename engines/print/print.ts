import PDFDocument from 'pdfkit'
import { drawCode } from './block/code.ts'
import { drawFields } from './block/fields.ts'
import { drawNote } from './block/note.ts'
import { drawSignatures } from './block/signatures.ts'
import { drawTable } from './block/table.ts'
import { drawTitle } from './block/title.ts'
import { checkBounds } from './bounds.ts'
import { drawFurniture } from './furniture.ts'
import { defaultLimits, type PrintLimits, type PrintRefusal, PrintRefused } from './limits.ts'
import { type Block, type Paper, type PaperLanguage, said } from './paper.ts'
import { Sheet } from './sheet.ts'

export interface Printed {
  /** A PDF 1.7 file, tagged, with the characters it shows. The same bytes for the same paper. */
  readonly bytes: Uint8Array
  readonly pages: number
  /** Characters that the typeface does not have, each printed as a box: whoever prints names them. */
  readonly unprintable: readonly string[]
}

/**
 * Prints a paper as PDF, A4.
 * @returns the file, or why there is none: `print.too_many_rows`, `print.too_many_pages`, `print.text_too_long`,
 *   `print.bad_table` (a row has another number of cells than the table has columns), `print.bad_address`
 */
export async function print(
  paper: Paper,
  limits: PrintLimits = defaultLimits,
): Promise<Printed | { readonly refusal: PrintRefusal }> {
  try {
    checkBounds(paper, limits)
    return await drawn(paper, limits)
  } catch (error) {
    if (error instanceof PrintRefused) return { refusal: error.refusal }
    throw error
  }
}

async function drawn(paper: Paper, limits: PrintLimits): Promise<Printed> {
  const { language, title, author, created, number } = paper
  const doc = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    lang: language === 'en' ? 'en' : 'zh-CN',
    info: {
      Title: `${said(title, language)} ${number}`,
      Author: author,
      Creator: 'Tongqu',
      Producer: 'Tongqu',
      CreationDate: created,
      ModDate: created,
    },
  })
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((done, fail) => doc.once('end', done).once('error', fail))
  const sheet = new Sheet(doc, paper, limits)
  for (const block of paper.blocks) draw(sheet, block, language)
  sheet.root.end()
  const pages = drawFurniture(sheet, paper)
  doc.end()
  await ended
  return { bytes: Buffer.concat(chunks), pages, unprintable: [...sheet.fonts.unprintable] }
}

function draw(sheet: Sheet, block: Block, language: PaperLanguage) {
  switch (block.kind) {
    case 'title':
      return drawTitle(sheet, block, language)
    case 'fields':
      return drawFields(sheet, block, language)
    case 'table':
      return drawTable(sheet, block, language)
    case 'note':
      return drawNote(sheet, block, language)
    case 'signatures':
      return drawSignatures(sheet, block, language)
    case 'code':
      return drawCode(sheet, block, language)
  }
}
