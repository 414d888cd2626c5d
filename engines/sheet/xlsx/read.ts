import type { SheetEvent } from '../events.ts'
import type { SheetLimits } from '../limits.ts'
import { placed, SheetRefused } from '../refusal.ts'
import type { RandomReader } from '../source.ts'
import { feedXml } from '../xml/stream.ts'
import { type Archive, openArchive } from '../zip/archive.ts'
import { CellReader } from './cells.ts'
import { checkContents } from './contents.ts'
import { readSharedStrings } from './strings.ts'
import { readDayStyles } from './styles.ts'
import type { CellContext } from './value.ts'
import { readWorkbook, type WorkbookParts, type WorkbookSheet } from './workbook.ts'

const BATCH = 500

async function contextOf(archive: Archive, parts: WorkbookParts, limits: SheetLimits): Promise<CellContext> {
  return {
    strings: parts.strings ? await readSharedStrings(archive, parts.strings, limits) : [],
    dayStyles: parts.styles ? await readDayStyles(archive, parts.styles, limits.maxPartBytes) : [],
    date1904: parts.date1904,
  }
}

async function* readSheet(
  archive: Archive,
  sheet: WorkbookSheet,
  context: CellContext,
  limits: SheetLimits,
): AsyncGenerator<SheetEvent> {
  const cells = new CellReader(context, limits, sheet.name)
  try {
    for await (const _ of feedXml(archive.chunks(sheet.part), cells, sheet.part)) {
      if (cells.rows.length < BATCH) continue
      yield { kind: 'rows', sheet: sheet.name, rows: cells.rows }
      cells.rows = []
    }
  } catch (error) {
    throw error instanceof SheetRefused ? placed(error, { sheet: sheet.name }) : error
  }
  if (cells.rows.length > 0) yield { kind: 'rows', sheet: sheet.name, rows: cells.rows }
}

/** Reads a workbook sheet after sheet. Throws `SheetRefused`. */
export async function* readXlsx(reader: RandomReader, limits: SheetLimits): AsyncGenerator<SheetEvent> {
  const archive = await openArchive(reader, limits)
  await checkContents(archive, limits.maxPartBytes)
  const parts = await readWorkbook(archive, limits)
  const context = await contextOf(archive, parts, limits)
  for (const sheet of parts.sheets) {
    yield { kind: 'sheet', sheet: { name: sheet.name, hidden: sheet.hidden, format: 'xlsx' } }
    yield* readSheet(archive, sheet, context, limits)
  }
}
