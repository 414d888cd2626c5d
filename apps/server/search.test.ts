import { Readable } from 'node:stream'
import { exampleBookOf, exampleProfile } from '@tongqu/customs/declaration/example'
import { systemActor } from '@tongqu/kernel/identity'
import { isRefusal } from '@tongqu/kernel/refusal'
import { answerOf, someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeHost } from './testing/ground.ts'

interface Found {
  readonly kinds: readonly {
    readonly kind: string
    readonly hits: readonly {
      readonly number?: string
      readonly title: { zh: string }
      readonly page: string
    }[]
  }[]
}

const OURS = '00000000-0000-7000-8000-0000000000b1'
const THEIRS = '00000000-0000-7000-8000-0000000000b2'
const all = ['customs.*', 'market.*', 'ledger.account.*', 'kernel.file.*', 'kernel.party.read']
const we = someone(OURS, all)
const they = someone(THEIRS, all)

const { url } = await testDatabase()
const host = await wholeHost({ url })
afterAll(() => host.stop())

beforeAll(async () => {
  for (const name of host.registry().modules.flatMap(module => module.atStart ?? []))
    await answerOf(host.call(name, {}, systemActor('start')))
  await host.database.transact({ scope: 'system' }, async tx => {
    for (const [id, name] of [
      [OURS, '武汉汉口北供应链公司'],
      [THEIRS, '义乌小商品贸易公司'],
    ] as const)
      await tx.execute(`insert into kernel.party (id, kind, name, created_at) values ($1, 'firm', $2, $3)`, [
        id,
        JSON.stringify({ zh: name, en: name }),
        new Date('2026-11-23T00:00:00Z'),
      ])
  })
})

const find = async (text: string, actor = we) =>
  (await answerOf<Found>(host.call('kernel.search.find', { text }, actor))).kinds

test('articles, warehouses and declarants are found by Chinese, pinyin and number, each by its own party only', async () => {
  await answerOf(
    host.call(
      'market.article.register',
      { sku: 'NX-36', name: { zh: '女鞋平底', en: 'Flat shoes' }, unit: '025', tracking: 'none' },
      we,
    ),
  )
  await answerOf(host.call('customs.declarant.set', exampleProfile, we))
  await host.index()
  for (const text of ['女鞋', 'nvxie', 'nxpd', 'nx-36', 'NX36', 'flat', 'shoes']) {
    const [first] = await find(text)
    expect(first?.hits[0], text).toMatchObject({ number: 'NX-36', title: { zh: '女鞋平底' } })
    expect(await find(text, they), text).toEqual([])
  }
  const firm = exampleProfile.transmitter.name
  expect((await find(firm)).map(({ kind }) => kind)).toContain('firm')
  expect((await find(firm, they)).map(({ kind }) => kind)).not.toContain('firm')
})

test('a plan and its orders are found by their numbers once they are made, by their own party only', async () => {
  const kept = await host.files.keep(
    Readable.from([Buffer.from(exampleBookOf(1, { orderNo: 'YW-2026-0077' }))]),
    1e6,
  )
  if (isRefusal(kept)) throw new Error(kept.code)
  await answerOf(host.call('kernel.file.store', { ...kept, name: 'book.json' }, we, { uploaded: true }))
  const file = kept.sm3
  const plan = await answerOf<{ id: string; number: string }>(
    host.call('customs.plan.create', { file, date: '2026-11-23' }, we),
  )
  await host.settle()
  await host.index()
  expect((await find(plan.number))[0]).toMatchObject({ kind: 'plan', hits: [{ page: `/plans/${plan.id}` }] })
  const orders = (await find('yw2026')).find(({ kind }) => kind === 'order')
  expect(orders?.hits[0]).toMatchObject({ page: `/plans/${plan.id}?order=YW-2026-0077` })
  for (const text of [plan.number, 'YW-2026-0077', '0077'])
    expect(
      (await find(text, they)).flatMap(({ kind }) => (['plan', 'order'].includes(kind) ? kind : [])),
    ).toEqual([])
  const day = await answerOf<{ started: { page: string }[] }>(host.call('kernel.desk.today', {}, we))
  expect(day.started.map(({ page }) => page)).toContain(`/plans/${plan.id}`)
  const other = await answerOf<{ started: unknown[] }>(host.call('kernel.desk.today', {}, they))
  expect(other.started).toEqual([])
})

test('rules and rows of the letter are found by whoever comes', async () => {
  const kinds = (await find('xiane')).map(({ kind }) => kind)
  expect(kinds).toContain('rule')
  expect((await find('134')).find(({ kind }) => kind === 'letter')?.hits[0]?.page).toBe('/letter#row-134')
})
