import { systemActor } from '@tongqu/kernel/identity'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exampleBook, exampleLine } from '../book/example.ts'
import { exampleProfile } from '../declaration/example.ts'
import { trader } from '../declaration/testing/ground.ts'
import { exampleBill, exampleEnvelope, exampleState } from '../guarantee/bill/example.ts'
import { must } from '../testing.ts'
import { type CoverGround, coverGround, faults, officer, registered } from './testing.ts'

/*
 * Lists out of a zone that one guarantee and one line of a book cover, and whatever the customs say of them: receipts and
 * tax bills in any order, twice, late. After each round the ledger is what a model says that knows words only: the states
 * of the lists, and what each bill said last. A failure is repeated by its seed (COVER_SEED).
 */

const LISTS = 5
const ROUNDS = 16
const QTY = 2
/** 9.1 % of 210.00. */
const TAX = 19.11
const seed = Number(process.env.COVER_SEED ?? Math.floor(Math.random() * 1e9))
let state = seed
/** A number below `most`; the same for a seed (a linear congruence, good enough to mix). */
const below = (most: number) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
  return (state >> 8) % most
}
const oneOf = <T>(all: readonly T[]): T => all[below(all.length)]!

const database = await testDatabase()
let ground: CoverGround
beforeAll(async () => {
  ground = await coverGround(database.url)
})
afterAll(() => ground.host.stop())

interface Bill {
  vat: number | undefined
  time: number
  level: number
}

it(`moves what the words say and nothing else, seed ${seed}`, async () => {
  const { host } = ground
  const number = 'T4701R000001'
  const profile = {
    ...exampleProfile,
    guarantor: { code: '4201960401', name: '担保' },
    zone: { code: '4201960006', name: '示例保税物流有限公司', book: number },
  }
  await must(host, 'customs.declarant.set', profile, trader)
  const guarantee = await registered(host, '1000', { code: '4201960401' })
  const input = { ...exampleBook(number), party: trader.party }
  const { id: book } = await must<{ id: string }>(host, 'customs.book.register', input, officer)
  await must(host, 'customs.book.addLines', { book, lines: [exampleLine(1, '100')] }, officer)
  const plan = await ground.submit(Array.from({ length: LISTS }, () => ORDER))
  for (const message of await ground.counter.out()) await ground.counter.answer(message, '120')
  await ground.turn()
  const lists = await ground.list(plan)
  expect(lists.map(each => each.state)).toEqual(lists.map(() => 'sent'))

  const bills = new Map<string, Bill>()
  for (let round = 0; round < ROUNDS; round++) {
    const said = Array.from({ length: 1 + below(4) }, () => word(lists, bills))
    for (const one of said) if (below(3) === 0) said.push(one)
    const receipts = said.flatMap(each => ('status' in each ? [each] : []))
    if (receipts.length > 0) await take(receipts)
    for (const each of said)
      if ('xml' in each) await ground.counter.put(`R${round}-${below(1e9)}`, exampleEnvelope(each.xml))
    await ground.turn()
    await ground.settle()
    await compare(plan, bills, { guarantee, book })
  }
  expect(await faults(host)).toEqual([])
}, 120_000)

const ORDER = {
  channel: 'bonded',
  transportMode: 'W',
  paidAmount: (210 + TAX).toFixed(2),
  lines: [
    {
      hsCode: '8516310000',
      name: '电吹风',
      unit: '007',
      origin: 'JP',
      netWeight: '0.8',
      grossWeight: '1.0',
      elements: '家用|1200W|示例牌',
      itemNo: 'A-1',
      bookItemNo: '1',
      qty: String(QTY),
      price: '100.00',
    },
  ],
}

/** How each list ends, where it does: released and rejected at once is for a person. */
const fates = Array.from({ length: LISTS }, () => oneOf([['800', '899'], ['800'], ['100'], ['700']]))
const listNoOf = (n: number) => `47012026I00000070${n}`
type Word =
  | { readonly n: number; readonly number: string; readonly status: string }
  | { readonly xml: string }
let minute = 0
const now = () =>
  `20261124${String(10 + Math.floor(++minute / 60))}${String(minute % 60).padStart(2, '0')}00000`

/** A receipt for a list, a bill for it, or the state of one; the model hears it too. */
function word(lists: readonly { readonly number: string }[], bills: Map<string, Bill>): Word {
  const n = below(LISTS)
  if (below(2) === 0) return { n, number: lists[n]!.number, status: oneOf(['120', '300', ...fates[n]!]) }
  const listNo = listNoOf(n)
  const taxNo = `B${n}${below(2)}`
  const bill = bills.get(`${n} ${taxNo}`) ?? { vat: undefined, time: 0, level: 1 }
  bills.set(`${n} ${taxNo}`, bill)
  const status = oneOf(['1', '1', '2', '3'])
  bill.level = Math.max(bill.level, Number(status))
  const time = now()
  if (below(2) === 0) return { xml: exampleState({ listNo, taxNo, status, time }) }
  const vat = 10 + below(30)
  Object.assign(bill, { vat })
  return { xml: exampleBill({ listNo, taxNo, vat: String(vat), status, time }) }
}

async function take(receipts: readonly Extract<Word, { status: string }>[]) {
  const input = {
    message: '00000000-0000-7000-8000-000000000000',
    kind: 'CEB622',
    name: 'model',
    addressees: [exampleProfile.dxpId],
    receipts: receipts.map(({ n, number, status }) => ({
      kind: 'CEB621',
      key: number,
      status,
      time: now(),
      listNo: listNoOf(n),
    })),
  }
  await must(ground.host, 'customs.receipt.take', input, systemActor('job'))
}

/** What the words come to, reckoned anew from all of them. */
async function compare(
  plan: string,
  bills: ReadonlyMap<string, Bill>,
  of: { readonly guarantee: string; readonly book: string },
) {
  const lists = await ground.list(plan)
  let [held, due, goodsHeld, gone] = [0, 0, 0, 0]
  for (const [n, list] of lists.entries()) {
    expect(list.isContradicted).toBe(false)
    const isDead = list.state === 'rejected' || list.state === 'returned'
    const isOut = list.state === 'released' || list.state === 'concluded'
    if (isOut) gone += QTY
    else if (!isDead) goodsHeld += QTY
    const own = list.listNo
      ? [...bills].filter(([name]) => name.startsWith(`${n} `)).map(([, bill]) => bill)
      : []
    due += own.filter(each => each.level === 2).reduce((sum, each) => sum + (each.vat ?? 0), 0)
    if (isDead) continue
    const isUnknown = own.some(each => each.level < 3 && each.vat === undefined)
    held += own.filter(each => each.level === 1).reduce((sum, each) => sum + (each.vat ?? 0), 0)
    held += own.length === 0 || isUnknown ? TAX : 0
  }
  const money = (amount: number) => amount.toFixed(2)
  expect(await ground.guarantee(of.guarantee)).toMatchObject({
    left: money(1000 - held - due),
    held: money(held),
    due: money(due),
  })
  const { lineList } = await must<{ lineList: object[] }>(
    ground.host,
    'customs.book.read',
    { id: of.book },
    officer,
  )
  expect(lineList).toMatchObject([{ standing: String(100 - gone), held: String(goodsHeld) }])
}
