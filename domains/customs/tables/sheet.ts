import type { SheetEvent, SheetRefusal } from '@tongqu/sheet'
import type { NumberedRow } from './rows.ts'

/**
 * The rows of the first sheet of a reading, for any of this folder's parsers. A file that is refused ends the
 * rows and hands its refusal to `onRefused`; what was read before it must then be thrown away.
 */
export async function* sheetRows(
  events: AsyncIterable<SheetEvent>,
  onRefused: (refusal: SheetRefusal) => void,
): AsyncGenerator<NumberedRow> {
  let first: string | undefined
  for await (const event of events) {
    if (event.kind === 'refused') return onRefused(event.refusal)
    if (event.kind === 'sheet') first ??= event.sheet.name
    if (event.kind !== 'rows' || event.sheet !== first) continue
    for (const row of event.rows) {
      const cells: string[] = []
      for (const cell of row.cells) cells[cell.index] = cell.text
      yield { number: row.number, cells: Array.from(cells, cell => cell ?? '') }
    }
  }
}
