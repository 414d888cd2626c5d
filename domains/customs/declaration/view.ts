import { cebStatusOf } from '@tongqu/messages'
import type { Static } from 'typebox'
import { yuan } from '../cover/decimal.ts'
import { shortfallText } from '../cover/shortfall-text.ts'
import type * as contract from './contract.ts'
import { whereToGive } from './form/form.ts'
import { isKind, kindOf } from './form/kinds.ts'
import type { ListRow } from './list-store.ts'
import { elementTitle, kindTitle, titleAt } from './page/titles.ts'
import type { TimelineRow } from './read-store.ts'
import type { Held } from './rows.ts'

/* Rows as callers see them. */

type Text = { zh: string; en: string }

export const splitKey = (key: string): string[] => key.split('\u001f')

/** What stands in the way, one entry each. */
export function obstacles({
  missing,
  wrong,
  mismatches,
  already,
  short = [],
}: Held): Static<typeof contract.Obstacle>[] {
  return [
    ...missing.map(each => ({
      code: 'declaration.missing',
      message: each.message,
      element: each.element,
      elementTitle: elementTitle(each.message, each.element),
      ...(each.order !== undefined && { order: each.order }),
      ...(each.line !== undefined && { line: each.line }),
      where: each.where,
      field: each.field,
      title: titleAt(each.where, each.field),
      text: whereToGive(each),
    })),
    ...wrong.map(each => ({
      code: each.code,
      message: each.message,
      element: each.element,
      elementTitle: elementTitle(each.message, each.element),
      text: { ...each.text },
    })),
    ...mismatches.map(({ code, left, right, line }) => ({
      code,
      message: left.message,
      element: left.element,
      elementTitle: elementTitle(left.message, left.element),
      ...(line !== undefined && { line }),
      field: `${right.message} ${right.element}`,
      text: mismatchText(left, right),
    })),
    ...short.map(each => ({
      code: each.code,
      message: each.message,
      element: each.element,
      ...(each.line !== undefined && { line: each.line }),
      text: shortfallText(each),
    })),
    ...(already === undefined
      ? []
      : [
          {
            code: 'declaration.already',
            message: '',
            element: '',
            field: already,
            text: {
              zh: `同一业务编号已由 ${already} 申报`,
              en: `${already} has already declared under the same numbers`,
            },
          },
        ]),
  ]
}

type Side = Held['mismatches'][number]['left']

function mismatchText(left: Side, right: Side): Text {
  const shown = ({ message, element, value }: Side) =>
    `${message} ${element}${value === undefined ? '' : ` = ${value}`}`
  return {
    zh: `${shown(left)} 与 ${shown(right)} 不一致`,
    en: `${shown(left)} does not agree with ${shown(right)}`,
  }
}

/** What a person does next, by the state. */
const NEXT_STEP: Readonly<Record<string, Text>> = {
  draft: { zh: '补填所缺的资料，再提交', en: 'Give what is missing, then it goes out' },
  rejected: { zh: '按退单原因改正后重新申报', en: 'Correct what the customs says, and it is declared again' },
  failed: { zh: '查看处理异常，改正或重发', en: 'See what went wrong; correct it or send it again' },
  unknown: {
    zh: '不知是否送达：向海关查询，或重发（重复不会产生后果）',
    en: 'It may have arrived: ask the customs, or send it again, which does no harm',
  },
  detained: { zh: '货物被扣留：联系海关', en: 'The goods are detained: speak to the customs' },
  inspected: { zh: '按通知配合查验', en: 'Have the goods ready for inspection' },
}
/** What is made of lists is not corrected: its lists are named again. */
const NEXT_STEP_OF: Readonly<Record<string, Text>> = {
  'monthly_summary rejected': {
    zh: '所列清单可重新汇总：按退单原因处理后再次提交月度汇总',
    en: 'Its lists can be summed up again: see to what the customs say, then apply for the summary anew',
  },
  'yard_entry rejected': {
    zh: '所列包裹可重新申报入库',
    en: 'Its parcels can enter again: see to what the customs say, then tell of them anew',
  },
}
const SHORT: Text = {
  zh: '担保或账册结余不足：增加后自动申报',
  en: 'The guarantee or the book has not enough: it goes out by itself when there is more',
}
const LATE: Text = { zh: '长时间没有回执：查询或重发', en: 'The counter is silent: ask it, or send again' }
const CONTRADICTED: Text = {
  zh: '回执互相矛盾：向海关核实',
  en: 'Receipts contradict each other: ask the customs which holds',
}

function nextStep({ form, state, held }: ListRow): { code: string; text: Text } | undefined {
  if (held?.short && obstacles({ ...held, short: [] }).length === 0) return { code: state, text: SHORT }
  const text = NEXT_STEP_OF[`${form} ${state}`] ?? NEXT_STEP[state]
  return text && { code: state, text }
}

export function declarationHead(row: ListRow, late: Date): Static<typeof contract.Declaration> {
  const isLate = row.waiting_since !== null && row.waiting_since < late
  const todo = row.is_contradicted
    ? { code: 'contradicted', text: CONTRADICTED }
    : isLate
      ? { code: 'late', text: LATE }
      : nextStep(row)
  return {
    id: row.id,
    number: row.number,
    partyId: row.party_id,
    ...(row.party && { party: { zh: row.party.zh, en: row.party.en ?? row.party.zh } }),
    ...(row.plan_number !== null && { plan: row.plan_number }),
    ...(row.plan_id !== null && { planId: row.plan_id }),
    ...(row.order_no !== null && { orderNo: row.order_no }),
    orders: row.orders,
    mode: row.mode,
    form: row.form,
    direction: row.direction,
    ...(row.country !== null && { country: row.country }),
    ...(row.value !== null && { value: yuan(BigInt(row.value)) }),
    ...(row.taxes !== null && { taxes: yuan(BigInt(row.taxes)) }),
    state: row.state,
    stateAt: row.state_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    ...(row.list_no && { listNo: row.list_no }),
    ...(row.waiting_since && { waitingSince: row.waiting_since.toISOString() }),
    isLate,
    isContradicted: row.is_contradicted,
    ...(row.said && { said: row.said }),
    obstacles: row.held ? obstacles(row.held).length : 0,
    ...(todo && { todo }),
  }
}

export function timelineEntry(row: TimelineRow): Static<typeof contract.TimelineEntry> {
  const { at, what, kind, status, time, info, copies, is_late: isLate, message, sm3, signature } = row
  return {
    at: at.toISOString(),
    what,
    kind,
    title: kindTitle(kind),
    ...(status !== null && { status }),
    ...statusText(row),
    ...(time !== null && { time }),
    ...(info !== null && { info }),
    ...(copies !== null && { copies }),
    ...(isLate !== null && { isLate }),
    ...(message !== null && { message }),
    ...(sm3 !== null && { sm3 }),
    ...(signature !== null && { signature }),
  }
}

/** What a receipt's status means; why one is held. */
function statusText({ what, kind, status, info }: TimelineRow): { text?: Text } {
  if (what === 'held' && info !== null) return { text: heldText(info) }
  if (what !== 'receipt' || status === null) return {}
  const { zh, en = zh } = isKind(kind) ? kindOf(kind).meaningOf(status) : cebStatusOf(status).text
  return { text: { zh, en } }
}

/** Why a receipt was held. */
export const HELD: Readonly<Record<string, Text>> = {
  'receipt.not_addressed': { zh: '收件的传输编号不属于本系统的主体', en: 'It is addressed to nobody here' },
  'receipt.unknown_status': { zh: '回执代码不在代码表内', en: 'No table names its code' },
  'receipt.unknown_record': { zh: '没有这份单证', en: 'It answers no record that is known' },
  'receipt.other_party': { zh: '单证属于另一主体', en: 'The record that it answers is another party’s' },
  'receipt.before_number': {
    zh: '回执所引的统一编号尚未分配给任何单证',
    en: 'It names a number that no record has been given yet',
  },
  'receipt.signature_wrong': {
    zh: '签名与内容不符，回执不生效',
    en: 'Its signature does not fit what it says',
  },
  'receipt.signature_absent': { zh: '回执没有签名，而规定须有', en: 'It is not signed, and must be' },
  'receipt.signature_untrusted': {
    zh: '签名证书不在受信任之列',
    en: 'It is signed by a certificate that is not trusted',
  },
  'receipt.signature_expired': {
    zh: '收到时签名证书已不在有效期内',
    en: 'The certificate was not valid when it came in',
  },
  'receipt.before_message': { zh: '回执先于报文到达', en: 'It came before its message went out' },
}

export const heldText = (reason: string): Text => ({ ...(HELD[reason] ?? { zh: reason, en: reason }) })
