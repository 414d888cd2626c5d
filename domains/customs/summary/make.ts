import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { askTurn } from '../declaration/counter/ask.ts'
import type { Desk } from '../declaration/env.ts'
import { partyOf } from '../declaration/for-party.ts'
import { wrongIn } from '../declaration/form/assemble.ts'
import { type Content, keyOf } from '../declaration/form/kinds.ts'
import { keepDeclarations } from '../declaration/keep.ts'
import { declarationRefusals } from '../declaration/refusals.ts'
import type { DeclarantRow } from '../declaration/rows.ts'
import { declarantOf, takeDeclaration, takeNumbers } from '../declaration/store.ts'
import { settle } from '../declaration/taken.ts'
import type * as contract from './contract.ts'
import { type Firm, type Group, gather } from './gather.ts'
import { digits, firstDay, firstDayAfter, monthBefore } from './month.ts'
import { type MessageRule, partsOfApplication } from './part.ts'
import { summaryRefusals } from './refusals.ts'
import { summaryRule } from './rule.ts'
import * as store from './store.ts'

export const FORM = 'monthly_summary'
const PIECE = 5000

const refuse = summaryRefusals.refuse

/**
 * Applies for the summary of a month: all released lists of the party up to its end that stand in no summary, one
 * application for each office, declaring firm and consignor. All of it commits together or nothing does.
 */
export async function make(
  work: UnitOfWork,
  desk: Desk,
  { month: named, party: word }: Static<typeof contract.OfMonth>,
): Promise<Static<typeof contract.Made> | Refusal> {
  const party = await partyOf(work, word)
  if (party === undefined) return declarationRefusals.refuse('declaration.party_needed')
  const declarant = await declarantOf(work.tx, party)
  if (!declarant) return declarationRefusals.refuse('declaration.no_declarant')
  const month = closedMonth(work, named)
  if (isRefusal(month)) return month
  const declaring = declarant.profile.agent
  if (!declaring) return refuse('summary.no_agent')
  await store.holdSummaries(work.tx, party)
  await putAside(work, party)
  const day = legalDay(work.now)
  const entry = desk.rules.parameters.at(day).get('retail_export.summary')!
  const before = digits(firstDayAfter(month))
  const { groups, blocked } = await gather(work.tx, party, before, summaryRule(entry.value))
  if (groups.length === 0) return refuse('summary.nothing', { month })
  const { id, from, source } = entry
  const making = { party, month, day, declarant, declaring, rule: { id, from, source } }
  const summaries: Static<typeof contract.Made>['summaries'] = []
  for (const group of groups) {
    const made = await makeOne(work, desk, making, group)
    if (isRefusal(made)) return made
    summaries.push(made)
  }
  await askTurn(work)
  return { month, summaries, blocked: blocked.length }
}

/** A month that is over; the one before this where none is named. */
export function closedMonth(work: Pick<UnitOfWork, 'now'>, named: string | undefined): string | Refusal {
  const today = legalDay(work.now)
  const month = named ?? monthBefore(today)
  return month <= monthBefore(today)
    ? month
    : refuse('summary.month_open', { month, from: firstDayAfter(month) }, '/month')
}

/** Lists of rejected parts are free again; the parts are put aside, as somebody has dealt with them. */
async function putAside(work: UnitOfWork, party: string): Promise<void> {
  for (const id of await store.giveBack(work.tx, party, work.now)) {
    const declaration = await takeDeclaration(work.tx, id)
    if (declaration) await settle(work, declaration)
  }
}

interface Making {
  readonly party: string
  readonly month: string
  readonly day: string
  readonly declarant: DeclarantRow
  readonly declaring: Firm
  readonly rule: store.NewSummary['rule']
}

async function makeOne(work: UnitOfWork, desk: Desk, making: Making, group: Group) {
  const { party, month, day, declarant, declaring } = making
  const [number] = (await takeNumbers(work.tx, day, 1)) as [string]
  const message = desk.setting<MessageRule>(day, 'retail_export.summary_message')
  const contents = partsOfApplication(group, { copNo: number, month, declaring }, message)
  const judging = { day, conditions: desk.conditions(day) }
  const codes = await desk.codes(work.tx, day)
  // Parts differ in the numbers of lists alone.
  const [wrong] = wrongIn('CEB701', contents[0]!, { profile: declarant.profile, codes }, judging)
  if (wrong)
    return declarationRefusals.refuse('declaration.still_missing', {
      count: 1,
      first: `CEB701 ${wrong.element}`,
    })
  const [kept] = await keepDeclarations(work, desk, day, [
    {
      number,
      party,
      account: work.actor.account,
      of: undefined,
      mode: '9610',
      form: FORM,
      direction: 'export',
      assembled: { records: contents.map(recordOf), byOthers: [], missing: [], wrong: [], mismatches: [] },
    },
  ])
  await keep(work, making, group, { id: kept!.id, perPart: Number(message.lists_per_part) })
  const { declarations, lists } = group
  work.emit({
    type: 'customs.summary.made',
    record: `customs.declaration/${kept!.id}`,
    data: { number, month, lists: lists.length, declarations: declarations.length },
  })
  return {
    id: kept!.id,
    number,
    office: group.office,
    consignor: group.consignor,
    agent: group.agent,
    lists: lists.length,
    lines: declarations.reduce((sum, each) => sum + each.lines.length, 0),
    declarations: declarations.length,
    parts: contents.length,
    late: lists.filter(each => isLate(each, month)).length,
  }
}

const recordOf = (content: Content) => ({
  kind: 'CEB701' as const,
  role: 'list' as const,
  key: keyOf('CEB701', content),
  content,
})

/** Released in an earlier month than it is summed up for. */
export const isLate = ({ released }: Pick<store.OpenList, 'released'>, month: string): boolean =>
  released < digits(firstDay(month))

async function keep(
  work: UnitOfWork,
  { party, month, rule }: Making,
  { office, consignor, agent, lists, declarations }: Group,
  { id, perPart }: { readonly id: string; readonly perPart: number },
): Promise<void> {
  const lines = declarations.flatMap(({ head, lines: own }, n) =>
    own.map(({ from, no: _, ...line }) => ({
      part: n + 1,
      from,
      content: { head, ...line, lists: listsIn(from) },
    })),
  )
  await store.addSummary(work.tx, {
    id,
    party,
    month: firstDay(month),
    office,
    consignor: consignor.code,
    consignorName: consignor.name,
    agent: agent.code,
    lists: lists.length,
    lines: lines.length,
    declarations: declarations.length,
    rule,
    at: work.now,
  })
  const mergedLines = new Map<string, number[]>(lists.map(each => [each.list_no, []]))
  for (const [n, { from }] of lines.entries())
    for (const source of from) mergedLines.get(source.list)![source.line - 1] = n + 1
  const parts = await store.partsOf(work.tx, id)
  const rows = lists.map(
    (each, n): store.NewSummaryList => ({
      list: each.id,
      record: parts.get(Math.floor(n / perPart) + 1)!,
      listNo: each.list_no,
      released: each.released,
      lines: mergedLines.get(each.list_no)!,
      isLate: isLate(each, month),
      hasRefund: each.has_refund,
    }),
  )
  for (let at = 0; at < rows.length; at += PIECE)
    await store.addLists(work.tx, { id, party }, rows.slice(at, at + PIECE))
  for (let at = 0; at < lines.length; at += PIECE)
    await store.addLines(
      work.tx,
      { id, party },
      lines.slice(at, at + PIECE).map(({ part, content }, n) => ({ line: at + n + 1, part, content })),
    )
}

const listsIn = (from: readonly { readonly list: string }[]): number =>
  new Set(from.map(each => each.list)).size
