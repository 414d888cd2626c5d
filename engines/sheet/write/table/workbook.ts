import { columnName } from '../../column.ts'
import type { CellInput } from '../spec.ts'
import { cellXml, textCell, xmlText } from './cell.ts'
import { DeflatedPart, packedText } from './deflated.ts'
import { packageOf } from './package.ts'
import { STYLE, stylesXml } from './styles.ts'
import { widthsOf } from './widths.ts'

/** A table to be written: one sheet, its heads frozen under a line that says what it is. */
export interface TableSpec {
  /** Of the sheet: what a sheet's name cannot hold is left out. */
  readonly name: string
  readonly heads: readonly string[]
  /** What is in it, of when, by whom: the first line. */
  readonly note: string
  readonly creator: string
  /** ISO instant, for the file's properties. */
  readonly created: string
}

export interface TableWriter {
  /** Writes rows on; resolves when the packer can take more. */
  add(rows: readonly (readonly CellInput[])[]): Promise<void>
  /** The bytes of the whole, in pieces. */
  end(): Promise<readonly Uint8Array[]>
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Rows before the first of the table: the note, the heads. */
const ABOVE = 2

/**
 * Writes a table as a workbook (ECMA-376) while its rows come; only packed bytes are held. It runs in a browser as on
 * the server: it asks for nothing but `CompressionStream`. Texts stay texts, whatever they begin with; a number that a
 * double does not hold is written as text.
 */
export function tableWorkbook(spec: TableSpec): TableWriter {
  const sheet = new DeflatedPart('xl/worksheets/sheet1.xml')
  let row = ABOVE
  let begun = false
  const begin = async (first: readonly (readonly CellInput[])[]) => {
    begun = true
    await sheet.write(beginOfSheet(spec, widthsOf(spec.heads, first)))
  }
  return {
    async add(rows) {
      if (!begun) await begin(rows)
      let text = ''
      for (const cells of rows) {
        row += 1
        text += `<row r="${row}">${cells.map((cell, at) => cellXml(at, row, cell)).join('')}</row>`
      }
      await sheet.write(text)
    },
    async end() {
      if (!begun) await begin([])
      const last = columnName(Math.max(0, spec.heads.length - 1))
      await sheet.write(`</sheetData><autoFilter ref="A${ABOVE}:${last}${row}"/></worksheet>`)
      const texts = await Promise.all(
        Object.entries(partsBeside(spec)).map(([name, text]) => packedText(name, text)),
      )
      return packageOf([...texts, await sheet.end()])
    },
  }
}

function beginOfSheet({ heads, note }: TableSpec, widths: readonly number[]): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const cells = heads.map((head, at) => textCell(`${columnName(at)}${ABOVE}`, head, STYLE.head))
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${ABOVE}" topLeftCell="A${ABOVE + 1}" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>` +
    `<row r="1">${textCell('A1', note, STYLE.note)}</row><row r="${ABOVE}">${cells.join('')}</row>`
  )
}

/** A sheet's name has at most 31 characters, and none of these (§18.2.19). */
const sheetName = (name: string) =>
  name
    .replace(/[\\/?*[\]:']/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1'

function partsBeside({ name, creator, created }: TableSpec): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  const relations = (...all: string[]) =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`
  return {
    '[Content_Types].xml':
      `${XML}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      override('/xl/workbook.xml', `${TYPE}.sheet.main+xml`) +
      override('/xl/worksheets/sheet1.xml', `${TYPE}.worksheet+xml`) +
      override('/xl/styles.xml', `${TYPE}.styles+xml`) +
      override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
      '</Types>',
    '_rels/.rels': relations(
      relation('r1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'),
      relation('r2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ),
    'docProps/core.xml':
      `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
      'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<dc:creator>${xmlText(creator)}</dc:creator>` +
      `<dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(created)}</dcterms:created></cp:coreProperties>`,
    'xl/workbook.xml':
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      `<sheet name="${xmlText(sheetName(name))}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('r1', `${OFFICE}/worksheet`, 'worksheets/sheet1.xml'),
      relation('r2', `${OFFICE}/styles`, 'styles.xml'),
    ),
    'xl/styles.xml': stylesXml,
  }
}
