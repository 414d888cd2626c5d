import { legalDay } from '@tongqu/kernel/clock'
import { command, type Definition, query, type UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { inWhole } from '../../cover/decimal.ts'
import { coverRefusals } from '../../cover/refusals.ts'
import { askSettled } from '../../cover/store.ts'
import { keepFacts } from '../../deadline/store.ts'
import type { Rulebook } from '../../rules/of-packs.ts'
import * as contract from './contract.ts'
import { givenBill } from './example.ts'
import * as store from './read-store.ts'
import { MONEY_SCALE } from './told.ts'
import { billShown, differenceOf, lineShown } from './view.ts'

const READ = 'customs.tax.read'
const PAGE = 50

/** Calls on tax bills, by the rules of an installation's packs. */
export function billCalls(rules: Rulebook): Definition[] {
  return [
    query({
      name: 'customs.tax.list',
      summary: {
        zh: '电子税单：应征、与规划之差、缴纳期',
        en: 'Tax bills: what is levied, against the plan, and when it is due',
      },
      permission: READ,
      input: contract.ListBills,
      output: contract.BillList,
      verb: 'tax list',
      example: { given: givenBill('T00000001'), input: {} },
      handle: (work, input) => list(work, rules, input),
    }),
    query({
      name: 'customs.tax.read',
      summary: { zh: '一份税单，逐项与规划对照', en: 'A tax bill, line by line beside the plan' },
      permission: READ,
      input: contract.ReadBill,
      output: contract.BillRead,
      refusals: ['tax.not_found'],
      verb: 'tax read <id>',
      example: {
        given: givenBill('T00000002'),
        input: (made: readonly { readonly bills: readonly { readonly id: string }[] }[]) => ({
          id: made[2]!.bills[0]!.id,
        }),
      },
      handle: (work, input) => read(work, rules, input),
    }),
    command({
      name: 'customs.tax.pay',
      summary: { zh: '登记缴款书已缴清', en: 'Enter that a payment order was paid' },
      permission: 'customs.tax.manage',
      input: contract.PayBills,
      output: contract.BillsPaid,
      refusals: ['tax.order_not_found'],
      verb: 'tax pay <order>',
      example: { given: givenBill('T00000003'), input: { order: 'OT00000003', reference: '国库回单 1' } },
      handle: pay,
    }),
  ]
}

async function list(
  work: UnitOfWork,
  rules: Rulebook,
  { state, search, differing = false, after, limit = PAGE }: Static<typeof contract.ListBills>,
): Promise<Static<typeof contract.BillList>> {
  const rows = await store.listBills(work.tx, { state, search, after, limit })
  const wanted = differing ? rows.filter(row => (differenceOf(row) ?? 0n) !== 0n) : rows
  return {
    bills: wanted.map(row => billShown(row, dueOf(rules, row))),
    ...(rows.length === limit && { next: rows.at(-1)!.id }),
  }
}

async function read(
  work: UnitOfWork,
  rules: Rulebook,
  { id }: Static<typeof contract.ReadBill>,
): Promise<Static<typeof contract.BillRead> | Refusal> {
  const row = await store.findBill(work.tx, id)
  if (!row) return coverRefusals.refuse('tax.not_found', {}, '/id')
  const due = dueOf(rules, row)
  const lines = await store.linesOfBill(work.tx, id)
  return {
    ...billShown(row, due),
    lines: lines.map(line => lineShown(line, row.plan)),
    ...(due && { source: due.source }),
  }
}

/** When the tax is paid: so many days after the release, by the rule of that day. */
function dueOf({ parameters }: Rulebook, { released_time: time }: store.ShownBill) {
  if (time === null) return undefined
  const day = `${time.slice(0, 4)}-${time.slice(4, 6)}-${time.slice(6, 8)}`
  const rule = parameters.at(day).get('deadlines.import_tax')
  if (!rule) return undefined
  const { opens, until } = rule.value as unknown as Record<'opens' | 'until', { readonly days: string }>
  return { from: later(day, opens.days), until: later(day, until.days), source: rule.source }
}

const later = (day: string, days: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + Number(days) * 86_400_000).toISOString().slice(0, 10)

async function pay(
  work: UnitOfWork,
  { order, reference }: Static<typeof contract.PayBills>,
): Promise<Static<typeof contract.BillsPaid> | Refusal> {
  const paid = await store.payOrder(work.tx, order, { at: work.now, reference, by: work.actor.account })
  if (paid.length === 0) return coverRefusals.refuse('tax.order_not_found', { order }, '/order')
  const lists = new Map(paid.flatMap(each => (each.declaration ? [[each.declaration, each.party]] : [])))
  await askSettled(
    work.tx,
    [...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, party]) => ({ id, party })),
  )
  if (lists.size > 0)
    await keepFacts(
      work.tx,
      [...lists].map(([id, party_id]) => ({ id, party_id })),
      { what: 'tax_paid', day: legalDay(work.now), note: reference, at: work.now, by: work.actor.account },
    )
  const sum = paid.reduce((all, each) => all + BigInt(each.total ?? '0'), 0n)
  const total = inWhole(sum, MONEY_SCALE)
  work.emit({ type: 'customs.tax.paid', data: { order, reference, bills: paid.length, total } })
  return { order, bills: paid.length, total }
}
