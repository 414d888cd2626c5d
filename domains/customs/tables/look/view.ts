import type { Text } from '@tongqu/kernel/text'
import type { BatchHead, Edition, KeyChange, Version } from '@tongqu/register'
import type { TableColumn } from '../columns.ts'
import { cellsOf } from '../entry-cells.ts'

/* Registers' rows and batches as callers see them. */

type ByOf = (account: string | null) => { by?: Text }

export function batchView(batch: Edition, byOf: ByOf) {
  const { edition, year, source, from, rows, added, ended, rejected, entry, reason } = batch
  return {
    batch: batch.batch,
    edition,
    year,
    source,
    from,
    importedAt: batch.importedAt.toISOString(),
    ...byOf(batch.account),
    rows,
    added,
    ended,
    rejected,
    ...(entry !== null && { entry }),
    ...(reason !== null && { reason }),
  }
}

function told({ edition, source, importedAt, account, reason }: BatchHead, byOf: ByOf) {
  return {
    edition,
    source,
    importedAt: importedAt.toISOString(),
    ...byOf(account),
    ...(reason !== null && { reason }),
  }
}

/** The source that a row states for itself, where it does. */
function sourceOf(data: unknown): { source?: string } {
  const { source, extra } = data as { source?: string; extra?: { source?: string } }
  const own = source ?? extra?.source
  return own === undefined ? {} : { source: own }
}

export function versionView(version: Version<unknown>, columns: readonly TableColumn[], byOf: ByOf) {
  const { from, to, data, since, until } = version
  return {
    from,
    to,
    cells: cellsOf(data, columns),
    ...sourceOf(data),
    since: told(since, byOf),
    ...(until && { until: told(until, byOf) }),
  }
}

interface Side {
  readonly from: string
  readonly to: string | null
  readonly data: unknown
}

export function changeView(
  { kind, key, before, after }: Omit<KeyChange, 'before' | 'after'> & { before?: Side; after?: Side },
  columns: readonly TableColumn[],
) {
  const side = ({ from, to, data }: Side) => ({ from, to, cells: cellsOf(data, columns), ...sourceOf(data) })
  return { kind, key, ...(before && { before: side(before) }), ...(after && { after: side(after) }) }
}
