import { SimulatedClock } from '@tongqu/kernel/clock'
import { command } from '@tongqu/kernel/command'
import type { Host } from '@tongqu/kernel/host'
import { systemActor } from '@tongqu/kernel/identity'
import { readPack } from '@tongqu/kernel/pack'
import { answerOf, codeOf, someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { Type } from 'typebox'
import { afterAll, describe, expect, it } from 'vitest'
import { ledgerModule } from '../index.ts'
import { idOf } from '../machine/testing/histories.ts'
import { packOf } from '../testing/pack.ts'
import { openAccounts } from './open.ts'
import { type NewUnit, openUnit, unitByCode } from './unit.ts'
import { unitsOfPacks } from './unit-pack.ts'

const Any = Type.Unsafe<NewUnit>({ type: 'object' })
const say = { zh: '测试用', en: 'for tests' }
const common = { summary: say, permission: 'fixture.unit.open', input: Any, example: { input: {} } }

/** As a domain does: a unit of its own, and an account in it. */
const fixture = {
  name: 'fixture',
  calls: [
    command({ ...common, name: 'fixture.unit.open', output: Type.Integer(), handle: openUnit }),
    command({
      ...common,
      name: 'fixture.unit.use',
      output: Type.Unknown(),
      async handle(work, unit) {
        const number = await openUnit(work, unit)
        if (typeof number !== 'number') return number
        return openAccounts(work, [{ id: work.newId(), ledger: number, code: 1 }])
      },
    }),
  ],
}

const firm = someone(idOf('a', 1), ['fixture.unit.open', 'ledger.account.open'])
const stranger = someone(idOf('a', 2), ['fixture.unit.open'])
const database = await testDatabase()
const clock = new SimulatedClock(new Date('2026-03-01T00:00:00Z'), 0)
const hosts: Host[] = []
const start = async (...packs: ReturnType<typeof packOf>[]) => {
  const options = { url: database.url, clock, packs }
  const host = await testHost({ ...options, modules: services => [ledgerModule(services), fixture] })
  hosts.push(host)
  return host
}
const install = (host: Host) => host.call('ledger.unit.install', {}, systemActor('start'))
const host = await start(packOf())
await answerOf(install(host))
afterAll(() => Promise.all(hosts.map(each => each.stop())))

const tea: NewUnit = { kind: 'piece', code: 'tea', scale: 0, name: { zh: '茶', en: 'Tea' } }
const open = (unit: NewUnit, by = firm) => host.call('fixture.unit.open', unit, by)
const listed = async (input: object, by = firm) => {
  type Listed = { units: { number: number; code: string; scale: number }[]; more: boolean }
  return (await answerOf<Listed>(host.call('ledger.unit.list', input, by))).units
}

describe('a unit that a domain opens', () => {
  it('gets a number from 1000 up, and the same one whenever it is asked for again', async () => {
    const first = await answerOf<number>(open(tea))
    expect(first).toBeGreaterThanOrEqual(1000)
    expect(await answerOf(open(tea, stranger))).toBe(first)
    const other = await answerOf<number>(open({ ...tea, kind: 'coupon' }))
    expect(other).toBeGreaterThan(first)
  })

  it('is refused where it exists with another scale', async () => {
    await answerOf(open({ ...tea, code: 'silk' }))
    expect(await codeOf(open({ ...tea, code: 'silk', scale: 3 }))).toBe('ledger.unit_differs')
  })

  it('is one unit however many open it at once', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 30 }, () => answerOf<number>(open({ ...tea, code: 'hot' }))),
    )
    expect(new Set(numbers).size).toBe(1)
    const kept = await host.database.transact({ scope: 'own' }, tx => unitByCode(tx, 'piece', 'hot'))
    expect(kept).toEqual({ ...tea, code: 'hot', number: numbers[0] })
  })

  it('is shown to those who have an account in it and to no other firm', async () => {
    await answerOf(host.call('fixture.unit.use', { ...tea, code: 'secret' }, firm))
    const codes = async (by: typeof firm) => (await listed({ kind: 'piece' }, by)).map(unit => unit.code)
    expect(await codes(firm)).toEqual(['secret'])
    expect(await codes(stranger)).toEqual([])
    const office = { ...stranger, grants: new Map([['*', 'office' as const]]) }
    expect(await codes(office)).toContain('secret')
  })

  it('cannot be of a kind whose units stand in packs, nor malformed', async () => {
    expect(await codeOf(open({ ...tea, kind: 'currency', code: 'XTS' }))).toBe('ledger.unit_of_pack')
    expect(await answerOf(open({ ...tea, kind: 'currency', code: 'CNY', scale: 2 }))).toBe(156)
    for (const wrong of [{ kind: 'Piece' }, { code: '' }, { scale: 19 }, { scale: -1 }])
      expect(await codeOf(open({ ...tea, ...wrong }))).toBe('call.failed')
  })
})

describe('the units of packs', () => {
  it('have their own numbers, scales and days, and are everybody’s', async () => {
    const units = await listed({ kind: 'currency' }, stranger)
    expect(units).toEqual([
      expect.objectContaining({ code: 'CNY', number: 156, scale: 2 }),
      expect.objectContaining({ code: 'HRK', number: 191, to: '2022-12-31' }),
      expect.objectContaining({ code: 'JPY', number: 392, scale: 0 }),
    ])
    expect((await listed({ search: 'yuan' })).map(unit => unit.code)).toEqual(['CNY'])
  })

  it('take accounts only while they are in use, and what is no unit takes none', async () => {
    const account = (unit: string) =>
      codeOf(host.call('ledger.account.open', { unit, code: 1, limit: 'none' }, firm))
    await host.database.transact({ scope: 'system' }, tx =>
      tx.execute(
        `insert into kernel.party (id, kind, name, created_at) values ($1, 'firm', '{"zh": "甲"}', $2)`,
        [firm.party, clock.now()],
      ),
    )
    expect(await account('CNY')).toBe('done')
    expect(await account('currency/HRK')).toBe('ledger.unit_not_in_use')
    expect(await account('999')).toBe('ledger.unit_unknown')
  })

  it('change their names and days with the pack, never number or scale', async () => {
    const header = 'kind,code,number,scale,zh,en,from,to,source,strength\n'
    const renamed = await start(packOf(`${header}currency,CNY,156,2,人民币元,Yuan,,,a test,example\n`))
    expect(await answerOf(install(renamed))).toEqual({ changed: ['currency CNY'] })
    expect(await answerOf(install(renamed))).toEqual({ changed: [] })
    for (const row of ['currency,CNY,156,4', 'currency,CNY,157,2', 'currency,XXA,156,2']) {
      const wrong = await start(packOf(`${header}${row},元,Yuan,,,a test,example\n`))
      expect(await codeOf(install(wrong)), row).toBe('ledger.unit_contradicts')
    }
  })

  it.each([
    ['currency,CNY,156,2,元,Yuan,,', 'source cannot be ""'],
    ['Currency,CNY,156,2,元,Yuan,,,a,b', 'row 2: kind'],
    ['currency,CNY,1156,2,元,Yuan,,,a,b', 'row 2: number'],
    ['currency,CNY,156,x,元,Yuan,,,a,b', 'row 2: scale'],
    ['currency,CNY,156,2,元,Yuan,2026-02-30,,a,b', 'row 2: from'],
    ['currency,A,1,2,元,Yuan,,,a,b\ncurrency,B,1,2,元,Yuan,,,a,b', 'A have the number 1'],
  ])('are refused at the start where a row cannot be: %s', async (row, said) => {
    const header = 'kind,code,number,scale,zh,en,from,to,source,strength\n'
    await expect(unitsOfPacks([packOf(`${header}${row}\n`)])).rejects.toThrow(said)
  })

  it('of the national pack hold every currency that the customs’ sample table names', async () => {
    const pack = await readPack(new URL('../../../packs/cn', import.meta.url).pathname, 'cn')
    const units = new Map((await unitsOfPacks([pack])).map(unit => [unit.code, unit]))
    const codes = pack.files
      .get('tables/currencies.csv')!
      .split('\n')
      .slice(1)
      .map(row => row.split(',')[0]!)
    expect(codes.filter(code => code && !units.has(code))).toEqual([])
    expect([units.get('JPY')!.scale, units.get('KWD')!.scale, units.get('CNY')!.number]).toEqual([0, 3, 156])
  })
})
