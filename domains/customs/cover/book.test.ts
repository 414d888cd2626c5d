import type { Actor } from '@tongqu/kernel/identity'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exampleBook, exampleLine } from '../book/example.ts'
import { exampleProfile } from '../declaration/example.ts'
import { trader } from '../declaration/testing/ground.ts'
import { must } from '../testing.ts'
import { type CoverGround, coverGround, faults, officer } from './testing.ts'

const database = await testDatabase()
let ground: CoverGround
beforeAll(async () => {
  ground = await coverGround(database.url)
})
afterAll(async () => {
  expect(await faults(ground.host)).toEqual([])
  await ground.host.stop()
})

let books = 0
interface Standing {
  readonly standing: string
  readonly held: string
  readonly left: string
}

/** A book of the trader's, which its lists name from now on. */
async function book(opening: string, more: object = {}) {
  const { host } = ground
  const number = `T4701C${String(++books).padStart(6, '0')}`
  const profile = {
    ...exampleProfile,
    zone: { code: '4201960006', name: '示例保税物流有限公司', book: number },
  }
  await must(host, 'customs.declarant.set', profile, trader)
  const { id } = await must<{ id: string }>(
    host,
    'customs.book.register',
    { ...exampleBook(number), party: trader.party, ...more },
    officer,
  )
  const line = exampleLine(1, opening)
  const { lines } = await must<{ lines: { id: string }[] }>(
    host,
    'customs.book.addLines',
    { book: id, lines: [line] },
    officer,
  )
  const standing = async (asAt?: string): Promise<Standing> => {
    const read = await must<{ lineList: Standing[] }>(
      host,
      'customs.book.read',
      { id, ...(asAt && { asAt }) },
      officer,
    )
    const [one] = read.lineList
    return { standing: one!.standing, held: one!.held, left: one!.left }
  }
  return { id, number, line: lines[0]!.id, standing }
}

/** An order out of the zone: its goods stand in the first line of the book. Taxes are 9.1 % of goods and freight. */
const bonded = (qty: number, more: object = {}) => ({
  channel: 'bonded',
  transportMode: 'W',
  paidAmount: ((100 * qty + 10) * 1.091).toFixed(2),
  lines: [{ ...GOODS, qty: String(qty), price: '100.00', ...more }],
})
const GOODS = {
  hsCode: '8516310000',
  name: '电吹风',
  unit: '007',
  origin: 'JP',
  netWeight: '0.8',
  grossWeight: '1.0',
  elements: '家用|1200W|示例牌',
  itemNo: 'A-1',
  bookItemNo: '1',
}

/** Sends what the lists of a plan rest on and answers it; the list itself lies with the counter then. */
async function listOf() {
  for (const message of await ground.counter.out()) await ground.counter.answer(message, '120')
  await ground.turn()
  const [list] = await ground.counter.out()
  return list!
}

it('holds the goods of a list when it goes out and writes them off when it is released, down to the last piece', async () => {
  const { standing, line } = await book('3')
  const plan = await ground.submit([bonded(2), bonded(2), bonded(1)])
  const rows = await ground.list(plan)
  expect(rows.map(row => row.state)).toEqual(['sent', 'draft', 'sent'])
  expect((await ground.read(rows[1]!.id)).obstacleList).toMatchObject([
    {
      code: 'book.short',
      element: 'InventoryList.itemRecordNo',
      line: 1,
      text: { en: expect.stringContaining('has 1 left, 2 needed: 1 missing') },
    },
  ])
  expect(await standing()).toEqual({ standing: '3', held: '3', left: '0' })
  const before = ground.host.clock.now().toISOString()
  await ground.counter.answer(await listOf(), '800')
  await ground.turn()
  await ground.settle()
  expect(await standing()).toEqual({ standing: '0', held: '0', left: '0' })
  expect((await ground.read(rows[0]!.id)).coverage).toMatchObject([
    { kind: 'guarantee', state: 'not_kept_here' },
    { kind: 'book', state: 'written_off', line: 1, asked: '2', posted: '2' },
  ])
  expect(await standing(before)).toEqual({ standing: '3', held: '3', left: '0' })
  const statement = await must<{ moves: object[] }>(ground.host, 'customs.book.statement', { line }, officer)
  expect(statement.moves).toMatchObject([
    { kind: 'transfer', what: { en: 'opening quantity' }, change: '3', left: '3' },
    { kind: 'hold', change: '-2', declaration: rows[0]!.number, line: 1 },
    { kind: 'hold', change: '-1', declaration: rows[2]!.number },
    { kind: 'post', change: '-2', declaration: rows[0]!.number, listNo: '47012026I000000001' },
    { kind: 'post', change: '-1', declaration: rows[2]!.number },
  ])
})

it('gives back what a rejected list held and a cancelled one had written off; what goes back stands in the book again', async () => {
  const { standing } = await book('5')
  const plan = await ground.submit([bonded(2)])
  const list = await listOf()
  await ground.counter.answer(list, '800')
  await ground.turn()
  await ground.settle()
  expect(await standing()).toEqual({ standing: '3', held: '0', left: '3' })
  const [row] = await ground.list(plan)
  const lines = [{ line: 1, qty: '1' }]
  await must(ground.host, 'customs.declaration.return', { id: row!.id, reason: '不合适', lines }, trader)
  await ground.turn()
  const [application] = await ground.counter.out()
  await ground.counter.answer(application!, '399')
  await ground.turn()
  await ground.settle()
  expect(await standing()).toEqual({ standing: '4', held: '0', left: '4' })

  const second = await ground.submit([bonded(3)])
  await ground.counter.answer(await listOf(), '100')
  await ground.turn()
  await ground.settle()
  expect((await ground.list(second))[0]).toMatchObject({ state: 'rejected' })
  expect(await standing()).toEqual({ standing: '4', held: '0', left: '4' })

  const third = await ground.submit([bonded(4)])
  await ground.counter.answer(await listOf(), '120')
  await ground.turn()
  const [last] = await ground.list(third)
  await must(ground.host, 'customs.declaration.cancel', { id: last!.id, reason: '取消' }, trader)
  await ground.turn()
  const [cancelling] = await ground.counter.out()
  expect(await standing()).toEqual({ standing: '4', held: '4', left: '0' })
  await ground.counter.answer(cancelling!, '399')
  await ground.turn()
  await ground.settle()
  expect(await standing()).toEqual({ standing: '4', held: '0', left: '4' })
})

it('a line that is not in the book, counts otherwise or is other goods is an obstacle with both sides', async () => {
  const { number } = await book('9')
  const plan = await ground.submit([
    bonded(1, { bookItemNo: '7' }),
    bonded(1, { bookItemNo: '001' }),
    bonded(1, { bookItemNo: 'A7' }),
  ])
  const rows = await ground.list(plan)
  expect(rows.map(row => row.state)).toEqual(['draft', 'sent', 'draft'])
  const [first] = (await ground.read(rows[0]!.id)).obstacleList
  expect(first).toMatchObject({ code: 'book.no_such_line', text: { en: `The book ${number} has no line 7` } })
})

it('a book of another firm is drawn on by those alone whom the firm has admitted', async () => {
  const owner = someone('00000000-0000-7000-8000-00000000001b', ['customs.book.*'])
  const { id } = await book('9', { party: owner.party })
  const draft = async () => {
    const [row] = await ground.list(await ground.submit([bonded(1)]))
    return (await ground.read(row!.id)).obstacleList.map(each => each.code)
  }
  expect(await draft()).toEqual(['book.not_admitted'])
  await must(ground.host, 'customs.book.admit', { id, party: trader.party }, owner)
  expect(await draft()).toEqual([])
  await must(ground.host, 'customs.book.dismiss', { id, party: trader.party }, owner)
  expect(await draft()).toEqual(['book.not_admitted'])
})

it('enters the difference of a count when somebody else agrees, beside what moved meanwhile', async () => {
  const { id, standing } = await book('10')
  const call = (name: string, input: object, by: Actor = officer) => ground.host.call(name, input, by)
  const count = (counted: string) =>
    must<{ id: string }>(
      ground.host,
      'customs.book.count',
      { book: id, reason: '年度盘点', paper: '报告 1', lines: [{ recordNo: 1, counted }] },
      officer,
    )
  const first = await count('8')
  const same = await call('customs.book.approveCount', { id: first.id })
  expect(same).toMatchObject({ refusal: { code: 'book_count.same_person' } })
  await ground.submit([bonded(9)])
  expect(await standing()).toEqual({ standing: '10', held: '9', left: '1' })
  const other: Actor = { ...officer, account: '00000000-0000-7000-8000-0000000000ff' }
  const held = await call('customs.book.approveCount', { id: first.id }, other)
  expect(held).toMatchObject({ refusal: { code: 'book_count.held', params: { left: '1' } } })
  const second = await count('9.5')
  expect(await call('customs.book.approveCount', { id: second.id }, other)).toMatchObject({
    output: { state: 'approved', lines: [{ expected: '10', counted: '9.5', difference: '-0.5' }] },
  })
  expect(await standing()).toEqual({ standing: '9.5', held: '9', left: '0.5' })
  const stale = await call('customs.book.approveCount', { id: first.id }, other)
  expect(stale).toMatchObject({ refusal: { code: 'book_count.stale' } })
  expect(await call('customs.book.rejectCount', { id: first.id }, other)).toMatchObject({ kind: 'done' })
})
