import { PassThrough } from 'node:stream'
import type { stream, Worksheet } from 'exceljs'
import { columnName } from '../column.ts'
import { serialOfIso } from '../xlsx/dates.ts'
import { type ChoiceLists, listsOf, writeLists } from './lists.ts'
import type { CellInput, ColumnSpec, SheetSpec, WorkbookSpec } from './spec.ts'
import { exactNumber } from './stored.ts'

type Writer = stream.xlsx.WorkbookWriter

/** Rows after which the packer is given time to catch up. */
const BREATH = 1000
const DEFAULT_WIDTH = 14

function stored(cell: CellInput): string | number | boolean | null {
  if (cell === null || cell === undefined || cell === '') return null
  if (typeof cell !== 'object') return cell
  if ('day' in cell) return serialOfIso(cell.day) ?? cell.day
  const exact = exactNumber(cell.number)
  return exact === undefined ? cell.number : Number(exact)
}

const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } } as const

function writeHeader(sheet: Worksheet, columns: readonly ColumnSpec[]): void {
  const row = sheet.getRow(1)
  columns.forEach((column, at) => {
    const cell = row.getCell(at + 1)
    cell.value = column.header
    cell.numFmt = '@'
    cell.font = { bold: true, ...(column.needed && { color: { argb: 'FFB3261E' } }) }
    cell.fill = HEADER_FILL
    cell.alignment = { vertical: 'middle', wrapText: true }
    if (column.note !== undefined) cell.note = column.note
  })
  row.commit()
}

function formatOf(column: ColumnSpec | undefined, cell: CellInput): string | undefined {
  if (column?.format !== undefined) return column.format
  return typeof cell === 'object' && cell !== null && 'day' in cell ? 'yyyy-mm-dd' : undefined
}

function writeRow(sheet: Worksheet, number: number, cells: readonly CellInput[], spec: SheetSpec): void {
  const row = sheet.getRow(number)
  cells.forEach((input, at) => {
    const value = stored(input)
    if (value === null) return
    const cell = row.getCell(at + 1)
    cell.value = value
    const format = formatOf(spec.columns[at], input)
    if (format !== undefined) cell.numFmt = format
    if (spec.wrap) cell.alignment = { vertical: 'top', wrapText: true }
  })
  row.commit()
}

function addDropDowns(sheet: Worksheet, spec: SheetSpec, lists: ChoiceLists): void {
  const last = 1 + (spec.preparedRows ?? 0)
  if (last === 1) return
  const rules = sheet as unknown as { dataValidations: { add(range: string, rule: object): void } }
  spec.columns.forEach((column, at) => {
    const list = column.choices && lists.rangeOf(column.choices)
    if (list === undefined) return
    const letters = columnName(at)
    rules.dataValidations.add(`${letters}2:${letters}${last}`, {
      type: 'list',
      allowBlank: true,
      formulae: [list],
      showErrorMessage: true,
      errorStyle: 'stop',
      error: (column.choices ?? []).join(' / ').slice(0, 200),
    })
  })
}

async function writeSheet(writer: Writer, spec: SheetSpec, lists: ChoiceLists): Promise<void> {
  const sheet = writer.addWorksheet(spec.name, {
    state: spec.hidden ? 'hidden' : 'visible',
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.columns = spec.columns.map(column => ({
    width: column.width ?? DEFAULT_WIDTH,
    ...(column.format !== undefined && { style: { numFmt: column.format } }),
  }))
  writeHeader(sheet, spec.columns)
  addDropDowns(sheet, spec, lists)
  let number = 1
  for await (const cells of spec.rows) {
    writeRow(sheet, ++number, cells, spec)
    if (number % BREATH === 0) await new Promise(resolve => setImmediate(resolve))
  }
  sheet.commit()
}

async function writeAll(spec: WorkbookSpec, out: PassThrough): Promise<void> {
  // Loaded when something is written: reading does not need it, and it is large.
  const { default: exceljs } = await import('exceljs')
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
  const created = new Date(spec.created ?? '2000-01-01T00:00:00Z')
  const creator = spec.creator ?? 'Tongqu'
  Object.assign(writer, { created, modified: created, creator, lastModifiedBy: creator })
  const lists = listsOf(spec.sheets)
  for (const sheet of spec.sheets) await writeSheet(writer, sheet, lists)
  writeLists(writer, lists)
  await writer.commit()
}

/**
 * Writes a workbook as a stream of bytes: rows are taken one after another and not kept. Texts stay text even
 * where they begin with "=", "+", "-" or "@". Throws what the rows' own iteration throws.
 */
export async function* streamWorkbook(spec: WorkbookSpec): AsyncGenerator<Uint8Array> {
  const out = new PassThrough({ highWaterMark: 1024 * 1024 })
  const done = writeAll(spec, out).catch(error => {
    out.destroy(error)
  })
  for await (const chunk of out) yield chunk as Buffer
  await done
}

/** A whole workbook in memory. */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of streamWorkbook(spec)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
