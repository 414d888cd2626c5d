import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import { batchesOf, type Standing } from '@tongqu/register'
import { type TableKind, tableKind, tableKinds } from '../kinds.ts'
import { tableRefusals } from '../refusals.ts'

/** The table that a call names. */
export function wantedTable(name: string): TableKind | Refusal {
  return (
    tableKind(name) ??
    tableRefusals.refuse('table.unknown', { table: name, known: [...tableKinds.keys()] }, '/table')
  )
}

/** Batches that may be asked for: a register that is corrected daily keeps years of them. */
export const BATCHES = 2000

/** A day and a batch as a register understands them. @param at where the batch stands in the input */
export async function standingOf(
  work: UnitOfWork,
  { name, register }: TableKind,
  { date, known }: { readonly date?: string | undefined; readonly known?: string | undefined },
  at = '/known',
): Promise<Standing | Refusal> {
  const day = date ?? legalDay(work.now)
  if (known === undefined) return { day }
  const batch = (await batchesOf(work.tx, register, BATCHES)).find(each => each.batch === known)
  if (!batch) return tableRefusals.refuse('table.edition_unknown', { table: name, batch: known }, at)
  return { day, serial: batch.serial }
}
