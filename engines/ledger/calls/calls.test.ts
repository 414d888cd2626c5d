import { SimulatedClock } from '@tongqu/kernel/clock'
import { command, type Definition, type View } from '@tongqu/kernel/command'
import type { Host } from '@tongqu/kernel/host'
import { systemActor } from '@tongqu/kernel/identity'
import { answerOf, codeOf, someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerModule } from '../index.ts'
import { type NewTransfer, TransferFlags } from '../machine/index.ts'
import { idOf } from '../machine/testing/histories.ts'
import { type Chart, nameCodes } from '../store/code.ts'
import { asInput, groundModule } from '../testing/ground.ts'
import { packOf } from '../testing/pack.ts'

const chart: Chart = {
  owner: 'market.sale',
  kind: 'currency',
  accounts: { 1: { zh: '应收', en: 'receivable' } },
  transfers: { 1: { zh: '销售', en: 'sale' } },
}
const name = command({
  name: 'charts.code.name',
  summary: { zh: '测试用', en: 'for tests' },
  permission: 'charts.code.name',
  input: Type.Unsafe<Chart>({ type: 'object' }),
  output: Type.Unknown(),
  example: { input: {} },
  handle: async (work, input) => (await nameCodes(work, input)) ?? {},
})
const charts = { name: 'charts', calls: [name] }
const reads = ['ledger.account.read', 'ledger.account.open', 'ledger.period.read']
const [ours, theirs] = [idOf('a', 1), idOf('a', 2)]
const firm = someone(ours, ['fixture.post', ...reads])
const namer = someone(ours, ['charts.code.name'])
const buyer = someone(theirs, reads)
const grants = new Map(['ledger.*', 'fixture.*'].map(name => [name, 'office' as const]))
const finance = { ...someone(idOf('a', 3), []), grants }
const clock = new SimulatedClock(new Date('2026-03-10T02:00:00Z'), 0)
const database = await testDatabase()
let host: Host

const [shop, bank, purse] = [idOf('b', 1), idOf('b', 2), idOf('b', 3)]
const ask = <T>(call: string, input: object, by = firm) => answerOf<T>(host.call(`ledger.${call}`, input, by))
const refusedFor = (call: string, input: object, by = firm) => codeOf(host.call(`ledger.${call}`, input, by))
const post = (transfers: NewTransfer[]) =>
  answerOf(host.call('fixture.transfer.post', asInput(transfers), firm)).then(() => host.settle())
const move = (n: number, amount: bigint, more: Partial<NewTransfer> = {}): NewTransfer => ({
  id: idOf('a', 100 + n),
  debit_account_id: bank,
  credit_account_id: shop,
  amount,
  ledger: 156,
  code: 1,
  ...more,
})

beforeAll(async () => {
  const modules: Parameters<typeof testHost>[0]['modules'] = services => [
    ledgerModule(services),
    groundModule,
    charts,
  ]
  host = await testHost({ url: database.url, clock, modules, packs: [packOf()] })
  await ask('unit.install', {}, { ...systemActor('start'), account: idOf('a', 9) } as never)
  await host.database.transact({ scope: 'system' }, async tx => {
    for (const [id, name] of [
      [ours, '甲公司'],
      [theirs, '乙公司'],
    ])
      await tx.execute(`insert into kernel.party (id, kind, name, created_at) values ($1, 'firm', $2, $3)`, [
        id,
        JSON.stringify({ zh: name, en: name }),
        clock.now(),
      ])
  })
  await answerOf(host.call('charts.code.name', chart, namer))
  const label = { zh: '货款', en: 'Sales' }
  const accounts = [
    { id: shop, ledger: 156, code: 1, flags: 2, party_id: ours, label, record: 'market.shop/7' },
    { id: bank, ledger: 156, code: 2, party_id: ours },
    { id: purse, ledger: 156, code: 2, party_id: theirs, label: { zh: '乙的钱', en: 'Theirs' } },
  ]
  await answerOf(host.call('fixture.account.open', asInput(accounts), finance))
  await post([move(1, 12_345n), move(2, 300n, { debit_account_id: shop, credit_account_id: purse })])
  clock.set(new Date('2026-03-20T02:00:00Z'))
  await post([
    move(3, 1000n, {
      debit_account_id: shop,
      credit_account_id: purse,
      flags: TransferFlags.pending,
      timeout: 60,
    }),
    move(4, 50n, { flags: TransferFlags.pending }),
    move(5, 70n, { flags: TransferFlags.pending }),
  ])
  clock.set(new Date('2026-03-21T02:00:00Z'))
  await post([
    {
      id: idOf('a', 106),
      pending_id: idOf('a', 105),
      amount: 0n,
      flags: TransferFlags.void_pending_transfer,
    },
  ])
})
afterAll(() => host.stop())

interface Listed {
  readonly accounts: { readonly id: string; readonly label?: object; readonly standing: object }[]
  readonly more: boolean
}

describe('accounts', () => {
  const ids = async (input: object, by = firm) =>
    (await ask<Listed>('account.list', input, by)).accounts.map(account => account.id)

  it('are listed with their names and in their unit', async () => {
    const { accounts } = await ask<Listed>('account.list', {})
    expect(accounts[0]).toMatchObject({
      id: shop,
      label: { zh: '货款', en: 'Sales' },
      record: 'market.shop/7',
      codeName: { zh: '应收', en: 'receivable' },
      partyName: { zh: '甲公司', en: '甲公司' },
      unit: { code: 'CNY', scale: 2 },
      limit: 'debits',
      balances: {
        credits_posted: '12345',
        debits_posted: '300',
        debits_pending: '1000',
        credits_pending: '50',
      },
      standing: { side: 'credit', balance: '120.45', held: '10.00', coming: '0.50', available: '110.45' },
    })
  })

  it('are found by unit, code, party and record, each party its own', async () => {
    expect(await ids({})).toEqual([shop, bank])
    expect(await ids({ unit: 'currency/CNY', code: 2 })).toEqual([bank])
    expect(await ids({ record: 'market.shop/7' })).toEqual([shop])
    expect(await ids({ unit: 'JPY' })).toEqual([])
    expect(await ids({ party: theirs })).toEqual([])
    expect(await ids({ party: theirs }, finance)).toEqual([purse])
    expect(await ids({ writer: 'another/shard' }, finance)).toEqual([])
    expect(await refusedFor('account.list', { unit: 'BTC' })).toBe('ledger.unit_unknown')
  })

  it('go on after the last one given', async () => {
    const first = await ask<Listed>('account.list', { limit: 2 }, finance)
    expect([first.accounts.map(account => account.id), first.more]).toEqual([[shop, bank], true])
    const rest = await ask<Listed>('account.list', { limit: 2, after: bank }, finance)
    expect([rest.accounts.map(account => account.id), rest.more]).toEqual([[purse], false])
  })

  it('are read one by one, by those who may see them', async () => {
    expect(await ask('account.read', { account: bank })).toMatchObject({
      limit: 'none',
      standing: { side: 'debit', balance: '123.45' },
    })
    expect(await refusedFor('account.read', { account: bank }, buyer)).toBe('ledger.account_unknown')
  })
})

describe('a statement', () => {
  interface Line {
    readonly id: string
    readonly timestamp: string
    readonly counter: { readonly id: string; readonly label?: object }
  }
  const lines = async (input: object, by = firm) =>
    (await ask<{ lines: Line[]; more: boolean }>('account.statement', { account: shop, ...input }, by)).lines

  it('takes legal days, each whole', async () => {
    const march10 = await ask<object>('account.statement', {
      account: shop,
      from: '2026-03-10',
      asAt: '2026-03-10',
    })
    expect(march10).toMatchObject({
      opening: { standing: { balance: '0.00' } },
      turnover: { debits: '3.00', credits: '123.45' },
      closing: { standing: { balance: '120.45' } },
    })
    expect(await lines({ from: '2026-03-11', asAt: '2026-03-19' })).toEqual([])
    expect(await refusedFor('account.statement', { account: shop, asAt: '2026-02-30' })).toBe('input.invalid')
    expect(await refusedFor('account.statement', { account: shop, asAt: '2026-13-01T00:00:00Z' })).toBe(
      'input.invalid',
    )
  })

  it('goes on after the last line given, in either order, over all of its lines', async () => {
    for (const newest of [false, true]) {
      const all = await lines({ newest })
      const paged: Line[] = []
      for (;;) {
        const after = paged.at(-1)?.timestamp
        const page = await lines({ newest, limit: 2, ...(after && { after }) })
        if (page.length === 0) break
        paged.push(...page)
      }
      expect(paged).toEqual(all)
      expect(all).toHaveLength(6)
    }
  })

  it('names the other account only to those who may see it', async () => {
    const counters = async (by: typeof firm) => (await lines({ side: 'debit' }, by)).map(line => line.counter)
    expect(await counters(firm)).toEqual([{ id: purse }, { id: purse }])
    expect((await counters(finance))[0]).toEqual({ id: purse, label: { zh: '乙的钱', en: 'Theirs' } })
  })

  it('is shown to a person with its unit, decimals and both languages', async () => {
    const answer = await ask<object>('account.statement', { account: shop })
    const text = JSON.stringify(viewOf('ledger.account.statement', answer))
    for (const word of [
      '"en":"sale"',
      '预留：销售',
      '贷 120.45',
      '120.45 Cr',
      '+10.00',
      '−0.70',
      'Chinese yuan CNY',
      '2026-03-10 10:00:00',
    ])
      expect(text).toContain(word)
  })
})

describe('holds', () => {
  interface Holds {
    readonly holds: { readonly id: string; readonly inUnit: string; readonly cursor: string }[]
    readonly more: boolean
  }
  const ids = async (input: object, by = firm) =>
    (await ask<Holds>('hold.list', input, by)).holds.map(hold => hold.id)
  const [dated, undated, voided] = [idOf('a', 103), idOf('a', 104), idOf('a', 105)]

  it('that are open are listed to those whose accounts they are on', async () => {
    expect(await ids({})).toEqual([dated, undated])
    expect(await ids({}, buyer)).toEqual([dated])
    expect(await ids({ account: purse }, finance)).toEqual([dated])
    expect(await ids({ account: bank })).toEqual([undated])
    expect(await refusedFor('hold.list', { account: bank }, buyer)).toBe('ledger.account_unknown')
    const [first] = (await ask<Holds>('hold.list', {})).holds
    expect(first).toMatchObject({
      inUnit: '10.00',
      debit: { id: shop, label: { zh: '货款' } },
      credit: { id: purse },
    })
  })

  it('are found by their end and by when they are due', async () => {
    expect(await ids({ account: shop, status: 'voided' })).toEqual([voided])
    expect(await ids({ account: shop, status: 'posted' })).toEqual([])
    expect(await refusedFor('hold.list', { status: 'voided' })).toBe('ledger.hold_needs_account')
    expect(await ids({ dueBefore: '2026-03-20' })).toEqual([dated])
    expect(await ids({ dueBefore: '2026-03-19' })).toEqual([])
  })

  it('go on after the last one given', async () => {
    const first = await ask<Holds>('hold.list', { limit: 1 }, finance)
    expect([first.holds.map(hold => hold.id), first.more]).toEqual([[dated], true])
    expect(await ids({ limit: 1, after: first.holds[0]!.cursor }, finance)).toEqual([undated])
  })
})

describe('codes', () => {
  it('are named by whom they belong to, and can be worded better', async () => {
    const named = (more: Partial<Chart>) =>
      codeOf(host.call('charts.code.name', { ...chart, ...more }, namer))
    expect(await named({ owner: 'finance.loan' })).toBe('ledger.code_taken')
    expect(await named({ owner: 'finance.loan', kind: 'budget' })).toBe('done')
    expect(await named({ accounts: { 1: { zh: '应收账款', en: 'receivables' } } })).toBe('done')
    expect(await ask('account.read', { account: shop })).toMatchObject({ codeName: { en: 'receivables' } })
    await named({})
  })
})

describe('a transfer', () => {
  const find = (n: number, by = firm) =>
    ask<{ transfers: object[] }>('transfer.find', { transfer: idOf('a', 100 + n) }, by)

  it('is found by its id with its hold, by those who see one of its accounts', async () => {
    const { transfers } = await find(3)
    expect(transfers).toMatchObject([
      { inUnit: '10.00', flags: ['pending'], debit: { label: { zh: '货款' } }, hold: { status: 'pending' } },
    ])
    expect(JSON.stringify(viewOf('ledger.transfer.find', { transfers }))).toContain('2026-03-20 10:01:00')
    expect(await find(3, buyer)).toMatchObject({ transfers: [{ credit: { label: { zh: '乙的钱' } } }] })
    expect((await find(6)).transfers).toMatchObject([{ pendingId: idOf('a', 105) }])
    expect(await find(1, buyer)).toEqual({ transfers: [] })
    expect(await find(99)).toEqual({ transfers: [] })
  })
})

describe('closings', () => {
  interface Periods {
    readonly periods: { readonly party?: string; readonly knownAt?: number; readonly totals?: object }[]
  }

  it('are asked for by legal day, listed with their sums, and say what gives the same statement for ever', async () => {
    clock.set(new Date('2026-04-02T02:00:00Z'))
    const close = (more: object) => ask<{ id: string }>('period.close', { unit: 'CNY', ...more }, finance)
    const asked = await close({ upTo: '2026-03-15' })
    expect(await close({ upTo: '2026-03-15' })).toMatchObject({ id: asked.id })
    await close({ upTo: '2026-03-31', party: theirs })
    await host.settle()
    const { periods } = await ask<Periods>('period.list', { unit: 'CNY' }, finance)
    expect(periods).toMatchObject([
      { party: theirs, accounts: 1, upTo: '2026-03-31T15:59:59.999Z', totals: { credits_posted: '3.00' } },
      { id: asked.id, accounts: 3, totals: { debits_posted: '126.45', credits_posted: '126.45' } },
    ])
    const { knownAt } = periods[1]!
    const statement = () => ask<object>('account.statement', { account: shop, asAt: '2026-03-15', knownAt })
    const before = await statement()
    await post([move(7, 9n)])
    expect(await statement()).toEqual(before)
    expect(await ask('account.read', { account: shop })).toMatchObject({
      closedUpTo: '2026-03-15T15:59:59.999Z',
    })
  })

  it('of a party are seen by it, those of a whole unit by offices', async () => {
    const seen = async (by: typeof firm) => (await ask<Periods>('period.list', {}, by)).periods.length
    expect([await seen(firm), await seen(buyer), await seen(finance)]).toEqual([0, 1, 2])
  })

  it('are a party’s own where it may close, and nobody else’s', async () => {
    const owner = someone(ours, [...reads, 'ledger.period.close'])
    expect(await refusedFor('period.close', { unit: 'CNY', upTo: '2026-03-31', party: theirs }, owner)).toBe(
      'ledger.party_unknown',
    )
    expect(await ask('period.close', { unit: 'CNY', upTo: '2026-03-31' }, owner)).toMatchObject({
      party: ours,
    })
  })
})

function viewOf(name: string, answer: unknown): View {
  const definition = host.registry().find(name) as Definition
  return definition.view!(answer)
}
