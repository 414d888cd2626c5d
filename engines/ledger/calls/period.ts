import { command, query, type UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { inUnit } from '../amount.ts'
import { ClosePeriod, ListPeriods, Period, PeriodList } from '../contract.ts'
import { ledgerRefusals } from '../refusals.ts'
import { closePeriod } from '../store/period.ts'
import { type ListedPeriod, listPeriods, positionsOf } from '../store/period-list.ts'
import { unsafeSeeingAll } from '../store/sight.ts'
import { endOf } from './moment.ts'
import { ownParty } from './own-party.ts'
import { isParty } from './party.ts'
import { atText, heading, instantShown, unitText } from './show.ts'
import { whichUnit } from './which-unit.ts'

const PAGE = 100
const ALL = { zh: '全部', en: 'all' }
const UNDER_WAY = { zh: '进行中', en: 'under way' }
const WATCH = {
  zh: '逐户结账正在后台进行；以 ledger periods 查看',
  en: 'The accounts are being closed one by one; ledger periods shows when it is done',
}

export const closeCall = command({
  name: 'ledger.period.close',
  verb: 'ledger close <unit> <upTo>',
  summary: {
    zh: '结账：某单位全部账户或某主体账户，截至某时刻，不可撤销',
    en: "Close a unit's accounts, or a party's of it, up to an instant; never undone",
  },
  permission: 'ledger.period.close',
  input: ClosePeriod,
  output: Period,
  refusals: [
    'ledger.unit_unknown',
    'ledger.unit_ambiguous',
    'ledger.party_unknown',
    'ledger.period_not_past',
    'ledger.period_not_after',
  ],
  example: { input: { unit: 'CNY', upTo: '2026-01-31' } },
  async handle(work, { unit: named, upTo: text, party: asked }) {
    const unit = await whichUnit(work, named)
    if (isRefusal(unit)) return unit
    const upTo = endOf(text, '/upTo')
    if (isRefusal(upTo)) return upTo
    const own = await ownParty(work)
    const party = asked ?? own
    if ((own && party !== own) || (party && !(await isParty(work, party))))
      return ledgerRefusals.refuse('ledger.party_unknown', {}, '/party')
    const period = await closePeriod(work, { unit: unit.number, party, upTo })
    if (isRefusal(period)) return period
    const [listed] = await listPeriods(work.tx, { id: period.id }, 1)
    return shown(listed!, undefined)
  },
  view: period => [
    {
      facts: [
        [heading.unit, unitText(period.unit)],
        [heading.party, period.partyName ?? period.party ?? ALL],
        [{ zh: '截至（北京时间）', en: 'Up to (UTC+8)' }, atText(period.upTo)],
        [{ zh: '完成', en: 'Done' }, period.closedAt ? atText(period.closedAt) : UNDER_WAY],
        [{ zh: '账户数', en: 'Accounts' }, period.accounts],
      ],
    },
    ...(period.closedAt ? [] : [{ note: WATCH }]),
  ],
})

export const periodList = query({
  name: 'ledger.period.list',
  verb: 'ledger periods',
  summary: { zh: '结账记录及合计', en: 'Closings, with their sums' },
  permission: 'ledger.period.read',
  input: ListPeriods,
  output: PeriodList,
  refusals: ['ledger.unit_unknown', 'ledger.unit_ambiguous'],
  example: { input: {} },
  async handle(work, { unit: named, party, after }) {
    const unit = named === undefined ? undefined : await whichUnit(work, named)
    if (isRefusal(unit)) return unit
    const found = await listPeriods(work.tx, { unit: unit?.number, party, after }, PAGE + 1)
    return { periods: await withPositions(work, found.slice(0, PAGE)), more: found.length > PAGE }
  },
  view: ({ periods, more }) => [
    {
      table: {
        columns: [
          { title: heading.unit },
          { title: heading.party },
          { title: { zh: '截至（北京时间）', en: 'Up to (UTC+8)' } },
          { title: { zh: '完成', en: 'Done' } },
          { title: { zh: '已知位置', en: 'Known at' }, right: true },
          { title: { zh: '账户数', en: 'Accounts' }, right: true },
          { title: heading.debit, right: true },
          { title: heading.credit, right: true },
        ],
        rows: periods.map(period => [
          unitText(period.unit),
          period.partyName ?? period.party ?? ALL,
          atText(period.upTo),
          period.closedAt ? atText(period.closedAt) : UNDER_WAY,
          period.knownAt,
          period.accounts,
          period.totals?.debits_posted,
          period.totals?.credits_posted,
        ]),
        none: { zh: '尚未结账', en: 'Nothing is closed' },
      },
    },
    ...(more ? [{ note: heading.more }] : []),
  ],
})

async function withPositions(work: UnitOfWork, periods: readonly ListedPeriod[]) {
  const ids = periods.map(period => period.id)
  const positions = await unsafeSeeingAll(work.tx, () => positionsOf(work.tx, ids))
  return periods.map(period => shown(period, positions.get(period.id)))
}

function shown(period: ListedPeriod, knownAt: number | undefined): Static<typeof Period> {
  const { id, unit, party, partyName, upTo, askedAt, closedAt, accounts, totals } = period
  const sum = (amount: bigint) => inUnit(amount, unit.scale)
  return {
    id,
    unit,
    ...(party && { party }),
    ...(partyName && { partyName: { ...partyName, en: partyName.en ?? partyName.zh } }),
    upTo: instantShown(upTo),
    askedAt: askedAt.toISOString(),
    ...(closedAt && { closedAt: closedAt.toISOString() }),
    ...(knownAt !== undefined && { knownAt }),
    ...(accounts !== null && { accounts }),
    ...(totals && {
      totals: {
        debits_pending: sum(totals.debits_pending),
        debits_posted: sum(totals.debits_posted),
        credits_pending: sum(totals.credits_pending),
        credits_posted: sum(totals.credits_posted),
      },
    }),
  }
}
