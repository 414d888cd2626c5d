import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { fill } from '@tongqu/kernel/text'
import type { TableKind, TableRead } from '../kinds.ts'
import { rejectedRows } from '../problem-text.ts'
import { tableRefusals } from '../refusals.ts'
import { weighTable } from '../registers.ts'
import { firstDayOf } from '../take.ts'
import * as store from './store.ts'

export const NO_EDITION = { id: '', year: 0, source: '' }
/** Refusals that a preview names; the workbook of refused rows has all. */
const LISTED = 200

/** What a file was found to hold, and what it would change of what the register says now. */
export async function examine(
  work: UnitOfWork,
  speaksFrom: string | null,
  kind: TableKind,
  read: TableRead | Refusal,
): Promise<store.Changes> {
  if (isRefusal(read)) return { state: 'refused', failure: failureOf(read), finished_at: work.now }
  const from = firstDayOf({ from: speaksFrom ?? undefined, edition: NO_EDITION })
  const basis = await store.lastSerial(work.tx, kind.register)
  const weighed = await weighTable(work.tx, { kind, edition: NO_EDITION, from, read })
  const rows = read.problems.filter(each => each.effect === 'refused').map(each => each.row)
  const preview: store.Checked = {
    ...weighed,
    rows: read.rows.length,
    refusedRows: new Set(rows).size,
    refused: rejectedRows(read.problems).slice(0, LISTED),
    noted: read.problems.filter(each => each.effect !== 'refused').length,
  }
  return { state: 'checked', percent: 100, basis, preview }
}

function failureOf({ code, params }: Refusal): store.Failure {
  const { text } = tableRefusals.kinds[code as keyof typeof tableRefusals.kinds]
  return { code, text: { zh: fill(text, 'zh', params), en: fill(text, 'en', params) } }
}
