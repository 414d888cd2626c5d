import { type DeclarationGround, declarationGround } from '@tongqu/customs/declaration/testing/ground'
import type { Scope } from '@tongqu/kernel/db'
import type { Actor } from '@tongqu/kernel/identity'
import { answerOf, someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wallModule } from './index.ts'

interface Part {
  readonly key: string
  readonly values: readonly string[]
  readonly records?: string
}
interface Shown {
  readonly key: string
  readonly value: string
  readonly records: string
  readonly parts: readonly Part[]
}

const ONE = '00000000-0000-7000-8000-00000000000a'
const OTHER = '00000000-0000-7000-8000-00000000000b'
const trades = ['customs.plan.*', 'customs.declaration.*', 'customs.declarant.*', 'kernel.file.*']
const one = someone(ONE, trades)
const other = someone(OTHER, trades)
const within = (scope: Scope, permissions: readonly string[]): Actor => ({
  ...someone('00000000-0000-7000-8000-00000000000c', []),
  grants: new Map(permissions.map(name => [name, scope])),
})
const official = within('office', ['customs.plan.read', 'customs.declaration.read'])

const database = await testDatabase()
let ground: DeclarationGround

/** The figures that somebody sees, by key. */
async function figuresOf(who: Actor, input: Readonly<Record<string, unknown>> = { period: 'week' }) {
  const { figures } = await answerOf<{ figures: Shown[] }>(ground.host.call('wall.figure.read', input, who))
  return Object.fromEntries(figures.map(each => [each.key.replace('customs.', ''), each]))
}

interface Listed {
  readonly declarations: readonly { readonly value?: string; readonly mode: string }[]
  readonly next?: string
}

/** The list behind an address, read to its end as the console reads it. */
async function listBehind(records: string, who: Actor) {
  const search = Object.fromEntries(new URL(records, 'http://console').searchParams)
  const found: Listed['declarations'][number][] = []
  let after: string | undefined
  do {
    const page: Listed = await answerOf<Listed>(
      ground.host.call('customs.declaration.list', { ...search, limit: 2, ...(after && { after }) }, who),
    )
    found.push(...page.declarations)
    after = page.next
  } while (after !== undefined)
  return found
}

const cents = (amount: string | undefined) => BigInt((amount ?? '0.00').replace('.', ''))
const sumOf = (rows: readonly { readonly value?: string }[]) =>
  rows.reduce((sum, { value }) => sum + cents(value), 0n)

beforeAll(async () => {
  ground = await declarationGround(database.url, { modules: services => [wallModule(services)] })
  const { host } = ground
  const profile = await answerOf<{ profile: Record<string, unknown> }>(
    host.call('customs.declarant.read', {}, one),
  )
  await answerOf(host.call('customs.declarant.set', { ...profile.profile, dxpId: 'DXPENT0000000002' }, other))
  const line = (price: string) => ({
    hsCode: '8516310000',
    name: '电吹风',
    qty: '1',
    unit: '007',
    price,
    origin: 'JP',
    netWeight: '0.8',
    grossWeight: '1.0',
    elements: '家用|1200W|示例牌',
    itemNo: 'A-1',
  })
  await ground.submit([{}, { country: 'KR' }, { lines: [line('250.00')] }], one)
  await ground.submit([{ country: 'DE', lines: [line('100.00')] }], other)
}, 120_000)
afterAll(() => ground.host.stop())

describe('figures of what was declared', () => {
  it('are the rows counted by hand: three orders of 400, 400 and 250, from two countries', async () => {
    const { 'declared.value': value, 'declared.count': count, ...figures } = await figuresOf(one)
    expect([value?.value, count?.value]).toEqual(['1050.00', '3'])
    expect(figures['declared.country']?.parts.map(each => [each.key, ...each.values])).toEqual([
      ['JP', '650.00', '0.00', '650.00', '2'],
      ['KR', '400.00', '0.00', '400.00', '1'],
    ])
    expect(figures['declared.mode']?.parts.map(each => [each.key, ...each.values])).toEqual([
      ['9610', '1050.00', '3'],
    ])
    expect(figures['declared.time']?.parts.map(each => each.values)).toEqual([['1050.00', '3']])
    expect(figures['planned.mode']?.value).toBe('3')
  })

  it('are a trader’s own, and an official’s the whole', async () => {
    const values = async (who: Actor) => {
      const figures = await figuresOf(who)
      const minutes = figures['flow.minute']?.value
      return [figures['declared.value']?.value, figures['declared.count']?.value, minutes]
    }
    expect(await values(one)).toEqual(['1050.00', '3', '3'])
    expect(await values(other)).toEqual(['100.00', '1', '1'])
    expect(await values(official)).toEqual(['1150.00', '4', '4'])
  })

  it('agree with the list that each opens onto, in number and in sum', async () => {
    for (const who of [one, other, official]) {
      const figures = await figuresOf(who)
      const { value, records } = figures['declared.value']!
      expect(sumOf(await listBehind(records, who))).toBe(cents(value))
      for (const key of ['count', 'released', 'refused'].map(name => `declared.${name}`))
        expect((await listBehind(figures[key]!.records, who)).length, key).toBe(Number(figures[key]!.value))
      for (const key of ['counter.waiting', 'counter.late', 'counter.contradicted'])
        expect((await listBehind(figures[key]!.records, who)).length, key).toBe(Number(figures[key]!.value))
      for (const key of ['declared.mode', 'declared.country', 'declared.time'])
        for (const { key: of, values, records } of figures[key]!.parts) {
          const rows = await listBehind(records!, who)
          expect([of, rows.length], key).toEqual([of, Number(values.at(-1))])
          expect(sumOf(rows), key).toBe(cents(values[0]))
        }
    }
  })

  it('of a day by the hour, and of days that are over as they were', async () => {
    const today = await figuresOf(one, { period: 'day' })
    expect(today['declared.time']?.parts.every(({ key }) => key.endsWith(':00:00.000Z'))).toBe(true)
    const before = await figuresOf(one, { period: 'month', to: '2020-01-31' })
    expect([before['declared.count']?.value, before['declared.value']?.value]).toEqual(['0', '0.00'])
  })
})

describe('whoever asks for figures', () => {
  it('gets those that a permission grants and no others', async () => {
    const plans = await figuresOf(within('own', ['customs.plan.read']))
    expect(Object.keys(plans)).toEqual(['planned.mode'])
    expect(
      await figuresOf(within('own', ['market.stock.read']), { keys: ['customs.declared.count'] }),
    ).toEqual({})
  })

  it('shares an answer that was kept with nobody of another sight', async () => {
    await figuresOf(official)
    const figures = await figuresOf(other)
    expect(figures['declared.count']?.value).toBe('1')
    const again = await figuresOf(someone(ONE, trades, '00000000-0000-7000-8000-00000000000d'))
    expect(again['declared.count']?.value).toBe('3')
  })
})

it('knows where countries are and what the customs call them', async () => {
  const { places, source } = await answerOf<{
    places: { code: string; name: { zh: string }; longitude: number; latitude: number }[]
    source: string
  }>(ground.host.call('wall.place.list', {}, one))
  const of = (code: string) => places.find(each => each.code === code)
  expect(source).toContain('Natural Earth')
  expect(of('JP')).toEqual({ code: 'JP', name: { zh: '日本', en: 'Japan' }, longitude: 136.9, latitude: 36 })
  expect(of('HK')?.name).toEqual({ zh: '中国香港', en: 'Hong Kong, China' })
  expect(places.length).toBeGreaterThan(200)
})
