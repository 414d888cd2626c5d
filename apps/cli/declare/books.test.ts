import { join } from 'node:path'
import { testFolder } from '@tongqu/tools/test/folder'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { running, serving, tongqu } from '../testing.ts'

/*
 * The example books from plan to release, by the command line: the product and the simulated counter are processes of
 * their own, with nothing between them but the drop folder.
 */

const folder = await testFolder()
const data = join(folder, 'data')
const PARTY = '江城示范贸易有限公司'
const TIME = 120_000
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  stops.push(await serving({ TONGQU_DATA: data, PORT: '0', TONGQU_LOG: 'error' }))
  const counter = [
    '--folder',
    join(data, 'counter'),
    '--state',
    join(folder, 'counter'),
    '--scenario',
    'calm',
  ]
  stops.push(await running(data, ['simulate', 'customs', ...counter, '--faster', '1000'], /counter\/out/))
}, TIME)
afterAll(() => Promise.all(stops.map(stop => stop())))

async function call<T>(...args: string[]): Promise<T> {
  const { status, out, err } = await tongqu(data, [...args, '--json'])
  if (status !== 0) throw new Error(`tongqu ${args.join(' ')}: ${err}${out}`)
  return JSON.parse(out) as T
}

interface Status {
  readonly states: readonly { readonly state: string; readonly declarations: number }[]
  readonly waiting: number
}
interface Declared {
  readonly number: string
  readonly orderNo?: string
  readonly orders: number
  readonly mode: string
  readonly state: string
  readonly listNo?: string
  readonly said?: string
}
interface DeclarationRead extends Declared {
  readonly orderNos: readonly string[]
  readonly obstacleList: readonly {
    readonly element: string
    readonly where?: string
    readonly field?: string
    readonly line?: number
  }[]
  readonly records: readonly {
    readonly kind: string
    readonly attempt: number
    readonly message?: string
  }[]
}

/** Plans and submits a book. @returns the plan's number */
async function submitted(book: string): Promise<string> {
  const args = ['--submit', '--party', PARTY, '--date', '2026-11-23']
  return (await call<{ plan: string }>('plan', `examples/${book}.xlsx`, ...args)).plan
}

/** Under way still: they end by themselves. */
const UNDER_WAY: ReadonlySet<string> = new Set([
  'waiting',
  'sending',
  'sent',
  'stored',
  'declaring',
  'declared',
])

/** The declarations of a plan by state, once there are so many and none is under way any more. */
async function settled(plan: string, count: number): Promise<Record<string, number>> {
  for (;;) {
    const { states, waiting } = await call<Status>('declare', 'status', '--plan', plan)
    const total = states.reduce((sum, each) => sum + each.declarations, 0)
    if (total === count && waiting === 0 && !states.some(({ state }) => UNDER_WAY.has(state)))
      return Object.fromEntries(states.map(({ state, declarations }) => [state, declarations]))
  }
}

const listed = async (plan: string): Promise<readonly Declared[]> =>
  (await call<{ declarations: Declared[] }>('declare', 'list', '--plan', plan)).declarations
const read = (number: string) => call<DeclarationRead>('declare', 'read', number)

it(
  'a container of a market: eight orders in two declarations without the lines that leave, three by general trade',
  async () => {
    const plan = await submitted('mixed-container')
    expect(await settled(plan, 5)).toEqual({ released: 5 })
    const declarations = await listed(plan)
    expect(declarations.map(({ mode, orders }) => `${mode} ${orders}`).sort()).toEqual([
      '0110 1',
      '0110 1',
      '0110 1',
      '1039 1',
      '1039 7',
    ])
    const consolidated = declarations.find(({ orders }) => orders === 7)!
    expect(consolidated.listNo).toMatch(/^4701\d{14}$/)
    expect((await read(consolidated.number)).orderNos).toEqual([1, 2, 3, 4, 5, 6, 8].map(n => `HKB-000${n}`))
  },
  TIME,
)

it(
  'a day of a retail importer: of 22 orders 15 have a mode with messages, and all of them are released',
  async () => {
    const plan = await submitted('retail-importer-day')
    expect(await settled(plan, 15)).toEqual({ released: 15 })
    const modes = Map.groupBy(await listed(plan), ({ mode }) => mode)
    expect([...modes].map(([mode, all]) => [mode, all.length]).sort()).toEqual([
      ['0110', 4],
      ['1210', 5],
      ['9610', 6],
    ])
  },
  TIME,
)

it(
  'an overseas warehouse: stock sent there, sold on platforms and beside them; one order of 14 has no mode',
  async () => {
    const plan = await submitted('overseas-warehouse')
    expect(await settled(plan, 13)).toEqual({ released: 13 })
    const sold = (await listed(plan)).find(({ orderNo }) => orderNo === 'OW-006')!
    expect((await read(sold.number)).records.map(({ kind }) => kind).sort()).toEqual(['CEB303', 'DecMessage'])
  },
  TIME,
)

it(
  'a book with mistakes: what drafts need is given, a refused one is corrected, and nobody else is touched',
  async () => {
    const plan = await submitted('with-mistakes')
    expect(await settled(plan, 3)).toEqual({ draft: 3 })
    const drafts = await listed(plan)
    const numberOf = (orderNo: string) => drafts.find(each => each.orderNo === orderNo)!.number
    const first = await read(numberOf('M-001'))
    expect(first.obstacleList.every(({ where, field }) => where === 'book' && field)).toBe(true)
    // Its code stands in no tariff: that is told, and nobody can give it.
    const unknown = await read(numberOf('M-016'))
    expect(unknown.obstacleList).toContainEqual(expect.objectContaining({ where: 'table', field: 'tariff' }))

    const amend = (orderNo: string, gross: string) =>
      call('declare', 'amend', numberOf(orderNo), '--input', JSON.stringify(given(gross)))
    await amend('M-001', '10')
    await amend('M-017', '36')
    expect(await settled(plan, 3)).toEqual({ draft: 1, rejected: 1, released: 1 })
    const refused = await read(numberOf('M-001'))
    expect(refused.said).toContain('净重 32 大于毛重 10')
    const untouched = (await read(numberOf('M-017'))).records

    await amend('M-001', '36')
    expect(await settled(plan, 3)).toEqual({ draft: 1, released: 2 })
    expect((await read(numberOf('M-001'))).records).toMatchObject([{ kind: 'DecMessage', attempt: 2 }])
    expect((await read(numberOf('M-017'))).records).toEqual(untouched)
  },
  TIME,
)

/** What the drafts of the book with mistakes need. */
const given = (grossWeight: string) => ({
  fields: {
    destinationPort: 'ARE018',
    packages: '4',
    port: '4701',
    buyerNationality: 'AE',
    producer: '示例市场采购贸易有限公司',
    transportMode: '2',
    packageKind: '22',
    tradeCountry: 'AE',
    crossingPort: '420003',
    containerNo: 'EXMU1180002',
    containerKind: '11',
  },
  lines: {
    1: { elements: '0|0|示例牌', origin: 'CN', domesticSource: '42019', netWeight: '32', grossWeight },
  },
})
