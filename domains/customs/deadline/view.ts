import type { Static } from 'typebox'
import type * as contract from './contract.ts'
import { daysBetween } from './days.ts'
import type { Due } from './due.ts'
import type { DeadlineRule } from './rule.ts'

/** A deadline as callers see it on a day. */
export function deadlineView(
  rule: DeadlineRule,
  { opens, until, isProvisional }: Due,
  today: string,
  isDone = false,
): Static<typeof contract.Deadline> {
  const { id, title, from, source, strength, note } = rule.entry
  return {
    what: rule.what,
    title: { zh: title?.zh ?? rule.what, en: title?.en ?? rule.what },
    kind: rule.kind,
    ...(opens !== undefined && { opens }),
    until,
    isProvisional,
    state: isDone ? 'done' : stateOf(rule, { opens, until }, today),
    daysLeft: daysBetween(today, until),
    rule: { id, from, source, strength, ...(note !== undefined && { note }) },
  }
}

export function stateOf(
  { kind }: Pick<DeadlineRule, 'kind'>,
  { opens, until }: Pick<Due, 'opens' | 'until'>,
  today: string,
): 'coming' | 'due' | 'late' | 'lapsed' {
  if (opens !== undefined && today < opens) return 'coming'
  if (today <= until) return 'due'
  return kind === 'duty' ? 'late' : 'lapsed'
}

type Todo = Static<typeof contract.Listed>['deadlines'][number]['todo']

/** What somebody does about a deadline. */
const DEEDS: Readonly<Record<string, Todo>> = {
  export_summary: {
    text: { zh: '核对本月清单，提交汇总申请', en: 'See the lists of the month, and have them summed up' },
    call: 'customs.summary.make',
  },
  tax_paid: {
    text: { zh: '按税单缴纳后填报已缴', en: 'Pay by the tax bills, then state that it was paid' },
    call: 'customs.deadline.state',
  },
  refund_declared: {
    text: {
      zh: '收汇并向税务机关申报后填报',
      en: 'Collect the money, declare it to the tax office, then state it',
    },
    call: 'customs.deadline.state',
  },
  refund_settled: {
    text: {
      zh: '销售后向税务机关核算，再填报',
      en: 'Settle with the tax office after the sale, then state it',
    },
    call: 'customs.deadline.state',
  },
  return: {
    text: { zh: '期内可以退货', en: 'Goods can be sent back until then' },
    call: 'customs.declaration.return',
  },
}
const MAY: Todo = { text: { zh: '期内可以办理', en: 'It can be done until then' } }

export const todoOf = ({ what, doneBy }: DeadlineRule): Todo => DEEDS[what] ?? DEEDS[doneBy] ?? MAY
