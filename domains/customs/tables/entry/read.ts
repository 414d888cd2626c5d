import type { Refusal } from '@tongqu/kernel/refusal'
import { columnOf } from '../entry-cells.ts'
import type { TableKind, TableRow } from '../kinds.ts'
import { problemText } from '../problem-text.ts'
import { tableRefusals } from '../refusals.ts'

/** An entry as a form holds it. */
export interface EntryForm {
  readonly cells: Readonly<Record<string, string>>
  readonly from: string
  readonly to?: string | undefined
  readonly source: string
}

/** Reads an entry by the rules that a file's rows are read by: a table of one row. */
export async function readEntry(kind: TableKind, form: EntryForm): Promise<TableRow | Refusal> {
  const { cells, from, to = '', source } = form
  // The rows of an edition have its days and its source; those of other tables state their own.
  const stated = kind.takes === 'edition' ? [] : Object.entries({ from, to, source })
  const given = kind.columns.map(({ name }) => [name, cells[name] ?? ''] as const)
  const all = [...given.filter(([name, text]) => text !== '' || isNeeded(kind, name)), ...stated]
  const { rows, problems } = await kind.read([all.map(([name]) => name), all.map(([, text]) => text)], {
    id: '',
    year: 0,
    source,
  })
  const [row] = rows
  const problem = problems.find(each => each.effect === 'refused' || each.code === 'table.cell_is_error')
  if (row && !problem) return row
  const { zh, en } = problem ? problemText(problem) : { zh: '没有内容', en: 'nothing stands' }
  const place = problem ? columnOf(problem.column, kind.columns) : kind.columns[0]!.name
  const at = ['from', 'to', 'source'].includes(place) ? `/${place}` : `/cells/${place}`
  return tableRefusals.refuse('table.entry_refused', { zh, en }, at)
}

const isNeeded = (kind: TableKind, name: string): boolean =>
  kind.columns.some(column => column.name === name && column.needed)
