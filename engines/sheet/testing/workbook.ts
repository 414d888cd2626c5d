import { type CraftedPart, craftZip } from './zip.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export interface CraftedWorkbook {
  /** Content of `<sheetData>`. */
  readonly cells?: string
  /** In place of the whole sheet. */
  readonly sheet?: string | Uint8Array
  readonly strings?: readonly string[]
  readonly date1904?: boolean
  readonly more?: readonly CraftedPart[]
  readonly contentType?: string
  readonly relations?: string
  /** Number formats; cell style n + 1 uses the nth. */
  readonly formats?: readonly string[]
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

const stylesOf = (formats: readonly string[]) => {
  const numFmts = formats.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code}"/>`).join('')
  const xfs = formats.map((_, at) => `<xf numFmtId="${170 + at}"/>`).join('')
  return `<styleSheet xmlns="${MAIN}"><numFmts>${numFmts}</numFmts><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`
}

/** The parts of a small workbook with one sheet "Orders". */
export function workbookParts(spec: CraftedWorkbook = {}): CraftedPart[] {
  const type =
    spec.contentType ?? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
  const strings = (spec.strings ?? []).map(text => `<si><t>${text}</t></si>`).join('')
  return [
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${spec.date1904 ? 1 : 0}"/><sheets><sheet name="Orders" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', 'styles.xml')}${spec.relations ?? ''}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', data: `<sst xmlns="${MAIN}">${strings}</sst>` },
    { name: 'xl/styles.xml', data: stylesOf(spec.formats ?? []) },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: spec.sheet ?? `<worksheet xmlns="${MAIN}"><sheetData>${spec.cells ?? ''}</sheetData></worksheet>`,
    },
    ...(spec.more ?? []),
  ]
}

export const craftWorkbook = (spec: CraftedWorkbook = {}) => craftZip(workbookParts(spec))
