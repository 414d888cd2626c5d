import type { Host } from '@tongqu/kernel/host'
import { createLog } from '@tongqu/kernel/log'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { customsHost, must, upload } from '../testing.ts'
import type { OrderDetail, Plan, PlanHead, RefusedList } from './contract.ts'

/*
 * Where identity numbers of a book may stand: sealed in the kernel's one table, and in the stored file itself.
 * Nowhere else: not in a plan, an event, the audit, a log line or a refusal.
 */
const CARD = '420100199001011234'
const OTHER_CARD = '42010019850523456X'
const PASSPORT = 'E87654321'
const OTHER_PASSPORT = 'G11223344'

const line = { hsCode: '8516310000', name: '电吹风', qty: '1', unit: '007', price: '400', origin: 'JP' }
const order = {
  direction: 'import',
  channel: 'b2c',
  country: 'JP',
  currency: 'CNY',
  platform: 'example.shop',
  buyerName: '张三',
  buyerIdType: '1',
}
const BOOK = {
  orders: [
    { ...order, orderNo: 'P-1', platformOrderNo: '1', buyerId: CARD, payerId: OTHER_CARD, lines: [line] },
    { ...order, orderNo: 'P-2', platformOrderNo: '2', buyerId: PASSPORT, buyerIdType: '2', lines: [line] },
    // A card in a column beside its own, and a number that is no text.
    { ...order, orderNo: 'P-3', platformOrderNo: '3', buyerIdType: CARD, lines: [line] },
    {
      ...order,
      orderNo: 'P-4',
      platformOrderNo: '4',
      buyerId: 420100199001011234n.toString().slice(0, 17),
      qty: CARD,
      lines: [{ ...line, qty: OTHER_CARD }],
    },
  ],
}
const CSV = [
  'orderNo,direction,channel,country,currency,platform,platformOrderNo,buyerId,buyerIdType,hsCode,name,qty,unit,price',
  `P-5,import,b2c,JP,CNY,example.shop,5,${PASSPORT},2,3401300000,soap,1,007,30`,
  `P-5,import,b2c,JP,CNY,example.shop,5,${OTHER_PASSPORT},2,3401300000,soap,1,007,30`,
].join('\n')

const trader = someone('00000000-0000-7000-8000-00000000000a', ['customs.plan.*', 'kernel.file.*'])
const database = await testDatabase()
const logged: string[] = []
let host: Host

beforeAll(async () => {
  host = await customsHost(database.url, {
    log: createLog('trace', { write: text => void logged.push(text) }),
  })
})
afterAll(() => host.stop())

async function planOf(name: string, content: string): Promise<Static<typeof Plan>> {
  const file = await upload(host, trader, name, Buffer.from(content))
  const { id } = await must<Static<typeof PlanHead>>(
    host,
    'customs.plan.create',
    { file, date: '2026-11-23' },
    trader,
  )
  await host.settle()
  return must(host, 'customs.plan.get', { id }, trader)
}

/**
 * Every row of every table that the application may read, as text; but for the names of stored files, which are as
 * the person named them, and the packs.
 */
async function everything(): Promise<string> {
  return host.database.transact({ scope: 'system' }, async tx => {
    const tables = await tx.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('kernel', 'customs', 'register') and tablename not in ('file', 'pack') and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')`,
    )
    const texts: string[] = []
    for (const { name } of tables) {
      const [row] = await tx.query<{ text: string | null }>(
        `select string_agg(t::text, '') as text from ${name} t`,
      )
      texts.push(row?.text ?? '')
    }
    expect(tables.length).toBeGreaterThan(15)
    return texts.join('')
  })
}

it('identity numbers of a book stand sealed in one table and nowhere else', async () => {
  const json = await planOf(`张三 ${CARD}.json`, JSON.stringify(BOOK))
  const csv = await planOf('book.csv', CSV)
  expect([json.planned, csv.planned, csv.refused]).toEqual([2, 0, 1])
  expect(json.name).toBe('张三 (identity number).json')
  await must(
    host,
    'customs.plan.override',
    { id: json.id, orderNo: 'P-1', mode: '9610', reason: `for ${CARD}` },
    trader,
  )
  host.log.error({ buyerId: PASSPORT, note: `of ${CARD}` }, 'a line that would tell')
  await host.settle()
  const text = (await everything()) + logged.join('')
  expect(text.includes('张三') && text.includes('customs.plan.overridden')).toBe(true)
  expect(logged.join('')).toContain('a line that would tell')
  expect([CARD, OTHER_CARD, PASSPORT, OTHER_PASSPORT].filter(number => text.includes(number))).toEqual([])
})

it('what is refused in a column of identity numbers says what is wrong, not what was found', async () => {
  const { id } = await planOf('again.csv', CSV)
  const { refused } = await must<Static<typeof RefusedList>>(host, 'customs.plan.refused', { id }, trader)
  expect(refused).toMatchObject([{ orderNo: 'P-5', row: 3, column: 'buyerId', code: 'order.contradiction' }])
  expect(refused[0]!.text.en).toContain('"•••" first (sheet "book.csv", row 2), "•••" here')
})

it('a number that is erased leaves the plan, its events and its audit whole', async () => {
  const { id } = await planOf('erased.json', JSON.stringify({ orders: BOOK.orders.slice(0, 1) }))
  const detail = () =>
    must<Static<typeof OrderDetail>>(host, 'customs.plan.order', { id, orderNo: 'P-1' }, trader)
  const before = await detail()
  const hash = host.identityNumbers.hashOf(CARD)
  expect((before.input as { buyerId: string }).buyerId).toBe(hash)
  const reveal = () =>
    host.database.transact({ scope: 'system' }, tx => host.identityNumbers.reveal(tx, hash))
  expect(await reveal()).toBe(CARD)
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute(
      `update kernel.identity_number set sealed = null, erased_at = $1 where hash = decode($2, 'hex')`,
      [host.clock.now(), hash],
    ),
  )
  expect(await reveal()).toBeUndefined()
  expect(await detail()).toEqual(before)
  await host.seal()
  expect(await must(host, 'kernel.audit.verify', {})).toMatchObject({ whole: true, faults: [] })
})
