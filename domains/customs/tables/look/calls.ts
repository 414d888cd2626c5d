import { type Definition, query } from '@tongqu/kernel/command'
import { isRefusal } from '@tongqu/kernel/refusal'
import {
  batchesOf,
  browse,
  countDifferences,
  countRows,
  differences,
  versionOf,
  versionsOf,
} from '@tongqu/register'
import { accountNames } from '../accounts.ts'
import {
  CompareRows,
  ListRows,
  RowChanges,
  RowKey,
  RowList,
  RowVersions,
  TableInfo,
  TableName,
} from '../contract.ts'
import { cellsOf } from '../entry-cells.ts'
import { tableRefusals } from '../refusals.ts'
import { standingOf, wantedTable } from './standing.ts'
import { batchView, changeView, versionView } from './view.ts'

const PAGE = 100
/** Batches that a table's page lists. */
const LISTED = 200

/** Looking into a table: its editions, its rows as at a day, an entry through time, what differs between two days. */
export function lookCalls(): Definition[] {
  return [getCall, rowsCall, rowCall, compareCall]
}

const getCall = query({
  name: 'customs.table.get',
  summary: { zh: '一张表：栏目与历次版本', en: 'A table: its columns, its editions and corrections' },
  permission: 'signed-in',
  input: TableName,
  output: TableInfo,
  refusals: ['table.unknown'],
  example: { input: { table: 'codes.units' } },
  async handle(work, { table }) {
    const kind = wantedTable(table)
    if (isRefusal(kind)) return kind
    const batches = await batchesOf(work.tx, kind.register, LISTED)
    const byOf = await accountNames(
      work.tx,
      batches.map(each => each.account),
    )
    return {
      table: kind.name,
      takes: kind.takes,
      columns: kind.columns.map(({ choices, ...rest }) => ({
        ...rest,
        ...(choices && { choices: [...choices] }),
      })),
      batches: batches.map(batch => batchView(batch, byOf)),
    }
  },
})

const rowsCall = query({
  name: 'customs.table.rows',
  summary: { zh: '表在某日的行', en: 'The rows of a table on a day, as believed now or after a batch' },
  permission: 'signed-in',
  input: ListRows,
  output: RowList,
  refusals: ['table.unknown', 'table.edition_unknown'],
  example: { input: { table: 'codes.units', date: '2026-11-23', search: 'qian ke', limit: 10 } },
  async handle(work, { table, date, known, search, order, after, limit = PAGE }) {
    const kind = wantedTable(table)
    if (isRefusal(kind)) return kind
    const standing = await standingOf(work, kind, { date, known })
    if (isRefusal(standing)) return standing
    const words = (search ?? '').split(/\s+/).filter(Boolean)
    const wanted = { ...standing, words, ...(order && { order }), ...(after && { after }), limit }
    const { records, next } = await browse(work.tx, kind.register, wanted)
    return {
      date: standing.day,
      rows: records.map(({ key, from, to, data }) => ({ key, from, to, cells: cellsOf(data, kind.columns) })),
      ...(after === undefined && { total: await countRows(work.tx, kind.register, wanted) }),
      ...(next && { next }),
    }
  },
})

const rowCall = query({
  name: 'customs.table.row',
  summary: { zh: '一个条目的全部版本', en: 'An entry of a table with all its versions' },
  permission: 'signed-in',
  input: RowKey,
  output: RowVersions,
  refusals: ['table.unknown', 'table.entry_unknown'],
  example: { input: { table: 'codes.units', key: '035' } },
  async handle(work, { table, key }) {
    const kind = wantedTable(table)
    if (isRefusal(kind)) return kind
    const versions = await versionsOf(work.tx, kind.register, key)
    if (versions.length === 0) return tableRefusals.refuse('table.entry_unknown', { table, key }, '/key')
    const byOf = await accountNames(
      work.tx,
      versions.flatMap(({ since, until }) => [since.account, until?.account ?? null]),
    )
    return {
      key,
      version: await versionOf(work.tx, kind.register, key),
      versions: versions.map(version => versionView(version, kind.columns, byOf)),
    }
  },
})

const compareCall = query({
  name: 'customs.table.compare',
  summary: { zh: '两日或两版之间的差异', en: 'What differs in a table between two days or two editions' },
  permission: 'signed-in',
  input: CompareRows,
  output: RowChanges,
  refusals: ['table.unknown', 'table.edition_unknown'],
  example: { input: { table: 'codes.units', date: '2026-01-01', toDate: '2026-11-23' } },
  async handle(work, { table, date, known, toDate, toKnown, kind: only, after, limit = PAGE }) {
    const kind = wantedTable(table)
    if (isRefusal(kind)) return kind
    const a = await standingOf(work, kind, { date, known })
    if (isRefusal(a)) return a
    const b = await standingOf(work, kind, { date: toDate, known: toKnown }, '/toKnown')
    if (isRefusal(b)) return b
    const found = await differences(work.tx, kind.register, {
      a,
      b,
      ...(only && { kind: only }),
      ...(after && { after }),
      limit: limit + 1,
    })
    const page = found.slice(0, limit)
    return {
      counts: await countDifferences(work.tx, kind.register, { a, b }),
      changes: page.map(change => changeView(change, kind.columns)),
      ...(found.length > limit && { next: page.at(-1)!.key }),
    }
  },
})
