import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import {
  allRecords,
  type Batch,
  type BatchReport,
  type Days,
  dayAfter,
  type Edition,
  editionsOf,
  importBatch,
  latestEditions,
  type Preview,
  previewOf,
  type Watch,
  weighBatch,
} from '@tongqu/register'
import { describeRow } from './describe.ts'
import type { TableKind, TableRead } from './kinds.ts'
import { tableKinds } from './kinds.ts'
import { makeSet } from './make-set.ts'
import type { OwnTables } from './of-packs.ts'
import { rejectedRows } from './problem-text.ts'
import type { TableSet, TariffInForce } from './set.ts'
import type { TariffEdition, TariffTableRow } from './tariff.ts'

export interface TableImport {
  readonly kind: TableKind
  readonly edition: TariffEdition
  /** First legal day that the edition speaks for. */
  readonly from: string
  readonly read: TableRead
  /** SM3 of the file. */
  readonly file?: string
}

/** Takes a table into its register; `quiet` leaves no batch where it changes nothing. */
export async function importTable(
  work: UnitOfWork,
  table: TableImport,
  { quiet = false, watch }: { readonly quiet?: boolean; readonly watch?: Watch | undefined } = {},
): Promise<BatchReport> {
  return importBatch(work, { ...(await batchOf(work.tx, table)), quiet }, watch)
}

/** What taking a table would change of what stands; nothing is written. */
export async function weighTable(tx: Tx, table: TableImport): Promise<Preview> {
  return previewOf(await weighBatch(tx, await batchOf(tx, table)))
}

/** A table as its register takes it. An edition ends where a later one that is already there begins. */
async function batchOf(tx: Tx, table: TableImport): Promise<Batch> {
  const { kind, edition, read } = table
  const from = kind.takes === 'edition' ? table.from : firstDay(read, table.from)
  const whole = kind.takes === 'addition' ? undefined : await daysOf(tx, kind, from)
  return {
    register: kind.register,
    edition: edition.id,
    ...(edition.year ? { year: edition.year } : {}),
    source: edition.source,
    ...(table.file && { file: table.file }),
    from,
    ...(whole && { whole }),
    rows: read.rows,
    rejected: rejectedRows(read.problems),
    describe: describeRow,
  }
}

async function daysOf(tx: Tx, kind: TableKind, from: string): Promise<Days> {
  if (kind.takes !== 'edition') return { from, to: null }
  const later = (await editionsOf(tx, kind.register)).map(each => each.from).filter(each => each > from)
  return { from, to: later.length > 0 ? dayAfter(later.sort()[0]!, -1) : null }
}

function firstDay(read: TableRead, otherwise: string): string {
  return read.rows.reduce(
    (first, row) => (row.from && row.from < first ? row.from : first),
    read.rows[0]?.from ?? otherwise,
  )
}

/**
 * The tables as the registers hold them now. Of the code tables that order books are read by, the packs' own rows
 * stand below: they know names, and letters of countries, that the official files leave out.
 */
export async function setOfRegisters(tx: Tx, own: OwnTables): Promise<TableSet> {
  const below = (await own()).filter(table => table.kind.name.startsWith('codes.'))
  const loaded = new Map<string, unknown[]>()
  for (const edition of await latestEditions(tx, 'customs.%')) {
    const kind = [...tableKinds.values()].find(each => each.register === edition.register)
    if (!kind || kind.name === 'tariff' || isForeign(kind.name)) continue
    loaded.set(
      kind.name,
      (await allRecords(tx, kind.register)).map(record => dataOf(kind, record)),
    )
  }
  for (const { kind, read } of below)
    if (loaded.has(kind.name))
      loaded.set(kind.name, [...read.rows.map(row => row.data), ...loaded.get(kind.name)!])
  return makeSet({ tariffs: await tariffs(tx), rows: name => loaded.get(name) })
}

/** Code tables that planning does not ask stay where they are. */
function isForeign(name: string): boolean {
  return name.startsWith('codes.') && !['codes.units', 'codes.countries', 'codes.currencies'].includes(name)
}

/** The days of a record are the register's: a later import may have cut them. */
function dataOf(kind: TableKind, record: { from: string; to: string | null; data: unknown }): unknown {
  if (kind.takes === 'edition') return record.data
  const { to: _, ...data } = record.data as { to?: string }
  return { ...data, from: record.from, ...(record.to && { to: record.to }) }
}

async function tariffs(tx: Tx): Promise<TariffInForce[]> {
  const editions = new Map<string, Edition>()
  for (const edition of (await editionsOf(tx, 'customs.tariff')).reverse())
    editions.set(edition.from, edition)
  const records = await allRecords<TariffTableRow>(tx, 'customs.tariff')
  const rows = records.map(({ from, to, data }) => ({ from, ...(to && { to }), row: data }))
  const inOrder = [...editions.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
  return inOrder.map(({ edition, year, source, from }, n) => {
    // An entry that was corrected for part of the edition's days stands in it twice, each with its days.
    const next = inOrder[n + 1]?.from
    return {
      edition: { id: edition, year: year ?? 0, source },
      from,
      rows: rows.filter(
        row => (next === undefined || row.from < next) && (row.to === undefined || row.to >= from),
      ),
    }
  })
}
