import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Static } from 'typebox'
import type { Rulebook } from '../rules/of-packs.ts'
import type { Deadline } from './contract.ts'
import { dayOfStamp } from './days.ts'
import { Deadlines } from './find.ts'
import type { DeadlineRule, Subject } from './rule.ts'
import { doneOf } from './store.ts'
import { deadlineView } from './view.ts'

export type DeadlineRead = Static<typeof Deadline> & { readonly source: string }

/** The deadlines of one declaration, duties first; none before it is released. */
export async function deadlinesOf(
  work: UnitOfWork,
  rules: Pick<Rulebook, 'parameters'>,
  declaration: string,
): Promise<DeadlineRead[]> {
  const deadlines = new Deadlines(rules)
  const found = await doneOf(work.tx, declaration)
  if (!found?.released_time) return []
  const days = new Map([...found.facts, ['released', dayOfStamp(found.released_time)] as const])
  return deadlines
    .rulesAt(dayOfStamp(found.released_time))
    .flatMap(rule => {
      const from = days.get(rule.after)
      if (from === undefined || !isOf(rule.of, found)) return []
      const isDone = days.has(rule.doneBy) || (HELD_HERE[rule.doneBy]?.(found) ?? false)
      const view = deadlineView(rule, deadlines.due(rule, from), legalDay(work.now), isDone)
      return [{ ...view, source: rule.entry.source }]
    })
    .sort((a, b) => order(a) - order(b))
}

/** What is known here without anybody stating it. */
const HELD_HERE: Readonly<Record<string, (of: { is_summed: boolean; is_paid: boolean }) => boolean>> = {
  summary: of => of.is_summed,
  tax_paid: of => of.is_paid,
}

const order = ({ kind }: Pick<DeadlineRule, 'kind'> | { readonly kind: string }) => (kind === 'duty' ? 0 : 1)

interface Released {
  readonly direction: string
  readonly mode: string
  readonly form: string
  readonly has_refund: boolean
}

const isOf = ({ direction, modes, forms, isRefund }: Subject, of: Released): boolean =>
  direction === of.direction &&
  (modes?.includes(of.mode) ?? true) &&
  (forms?.includes(of.form) ?? true) &&
  (of.has_refund || !isRefund)
