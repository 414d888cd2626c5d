import { query } from '@tongqu/kernel/command'
import { isRefusal } from '@tongqu/kernel/refusal'
import { inUnit } from '../amount.ts'
import { HoldList, ListHolds } from '../contract.ts'
import { ledgerRefusals } from '../refusals.ts'
import { findAccount } from '../store/account-list.ts'
import { type ListedHold, listHolds } from '../store/hold-list.ts'
import { type AccountName, namesOf } from '../store/name.ts'
import { unsafeSeeingAll } from '../store/sight.ts'
import { endOf } from './moment.ts'
import { ownParty } from './own-party.ts'
import { atText, heading, instantShown, refText, unitText } from './show.ts'

const PAGE = 200
export const HOLD_STATES = {
  pending: { zh: '未了', en: 'open' },
  posted: { zh: '已入账', en: 'posted' },
  voided: { zh: '已撤销', en: 'voided' },
  expired: { zh: '已到期', en: 'expired' },
} as const

export const holdList = query({
  name: 'ledger.hold.list',
  verb: 'ledger holds',
  summary: {
    zh: '预留：未了的，或某账户已了的',
    en: 'Holds: those that are open, or those of an account that ended',
  },
  permission: 'ledger.account.read',
  input: ListHolds,
  output: HoldList,
  refusals: ['ledger.account_unknown', 'ledger.hold_needs_account'],
  example: { input: {} },
  async handle(work, { account, status = 'pending', dueBefore, after, limit = PAGE }) {
    // Only open holds have an index over all accounts.
    if (!account && status !== 'pending')
      return ledgerRefusals.refuse('ledger.hold_needs_account', {}, '/account')
    if (account && !(await findAccount(work.tx, account)))
      return ledgerRefusals.refuse('ledger.account_unknown', { account }, '/account')
    const due = dueBefore === undefined ? undefined : endOf(dueBefore, '/dueBefore')
    if (isRefusal(due)) return due
    const party = await ownParty(work)
    const filter = { account, party, status, due, after: after === undefined ? undefined : placeOf(after) }
    const found = await unsafeSeeingAll(work.tx, () => listHolds(work.tx, filter, limit + 1))
    const holds = found.slice(0, limit)
    const names = await namesOf(work.tx, [...new Set(holds.flatMap(hold => [hold.debit, hold.credit]))])
    return { holds: holds.map(hold => shown(hold, names)), more: found.length > limit }
  },
  view: ({ holds, more }) => [
    {
      table: {
        columns: [
          { title: heading.at },
          { title: { zh: '预留', en: 'Hold' } },
          { title: heading.why },
          { title: heading.debit },
          { title: heading.credit },
          { title: { zh: '数额', en: 'Amount' }, right: true },
          { title: heading.unit },
          { title: { zh: '到期', en: 'Expires' } },
          { title: { zh: '状态', en: 'State' } },
        ],
        rows: holds.map(hold => [
          atText(hold.at),
          hold.id,
          hold.codeName,
          refText(hold.debit),
          refText(hold.credit),
          hold.inUnit,
          unitText(hold.unit),
          hold.expiresAt && atText(hold.expiresAt),
          HOLD_STATES[hold.status],
        ]),
        none: { zh: '没有预留', en: 'There is no hold' },
      },
    },
    ...(more ? [{ note: moreText(holds.at(-1)!.cursor) }] : []),
  ],
})

/** The cursor of a hold: its timestamp and id. */
function placeOf(cursor: string) {
  const [timestamp, id] = cursor.split(' ') as [string, string]
  return { timestamp: BigInt(timestamp), id }
}

function moreText(cursor: string) {
  return {
    zh: `还有更多，接着列出：--after '${cursor}'`,
    en: `There is more; go on with --after '${cursor}'`,
  }
}

function shown(hold: ListedHold, names: ReadonlyMap<string, AccountName>) {
  const { id, status, debit, credit, unit, amount, code, codeName, timestamp, expiresAt, resolvedAt } = hold
  return {
    id,
    status,
    debit: { id: debit, ...names.get(debit) },
    credit: { id: credit, ...names.get(credit) },
    unit,
    amount: amount.toString(),
    inUnit: inUnit(amount, unit.scale),
    code,
    ...(codeName && { codeName }),
    at: instantShown(timestamp),
    ...(expiresAt !== undefined && { expiresAt: instantShown(expiresAt) }),
    ...(resolvedAt !== undefined && { resolvedAt: instantShown(resolvedAt) }),
    cursor: `${timestamp} ${id}`,
  }
}
