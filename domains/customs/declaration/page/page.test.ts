import { systemActor } from '@tongqu/kernel/identity'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, describe, expect, it } from 'vitest'
import { must } from '../../testing.ts'
import type { Listed } from '../contract.ts'
import { declarationGround, trader } from '../testing/ground.ts'
import type { GivenFields, Matched, MessageRead, OrdersDeclared } from './contract.ts'

const { url } = await testDatabase()
const ground = await declarationGround(url)
const { host } = ground
afterAll(() => host.stop())

const clerk = someone(trader.party!, ['customs.declaration.*', 'customs.message.*'])
const ask = <T>(name: string, input: object) => must<T>(host, name, input, clerk)
type Page = Static<typeof Listed>
const numbers = ({ declarations }: Page) => declarations.map(each => each.number)

describe('the page of a declaration', () => {
  it('tells what a draft misses by its name, and what can be given for it', async () => {
    const plan = await ground.submit([{ buyerPhone: '', waybillNo: '' }])
    const [draft] = await ground.list(plan)
    const { obstacleList } = await ground.read(draft!.id)
    expect(obstacleList.map(each => each.title?.zh)).toEqual(expect.arrayContaining(['订购人电话', '运单号']))
    const { order } = await ask<Static<typeof GivenFields>>('customs.declaration.fields', { id: draft!.id })
    const field = (name: string) => order.find(each => each.name === name)!
    expect(field('buyerPhone')).toMatchObject({
      title: { zh: '订购人电话', en: 'Buyer phone' },
      isGiven: false,
    })
    expect(field('buyerPhone').value).toBeUndefined()
    expect(field('port').value).toBe('4701')
    expect(field('buyerId')).toMatchObject({ value: '', isSealed: true })
  })

  it('shows order, payment, waybill and list beside each other and marks what differs', async () => {
    const plan = await ground.submit([
      { grossWeight: '1.0' },
      { payerId: '420100190001019999', payerName: '李四' },
    ])
    const [first, second] = await ground.list(plan)
    const match = (id: string) => ask<Static<typeof Matched>>('customs.declaration.match', { id })
    const whole = await match(first!.id)
    expect(whole.messages.map(each => each.kind)).toEqual(['CEB311', 'CEB411', 'CEB511', 'CEB621'])
    expect(whole.rows.every(row => row.agrees)).toBe(true)
    const orderNo = whole.rows.find(row => row.cells[0]?.element === 'OrderHead.orderNo')!
    expect(new Set(orderNo.cells.map(cell => cell?.value)).size).toBe(1)
    const persons = whole.rows.filter(row => row.isPersonal)
    expect(persons.length).toBeGreaterThan(2)
    expect(persons.flatMap(row => row.cells).some(cell => cell?.value !== undefined)).toBe(false)
    const differing = (await match(second!.id)).rows.filter(row => !row.agrees)
    expect(differing.map(row => row.isPersonal)).toEqual([true])
  })

  it('shows a message without identity numbers, and with them to whoever may: the audit says who', async () => {
    const plan = await ground.submit([{}])
    const [declaration] = await ground.list(plan)
    const { records } = await ground.read(declaration!.id)
    const id = records.find(record => record.kind === 'CEB311')!.message!
    const seen = await ask<Static<typeof MessageRead>>('customs.message.read', { id })
    expect(seen).toMatchObject({
      kind: 'CEB311',
      direction: 'out',
      isMasked: true,
      title: { zh: expect.any(String) },
    })
    expect(seen.xml).toMatch(/<ceb:buyerIdNumber>42\*{14}..</)
    expect(seen.envelope!.sender).toBe('DXPENT0000000001')
    const open = await ask<Static<typeof MessageRead>>('customs.message.open', { id })
    expect(open.xml).toMatch(/<ceb:buyerIdNumber>\d{17}[\dX]</)
    const ran = await host.database.transact({ scope: 'system' }, tx =>
      tx.query<{ n: number }>(
        `select count(*)::int as n from kernel.event where data->>'call' = 'customs.message.open'`,
      ),
    )
    expect(ran[0]!.n).toBe(1)
    const reader = someone(trader.party!, ['customs.message.read'])
    expect((await host.call('customs.message.open', { id }, reader)).kind).toBe('refused')
    const stranger = someone('00000000-0000-7000-8000-0000000000ff', ['customs.message.*'])
    expect((await host.call('customs.message.read', { id }, stranger)).kind).toBe('refused')
  })

  it('says which orders of a plan are declared', async () => {
    const plan = await ground.submit([{}, { buyerPhone: '' }])
    const { declarations } = await ask<Static<typeof OrdersDeclared>>('customs.declaration.ofOrders', {
      plan,
      orders: ['R-1', 'R-2', 'R-3'],
    })
    expect(Object.fromEntries(declarations.map(each => [each.orderNo, each.state]))).toMatchObject({
      'R-2': 'draft',
    })
    expect(declarations).toHaveLength(2)
  })
})

describe('the list of declarations', () => {
  const list = (input: object) => ask<Page>('customs.declaration.list', input)
  const walk = async (input: object) => {
    const found: string[] = []
    for (let after: string | undefined, isFirst = true; isFirst || after; isFirst = false) {
      const page = await list({ ...input, limit: 2, ...(after ? { after } : {}) })
      found.push(...numbers(page))
      after = page.next
    }
    return found
  }

  it('goes on from a key whatever its order, and tells each once', async () => {
    await ground.submit([{}, {}, {}])
    const all = numbers(await list({ limit: 500 }))
    for (const sort of ['state', '-state', 'mode', '-mode', 'changed', '-changed'])
      expect((await walk({ sort })).sort()).toEqual([...all].sort())
    expect(await walk({ sort: '-number' })).toEqual(all)
    expect(await walk({ sort: 'number' })).toEqual([...all].reverse())
    const waiting = await walk({ sort: 'waiting' })
    expect(waiting.sort()).toEqual(numbers(await list({ what: 'waiting', limit: 500 })).sort())
  })

  it('finds by the beginning of a number, and where none begins so by any part of it', async () => {
    const [first] = (await list({ sort: 'number' })).declarations
    expect(numbers(await list({ search: first!.number }))).toEqual([first!.number])
    expect(numbers(await list({ search: first!.number.slice(-4) }))).toContain(first!.number)
    expect(numbers(await list({ search: 'r-1', limit: 500 }))).toContain(first!.number)
    expect(numbers(await list({ search: 'NOBODY' }))).toEqual([])
    expect(await walk({ search: '0000' })).toEqual(numbers(await list({ search: '0000', limit: 500 })))
  })

  it('narrows by state, mode and day', async () => {
    expect((await list({ states: ['draft'] })).declarations.every(each => each.state === 'draft')).toBe(true)
    expect(numbers(await list({ mode: '1039' }))).toEqual([])
    const today = new Date(host.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    expect(numbers(await list({ from: today, to: today, limit: 500 }))).toEqual(
      numbers(await list({ limit: 500 })),
    )
    expect(numbers(await list({ to: '2020-01-01' }))).toEqual([])
  })

  it('is told whole to the installation, and to nobody else’s party', async () => {
    const all = await must<Page>(host, 'customs.declaration.list', { limit: 500 }, systemActor('cli'))
    expect(all.declarations.length).toBeGreaterThan(5)
    const stranger = someone('00000000-0000-7000-8000-0000000000ff', ['customs.declaration.*'])
    expect(numbers(await must<Page>(host, 'customs.declaration.list', {}, stranger))).toEqual([])
  })
})
