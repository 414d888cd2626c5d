import type { OpenedFile } from '@tongqu/kernel/files'
import type { Language } from '@tongqu/kernel/text'
import { type CellInput, type SheetSpec, streamWorkbook } from '@tongqu/sheet'
import type { TableKind } from '../kinds.ts'
import { problemText } from '../problem-text.ts'
import { fileRows } from '../read-file.ts'
import type { NumberedRow, TableProblem } from '../rows.ts'

const WORDS = {
  sheet: { zh: '未收的行', en: 'Refused rows' },
  row: { zh: '行', en: 'Row' },
  reason: { zh: '原因', en: 'Reason' },
} as const

/**
 * The rows of a table's file that were refused, as they stood, each with its number and its reasons in front: to be
 * put right and sent again. The file is read once, and closed.
 */
export async function* refusedBook(
  file: OpenedFile,
  kind: TableKind,
  language: Language,
): AsyncGenerator<Uint8Array> {
  try {
    const { header, refused } = await refusedRows(file, kind)
    yield* streamWorkbook({ sheets: [sheetOf(header, refused, language)] })
  } finally {
    await file.close()
  }
}

interface Refused {
  readonly row: NumberedRow
  readonly problems: readonly TableProblem[]
}

async function refusedRows(file: OpenedFile, kind: TableKind) {
  const rows = await fileRows(file)
  let header: NumberedRow | undefined
  const seen = new Map<number, NumberedRow>()
  async function* remembered() {
    for await (const row of rows) {
      header ??= row
      seen.set(row.number, row)
      yield row
    }
  }
  const { problems } = await kind.read(remembered(), { id: '', year: 0, source: '' })
  const byRow = Map.groupBy(
    problems.filter(each => each.effect === 'refused'),
    each => each.row,
  )
  const refused: Refused[] = [...byRow].flatMap(([number, found]) => {
    const row = seen.get(number)
    return row && row !== header ? [{ row, problems: found }] : []
  })
  return { header: header?.cells ?? [], refused }
}

function sheetOf(header: readonly string[], refused: readonly Refused[], language: Language): SheetSpec {
  const named = header.map(text => ({ header: text, width: 16 }))
  return {
    name: WORDS.sheet[language],
    columns: [
      { header: WORDS.row[language], width: 8 },
      { header: WORDS.reason[language], width: 60 },
      ...named,
    ],
    rows: refused.map(({ row, problems }): CellInput[] => [
      { number: String(row.number) },
      problems.map(each => `${each.column}: ${problemText(each)[language]}`).join('\n'),
      ...header.map((_, at) => row.cells[at] ?? null),
    ]),
  }
}
