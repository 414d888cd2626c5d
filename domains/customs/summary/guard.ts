import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import { possible } from '../declaration/life/states.ts'
import type { DeclarationRow, RecordRow } from '../declaration/rows.ts'
import { summaryRefusals } from './refusals.ts'
import { holdSummaries, standingOf } from './store.ts'

/* What a summary holds its lists to. */

/** Forms that no message cancels: the customs reject them, or they stand. */
const NO_CANCELLING: ReadonlySet<string> = new Set(['monthly_summary', 'yard_entry'])

/** Whether something stands in the way of taking a declaration back: a summary that has it, or that it is one itself. */
export async function heldBySummary(
  work: UnitOfWork,
  declaration: Pick<DeclarationRow, 'id' | 'number' | 'party_id' | 'form'>,
  records: readonly Pick<RecordRow, 'role' | 'state'>[],
): Promise<Refusal | undefined> {
  const { id, number, party_id: party, form } = declaration
  if (NO_CANCELLING.has(form)) {
    const isOut = records.some(each => each.role === 'list' && !possible.withdraw.has(each.state))
    return isOut ? summaryRefusals.refuse('summary.with_customs', { number }) : undefined
  }
  if (form !== 'summary') return undefined
  await holdSummaries(work.tx, party)
  const summary = await standingOf(work.tx, id)
  return summary === undefined
    ? undefined
    : summaryRefusals.refuse('summary.list_in_summary', { number, summary })
}
