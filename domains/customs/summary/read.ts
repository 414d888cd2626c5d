import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { Deadlines } from '../deadline/find.ts'
import { deadlineView } from '../deadline/view.ts'
import type { Desk } from '../declaration/env.ts'
import { partyOf } from '../declaration/for-party.ts'
import { declarationRefusals } from '../declaration/refusals.ts'
import type * as contract from './contract.ts'
import { type Group, gather } from './gather.ts'
import { isLate } from './make.ts'
import { digits, firstDayAfter, lastDay, monthBefore } from './month.ts'
import * as look from './read-store.ts'
import { summaryRefusals } from './refusals.ts'
import { summaryRule } from './rule.ts'
import type { OpenList } from './store.ts'

/* What is read of summaries. */

const SHOWN = 100
const SOURCES = 20

/** What a summary of a month would be: applications, merged lines, what comes late and what cannot go; nothing is kept. */
export async function prepare(
  work: UnitOfWork,
  desk: Desk,
  { month: named, party: word, lines = SHOWN }: Static<typeof contract.Prepare>,
): Promise<Static<typeof contract.Prepared> | Refusal> {
  const party = await partyOf(work, word)
  if (party === undefined) return declarationRefusals.refuse('declaration.party_needed')
  const today = legalDay(work.now)
  const month = named ?? monthBefore(today)
  const rule = summaryRule(desk.setting(today, 'retail_export.summary'))
  const { groups, blocked } = await gather(work.tx, party, digits(firstDayAfter(month)), rule)
  const deadline = deadlineOf(desk, month, today)
  return {
    month,
    isOver: month <= monthBefore(today),
    ...(deadline && { deadline }),
    groups: groups.map(group => groupView(group, month, lines)),
    blocked: blocked.length,
    blockedLists: blocked.slice(0, SHOWN).map(blockedView),
  }
}

function deadlineOf({ rules }: Desk, month: string, today: string) {
  const deadlines = new Deadlines(rules)
  const rule = deadlines.rulesAt(lastDay(month)).find(each => each.what === 'export_summary')
  return rule && deadlineView(rule, deadlines.due(rule, lastDay(month)), today)
}

function groupView(group: Group, month: string, shown: number) {
  const { office, consignor, agent, lists, declarations } = group
  const late = lists.filter(each => isLate(each, month))
  let left = shown
  const merged = declarations.flatMap(({ head, lines }) => {
    const some = lines.slice(0, left).map(({ from, ...line }) => ({
      ...line,
      declared: [...line.declared],
      legal: [...line.legal],
      second: [...line.second],
      from: from.slice(0, SOURCES),
      sources: from.length,
    }))
    left -= some.length
    return some.length > 0 ? [{ head, lines: some }] : []
  })
  return {
    office,
    consignor,
    agent,
    lists: lists.length,
    lines: declarations.reduce((sum, each) => sum + each.lines.length, 0),
    declarations: declarations.length,
    late: late.length,
    merged,
    lateLists: late.slice(0, SHOWN).map(each => ({
      number: each.number,
      listNo: each.list_no,
      releasedOn: dayOf(each.released),
    })),
  }
}

const dayOf = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`

const BLOCKED: Readonly<Record<string, { zh: string; en: string }>> = {
  cancelling: { zh: '正在撤销或退货，结果出来后再汇总', en: 'It is being cancelled: wait for the answer' },
  contradicted: {
    zh: '回执互相矛盾，先向海关核实',
    en: 'Its receipts contradict each other: ask the customs first',
  },
  no_number: { zh: '海关尚未给出清单编号', en: 'The customs have given it no number yet' },
}

function blockedView({ number, list_no: listNo, released, blocked }: OpenList) {
  const reason = blocked ?? ''
  return {
    number,
    ...(listNo !== null && { listNo }),
    releasedOn: dayOf(released),
    reason,
    text: BLOCKED[reason]!,
  }
}

export async function list(
  work: UnitOfWork,
  { month, after, limit = SHOWN }: Static<typeof contract.List>,
): Promise<Static<typeof contract.Listed>> {
  const rows = await look.listSummaries(work.tx, { month, after, limit })
  return {
    summaries: rows.map(summaryView),
    ...(rows.length === limit && { next: rows.at(-1)!.number }),
  }
}

function summaryView(row: look.SummaryRow) {
  return {
    id: row.id,
    number: row.number,
    month: row.month,
    state: row.state,
    stateAt: row.state_at.toISOString(),
    madeAt: row.made_at.toISOString(),
    office: row.office,
    consignor: { code: row.consignor, name: row.consignor_name },
    agent: row.agent,
    lists: row.lists,
    givenBack: row.given_back,
    lines: row.lines,
    declarations: row.declarations,
    ...(row.sum_no !== null && { sumNo: row.sum_no }),
    made: row.made,
    listsDeclared: row.lists_declared,
  }
}

export async function read(
  work: UnitOfWork,
  { id, after = 0, limit = SHOWN }: Static<typeof contract.Read>,
): Promise<Static<typeof contract.SummaryRead> | Refusal> {
  const row = await look.readSummary(work.tx, id)
  if (!row) return summaryRefusals.refuse('summary.not_found', { id }, '/id')
  const parts = await look.partStates(work.tx, row.id)
  const results = await look.resultsOf(work.tx, row.id)
  const lines = await look.linesOf(work.tx, row.id, after, limit)
  return {
    ...summaryView(row),
    rule: row.rule,
    isOtherwise: isAllTold(row) && row.made !== row.declarations,
    parts: parts.map(({ said, ...part }) => ({ ...part, ...(said !== null && { said }) })),
    results: results.map(each => ({
      seqNo: each.seq_no,
      ...(each.entry_id !== null && { entryId: each.entry_id }),
      state: each.state,
      at: each.at,
      grossWeight: each.gross_weight,
      netWeight: each.net_weight,
      lists: each.lists,
      refundLists: each.refund_lists,
    })),
    merged: lines.map(({ line, part, content }) => ({ line, declaration: part, ...content }) as MergedRead),
    ...(lines.length === limit && { next: lines.at(-1)!.line }),
  }
}

/** The customs have told of every list that was not given back. */
const isAllTold = ({ lists, given_back: back, lists_declared: told }: look.SummaryRow) =>
  told > 0 && told >= lists - back

type MergedRead = Static<typeof contract.SummaryRead>['merged'][number]

export async function lists(
  work: UnitOfWork,
  { id, after, limit = SHOWN }: Static<typeof contract.Lists>,
): Promise<Static<typeof contract.ListsRead> | Refusal> {
  const row = await look.readSummary(work.tx, id)
  if (!row) return summaryRefusals.refuse('summary.not_found', { id }, '/id')
  const rows = await look.listsOf(work.tx, row.id, after, limit)
  return {
    lists: rows.map(each => ({
      id: each.id,
      number: each.number,
      listNo: each.list_no,
      releasedOn: each.released_on,
      isLate: each.is_late,
      isGivenBack: each.is_given_back,
      hasRefund: each.has_refund,
      entries: [...each.entries],
    })),
    ...(rows.length === limit && { next: rows.at(-1)!.list_no }),
  }
}

/** Where a list went: the summary that it stands in, and the customs declarations of its lines. */
export async function ofList(
  work: UnitOfWork,
  { list: name }: Static<typeof contract.OfList>,
): Promise<Static<typeof contract.OfListRead> | Refusal> {
  const row = await look.ofList(work.tx, name)
  if (!row) return declarationRefusals.refuse('declaration.not_found', { id: name }, '/list')
  if (row.summary_id === null) return { lines: [], ...(row.has_refund && { refund: REFUND.open }) }
  const told = await look.resultLinesOf(work.tx, row.summary_id, row.list_no)
  const byLine = new Map(told.map(each => [each.line, each]))
  const { number, month, state, is_late: late } = row
  const isTold = row.lines.every((_, n) => byLine.has(n + 1))
  return {
    summary: { id: row.summary_id, number, month, state, isLate: late },
    lines: row.lines.map((merged, n) => {
      const one = byLine.get(n + 1)
      return {
        line: n + 1,
        merged,
        ...(one && { seqNo: one.seq_no }),
        ...(one?.entry_id && { entryId: one.entry_id }),
      }
    }),
    ...(row.has_refund && { refund: isTold ? REFUND.told : REFUND.summed }),
  }
}

/** 清单汇总后以报关单申报退税：清单本身不是退税凭证。 */
const REFUND = {
  open: {
    zh: '清单尚未汇总：退税须凭汇总生成的报关单',
    en: 'It is not summed up yet: the refund needs the customs declaration of the summary',
  },
  summed: {
    zh: '已列入汇总申请，等待海关生成报关单后申报退税',
    en: 'It stands in a summary: the refund waits for the customs declaration made of it',
  },
  told: {
    zh: '以所列报关单号申报退税',
    en: 'The refund is declared under the numbers of these customs declarations',
  },
}
