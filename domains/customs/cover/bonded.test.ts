import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exampleBook, exampleLine } from '../book/example.ts'
import { bondedOf } from '../book/list/example.ts'
import { trader } from '../declaration/testing/ground.ts'
import { exampleEnvelope } from '../guarantee/bill/example.ts'
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
async function book(opening: string, more: object = {}) {
  const { host } = ground
  const number = `T4701E${String(++books).padStart(6, '0')}`
  const registered = { ...exampleBook(number), party: trader.party }
  const { id } = await must<{ id: string }>(host, 'customs.book.register', registered, officer)
  const lines = [{ ...exampleLine(1, opening), ...more }]
  await must(host, 'customs.book.addLines', { book: id, lines }, officer)
  const standing = async () => {
    const read = await must<{ lineList: Record<string, string>[] }>(
      host,
      'customs.book.read',
      { id },
      officer,
    )
    const { standing, held, left, coming } = read.lineList[0]!
    return { standing, held, left, coming }
  }
  return { id, number, standing }
}

const declare = (number: string, qty: string, direction = 'out') =>
  must<{ id: string; number: string; isDraft: boolean }>(
    ground.host,
    'customs.bonded.declare',
    bondedOf(number, qty, direction),
    trader,
  )

let told = 0
async function tell(xml: string) {
  await ground.counter.put(`B${++told}`, exampleEnvelope(xml))
  await ground.turn()
  await ground.settle()
}
const answered = (number: string, seqNo: string, flag = '0') =>
  `<CommonResponeMessage><SeqNo>${seqNo}</SeqNo><EtpsPreentNo>${number}</EtpsPreentNo><CheckInfo>说明</CheckInfo><DealFlag>${flag}</DealFlag></CommonResponeMessage>`
const judged = (seqNo: string, result: string, minute = 1) =>
  `<Package xmlns="http://www.w3.org/2000/09/xmldsig#"><EnvelopInfo><message_type>INV201</message_type></EnvelopInfo><DataInfo><BussinessData><INV201><HdeApprResult><etpsPreentNo>${seqNo}</etpsPreentNo><businessId>QD470126E00000000${seqNo.slice(-1)}</businessId><manageResult>${result}</manageResult><manageDate>2026-11-23 10:${String(minute).padStart(2, '0')}:00</manageDate></HdeApprResult></INV201></BussinessData></DataInfo></Package>`

it('goods declared out of a book are held, set aside when provisionally written off, and gone when written off', async () => {
  const { number, standing } = await book('10')
  const list = await declare(number, '4')
  expect(list.isDraft).toBe(false)
  expect(await standing()).toEqual({ standing: '10', held: '4', left: '6', coming: '0' })
  await ground.turn()
  const [message] = await ground.counter.out()
  expect(message!.type).toBe('Signature')
  expect(message!.xml).toContain(`<PutrecNo>${number}</PutrecNo>`)
  expect(message!.xml).toMatch(/<PutrecSeqno>1<.*<DclQty>4</s)
  await tell(answered(list.number, 'I20261123000000001'))
  await tell(judged('I20261123000000001', 'Y', 1))
  expect(await ground.read(list.id)).toMatchObject({ state: 'declared', listNo: 'QD470126E000000001' })
  await tell(judged('I20261123000000001', '4', 2))
  expect(await ground.read(list.id)).toMatchObject({ state: 'approved' })
  expect(await standing()).toEqual({ standing: '10', held: '4', left: '6', coming: '0' })
  for (const _ of [1, 2]) await tell(judged('I20261123000000001', '1', 3))
  expect(await ground.read(list.id)).toMatchObject({
    state: 'released',
    coverage: [{ kind: 'book', number, state: 'written_off', line: 1, posted: '4' }],
  })
  expect(await standing()).toEqual({ standing: '6', held: '0', left: '6', coming: '0' })
})

it('goods that come in stand in the book when they are written in, and no more than the line takes', async () => {
  const { number, standing } = await book('10', { most: '12' })
  const list = await declare(number, '2', 'in')
  expect(await standing()).toEqual({ standing: '10', held: '0', left: '10', coming: '2' })
  const over = await declare(number, '1', 'in')
  expect(over.isDraft).toBe(true)
  expect((await ground.read(over.id)).obstacleList).toMatchObject([
    { code: 'book.over_most', text: { en: expect.stringContaining('takes 12 at most: 1 too much') } },
  ])
  await ground.turn()
  await ground.counter.out()
  await tell(answered(list.number, 'I20261123000000002'))
  await tell(judged('I20261123000000002', '1'))
  expect(await standing()).toEqual({ standing: '12', held: '0', left: '12', coming: '0' })
})

it('a list for which the book has not enough waits, goes out when goods have come in, and is corrected when it was refused', async () => {
  const { number, standing } = await book('1')
  const out = await declare(number, '3')
  expect(out.isDraft).toBe(true)
  const into = await declare(number, '2', 'in')
  await ground.turn()
  await ground.counter.out()
  await tell(answered(into.number, 'I20261123000000003'))
  await tell(judged('I20261123000000003', '1'))
  expect(await ground.read(out.id)).toMatchObject({ state: 'sent', obstacles: 0 })
  expect(await standing()).toEqual({ standing: '3', held: '3', left: '0', coming: '0' })
  await ground.counter.out()
  await tell(answered(out.number, 'I20261123000000004'))
  await tell(judged('I20261123000000004', '3'))
  expect(await ground.read(out.id)).toMatchObject({ state: 'rejected' })
  expect(await standing()).toEqual({ standing: '3', held: '0', left: '3', coming: '0' })
  const correct = (qty: string) =>
    ground.host.call('customs.bonded.correct', { id: out.id, ...bondedOf(number, qty) }, trader)
  expect(await correct('4')).toMatchObject({ refusal: { code: 'declaration.not_covered' } })
  expect(await correct('2')).toMatchObject({ output: { isDraft: false } })
  expect(await standing()).toEqual({ standing: '3', held: '2', left: '1', coming: '0' })
})
