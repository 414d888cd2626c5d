import type { UnitOfWork } from '@tongqu/kernel/command'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { changeEntry, type Edition, editionsOf, recordsOfKey, versionOf } from '@tongqu/register'
import type { Static } from 'typebox'
import type { EditEntry, EntryEdited } from '../contract.ts'
import { describeRow } from '../describe.ts'
import type { TableKind, TableRow } from '../kinds.ts'
import { wantedTable } from '../look/standing.ts'
import { tableRefusals } from '../refusals.ts'
import { readEntry } from './read.ts'

type Input = Static<typeof EditEntry>

/**
 * Corrects one entry of a table, adds one, or ends one (without cells). What it says is read by the rules of a file's
 * rows; an entry that somebody else has changed since the editor opened it is refused, and nothing is lost.
 */
export async function editEntry(
  work: UnitOfWork,
  input: Input,
): Promise<Static<typeof EntryEdited> | Refusal> {
  const kind = wantedTable(input.table)
  if (isRefusal(kind)) return kind
  const { from, to } = input
  if (to !== undefined && to < from) return tableRefusals.refuse('table.period_reversed', { from, to }, '/to')
  const row = await rowOf(kind, input)
  if (isRefusal(row)) return row
  const refusal = await standsAgainst(work, kind, input, row)
  if (refusal) return refusal
  const edition = editionOn(await editionsOf(work.tx, kind.register), from)
  const written = await changeEntry(work, {
    register: kind.register,
    key: row.key,
    data: row.data,
    from,
    to: to ?? null,
    edition: edition?.edition ?? from.slice(0, 4),
    ...(edition?.year && { year: edition.year }),
    source: input.source,
    reason: withoutIdentityNumbers(input.reason),
    // Of a new entry there is nothing to have seen; one that is added meanwhile is found by it.
    version:
      input.key === undefined ? await versionOf(work.tx, kind.register, row.key) : (input.version ?? ''),
    describe: describeRow,
  })
  if (written === undefined) return tableRefusals.refuse('table.entry_changed', { key: row.key }, '/version')
  return { key: row.key, version: await versionOf(work.tx, kind.register, row.key) }
}

/** What the entry is to say; one without cells ends and has no data. */
async function rowOf(kind: TableKind, { key, cells, from, to, source }: Input): Promise<TableRow | Refusal> {
  if (!cells)
    return key
      ? { key, data: undefined }
      : tableRefusals.refuse('table.entry_unknown', { table: kind.name, key: '' }, '/key')
  const row = await readEntry(kind, { cells, from, to, source })
  if (isRefusal(row) || key === undefined || row.key === key) return row
  const column = kind.columns.find(each => each.isKey)?.name ?? ''
  return tableRefusals.refuse('table.key_fixed', { key, found: row.key }, `/cells/${column}`)
}

/** Why what is asked cannot be done as the entry stands. */
async function standsAgainst(
  work: UnitOfWork,
  kind: TableKind,
  { key, from, to, cells }: Input,
  row: TableRow,
): Promise<Refusal | undefined> {
  const held = await recordsOfKey(work.tx, kind.register, row.key)
  const last = to ?? '9999-12-31'
  const isTrue = held.some(each => each.from <= last && (each.to ?? '9999-12-31') >= from)
  if (key === undefined && isTrue)
    return tableRefusals.refuse('table.entry_exists', { key: row.key }, `/cells/${kind.columns[0]!.name}`)
  if (key !== undefined && held.length === 0)
    return tableRefusals.refuse('table.entry_unknown', { table: kind.name, key }, '/key')
  const isSame = held.some(each => each.from === from && each.to === (to ?? null) && each.isData(row.data))
  if (cells ? isSame : !isTrue) return tableRefusals.refuse('table.entry_same', {}, '/from')
  return undefined
}

/** The edition that a day belongs to: the last that has begun. */
function editionOn(editions: readonly Edition[], day: string): Edition | undefined {
  const begun = editions.filter(each => each.from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))
  return begun[0] ?? editions[0]
}
