import { query, type UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { inUnit } from '../amount.ts'
import { AskStatement, Statement } from '../contract.ts'
import { ledgerRefusals } from '../refusals.ts'
import { findAccount, type ShownAccount } from '../store/account-list.ts'
import { transferNames } from '../store/code.ts'
import { knownNow } from '../store/known.ts'
import { namesOf } from '../store/name.ts'
import { unsafeSeeingAll } from '../store/sight.ts'
import { type Statement as Found, type LineKind, statementOf } from '../store/statement.ts'
import { endOf, startOf } from './moment.ts'
import {
  atText,
  balancesShown,
  balanceText,
  heading,
  headShown,
  instantShown,
  refText,
  standingShown,
  stoodShown,
  unitText,
} from './show.ts'

const LINES = 1000

export const accountStatement = query({
  name: 'ledger.account.statement',
  verb: 'ledger statement <account>',
  summary: {
    zh: '对账单：期初、逐笔变动、期末，按时点与已知位置',
    en: 'Statement: opening, every change, closing; as at an instant, as known at a position',
  },
  permission: 'ledger.account.read',
  input: AskStatement,
  output: Statement,
  refusals: ['ledger.account_unknown'],
  example: {
    given: [{ call: 'ledger.account.open', input: { unit: 'CNY', code: 1, limit: 'debits' } }],
    input: ([opened]: readonly { id: string }[]) => ({ account: opened!.id }),
  },
  async handle(work, input) {
    const account = await findAccount(work.tx, input.account)
    if (!account)
      return ledgerRefusals.refuse('ledger.account_unknown', { account: input.account }, '/account')
    const period = periodOf(work, input)
    if (isRefusal(period)) return period
    const { found, knownAt } = await unsafeSeeingAll(work.tx, () => read(work, input, period))
    return { ...headShown(account), ...(await shown(work, account, period, found)), knownAt }
  },
  view: statementView,
})

type Ask = Static<typeof AskStatement>
type Answer = Static<typeof Statement>

/** What is asked for: after `from`, up to and with `to`; and what of it is left to give. */
interface Asked {
  readonly from: bigint
  readonly to: bigint
  readonly newest: boolean
  readonly after: bigint | undefined
}

function periodOf(work: UnitOfWork, { from, asAt, newest = false, after }: Ask): Asked | Refusal {
  const begin = from === undefined ? 0n : startOf(from, '/from')
  if (isRefusal(begin)) return begin
  const end = endOf(asAt ?? work.now.toISOString(), '/asAt')
  if (isRefusal(end)) return end
  return { from: begin, to: end, newest, after: after === undefined ? undefined : BigInt(after) }
}

async function read(
  work: UnitOfWork,
  { account, knownAt: position, side, code, limit: most = LINES }: Ask,
  { from, to, newest, after }: Asked,
) {
  // What is not placed yet cannot be named: the position that is answered gives the same for ever.
  const head = await knownNow(work.tx)
  const knownAt = Math.min(position ?? head, head)
  const rest = after === undefined ? { from, to } : newest ? { from, to: after - 1n } : { from: after, to }
  const wanted = { most, newest, side, code }
  const found = await statementOf(work.tx, account, rest.from, { at: rest.to, knownAt }, wanted)
  if (after === undefined) return { found, knownAt }
  // A later page begins or ends between two lines; the period that was asked for does not.
  const whole = await statementOf(work.tx, account, from, { at: to, knownAt }, { ...wanted, most: 0 })
  return { found: { ...found, opening: whole.opening, closing: whole.closing }, knownAt }
}

async function shown(work: UnitOfWork, account: ShownAccount, { from, to }: Asked, found: Found) {
  const { opening, closing, lines, more } = found
  const { limit, unit } = account
  const counters = lines.map(line => line.counter_account_id)
  const names = await namesOf(work.tx, [...new Set(counters)])
  const codes = lines.map(line => line.code)
  const reasons = await transferNames(work.tx, unit.kind, codes)
  const turnover = (side: 'debits_posted' | 'credits_posted') =>
    inUnit(closing[side] - opening[side], unit.scale)
  return {
    from: instantShown(from),
    asAt: instantShown(to),
    opening: stoodShown(opening, account),
    turnover: { debits: turnover('debits_posted'), credits: turnover('credits_posted') },
    lines: lines.map(({ counter_account_id: id, amount, timestamp, balances, ...line }) => ({
      ...line,
      ...(reasons.has(line.code) && { codeName: reasons.get(line.code)! }),
      at: instantShown(timestamp),
      timestamp: timestamp.toString(),
      counter: { id, ...names.get(id) },
      amount: amount.toString(),
      inUnit: inUnit(amount, unit.scale),
      balances: balancesShown(balances),
      standing: standingShown(balances, limit, unit.scale),
    })),
    closing: stoodShown(closing, account),
    more,
  }
}

const KINDS: Readonly<Record<LineKind, { readonly zh: string; readonly en: string }>> = {
  transfer: { zh: '转账', en: 'transfer' },
  hold: { zh: '预留', en: 'hold' },
  post: { zh: '预留入账', en: 'hold posted' },
  void: { zh: '预留撤销', en: 'hold voided' },
  expiry: { zh: '预留到期', en: 'hold expired' },
}

function statementView(statement: Answer) {
  const { opening, closing, turnover, lines, knownAt, more } = statement
  const title = refText(statement)
  const isComing = lines.some(line => BigInt(line.standing.coming.replace('.', '')) > 0n)
  return [
    {
      facts: [
        [heading.account, statement.id],
        [heading.name, title === statement.id ? undefined : title],
        [heading.unit, unitText(statement.unit)],
        [{ zh: '期间（北京时间）', en: 'Period (UTC+8)' }, periodText(statement)],
        [{ zh: '已知位置', en: 'As known at' }, knownAt],
        [{ zh: '期初余额', en: 'Opening' }, balanceText(opening.standing)],
      ],
    },
    {
      table: {
        columns: [
          { title: heading.at },
          { title: { zh: '摘要', en: 'What' } },
          { title: { zh: '对方账户', en: 'Counter account' } },
          { title: heading.debit, right: true },
          { title: heading.credit, right: true },
          { title: heading.balance, right: true },
          { title: { zh: '预留变动', en: 'Hold' }, right: true },
          { title: heading.held, right: true },
          ...(isComing ? [{ title: heading.coming, right: true }] : []),
        ],
        rows: lines.map(line => [
          atText(line.at),
          whatText(line),
          refText(line.counter),
          isPosted(line) && line.side === 'debit' ? line.inUnit : undefined,
          isPosted(line) && line.side === 'credit' ? line.inUnit : undefined,
          balanceText(line.standing),
          isPosted(line) ? undefined : `${line.kind === 'hold' ? '+' : '−'}${line.inUnit}`,
          line.standing.held,
          ...(isComing ? [line.standing.coming] : []),
        ]),
        none: { zh: '本期无变动', en: 'Nothing changed' },
      },
    },
    ...(more ? [{ note: moreText(lines.at(-1)?.timestamp) }] : []),
    {
      facts: [
        [{ zh: '借方发生', en: 'Debits posted' }, turnover.debits],
        [{ zh: '贷方发生', en: 'Credits posted' }, turnover.credits],
        [{ zh: '期末余额', en: 'Closing' }, balanceText(closing.standing)],
        [heading.held, closing.standing.held],
        [heading.coming, closing.standing.coming],
        [heading.available, closing.standing.available],
      ],
    },
  ] as const
}

/** Why it moved, and how where it was not posted at once: `出库`, `预留：出库`. */
function whatText({ kind, codeName }: Answer['lines'][number]) {
  const how = KINDS[kind]
  if (!codeName) return how
  return kind === 'transfer' ? codeName : { zh: `${how.zh}：${codeName.zh}`, en: `${how.en}: ${codeName.en}` }
}

/** Whether the line is of what was posted; else of what was held and given back. */
function isPosted({ kind }: Answer['lines'][number]): boolean {
  return kind === 'transfer' || kind === 'post'
}

/** Both ends included: the books count from after `from`. */
function periodText({ from, asAt }: Answer): string {
  const first = new Date(Date.parse(from) + 1).toISOString()
  return from.startsWith('1970') ? `… – ${atText(asAt)}` : `${atText(first)} – ${atText(asAt)}`
}

function moreText(last = '') {
  return { zh: `还有更多，接着列出：--after ${last}`, en: `There is more; go on with --after ${last}` }
}
