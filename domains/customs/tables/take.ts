import type { UnitOfWork } from '@tongqu/kernel/command'
import type { OpenedFile } from '@tongqu/kernel/files'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { BatchReport, Watch } from '@tongqu/register'
import type { TableKind, TableRead } from './kinds.ts'
import { ALWAYS } from './of-packs.ts'
import { rejectedRows } from './problem-text.ts'
import { readTableFile } from './read-file.ts'
import { tableRefusals } from './refusals.ts'
import { importTable } from './registers.ts'
import type { TariffEdition } from './tariff.ts'

/** A file that is to become what a table says. */
export interface FileToTake {
  readonly kind: TableKind
  readonly edition: TariffEdition
  /** First legal day it speaks for; absent: its edition's first day, or the days that its rows state. */
  readonly from?: string | undefined
  /** SM3 of the file. */
  readonly file: string
}

/** Reads a table's file and closes it. A file without one row that can be taken is refused with the first reason. */
export async function readTable(
  file: OpenedFile,
  kind: TableKind,
  edition: TariffEdition,
): Promise<TableRead | Refusal> {
  try {
    const read = await readTableFile(file, kind, edition)
    if ('text' in read) return tableRefusals.refuse('table.file_refused', { ...read.text })
    if (read.rows.length > 0) return read
    const [first] = rejectedRows(read.problems)
    return tableRefusals.refuse('table.nothing_read', { place: first?.place ?? '1', ...first?.text })
  } finally {
    await file.close()
  }
}

/** The day that a table's file speaks from. */
export function firstDayOf({ from, edition }: Pick<FileToTake, 'from' | 'edition'>): string {
  return from ?? (edition.year ? `${edition.year}-01-01` : ALWAYS)
}

/**
 * Takes a table's file into its register, in the caller's transaction: what the command line's `import` does, and the
 * job that publishes what was checked in the browser.
 */
export async function takeFile(
  work: UnitOfWork,
  opened: OpenedFile,
  taken: FileToTake,
  watch?: Watch,
): Promise<BatchReport | Refusal> {
  const { kind, edition, file } = taken
  const read = await readTable(opened, kind, edition)
  if (isRefusal(read)) return read
  return importTable(work, { kind, edition, from: firstDayOf(taken), read, file }, { watch })
}
