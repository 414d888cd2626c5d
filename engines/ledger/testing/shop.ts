import { SimulatedClock } from '@tongqu/kernel/clock'
import { command, type View } from '@tongqu/kernel/command'
import type { Host } from '@tongqu/kernel/host'
import { type Actor, systemActor } from '@tongqu/kernel/identity'
import { answerOf, codeOf, someone, type TestHostOptions, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { Type } from 'typebox'
import { ledgerModule } from '../index.ts'
import { type NewTransfer, TransferFlags } from '../machine/index.ts'
import { idOf } from '../machine/testing/histories.ts'
import { type Chart, nameCodes } from '../store/code.ts'
import { asInput, groundModule } from './ground.ts'
import { packOf } from './pack.ts'

/*
 * A firm with a shop and a bank account, another with a purse, in yuan: on 10 March 123.45 come in and 3.00 go out, on the
 * 20th three holds are made, on the 21st one of them is voided.
 */
export const chart: Chart = {
  owner: 'market.sale',
  kind: 'currency',
  accounts: { 1: { zh: '应收', en: 'receivable' } },
  transfers: { 1: { zh: '销售', en: 'sale' } },
}
const nameChart = command({
  name: 'charts.code.name',
  summary: { zh: '测试用', en: 'for tests' },
  permission: 'charts.code.name',
  input: Type.Unsafe<Chart>({ type: 'object' }),
  output: Type.Unknown(),
  example: { input: {} },
  handle: async (work, input) => (await nameCodes(work, input)) ?? {},
})

const reads = ['ledger.account.read', 'ledger.account.open', 'ledger.period.read']
export const [ours, theirs] = [idOf('a', 1), idOf('a', 2)]
export const firm = someone(ours, ['fixture.post', 'charts.code.name', ...reads])
/** Of the firm, and may close its accounts. */
export const owner = someone(ours, [...reads, 'ledger.period.close'])
export const buyer = someone(theirs, reads)
const grants = new Map(['ledger.*', 'fixture.*'].map(name => [name, 'office' as const]))
export const finance: Actor = { ...someone(idOf('a', 3), []), grants }
export const [shop, bank, purse] = [idOf('b', 1), idOf('b', 2), idOf('b', 3)]
/** The holds that are open, one of which expires, and the one that was voided. */
export const [dated, undated, voided] = [idOf('a', 103), idOf('a', 104), idOf('a', 105)]

export class Shop {
  readonly host: Host
  readonly clock: SimulatedClock

  constructor(host: Host, clock: SimulatedClock) {
    this.host = host
    this.clock = clock
  }

  ask<T>(call: string, input: object, by = firm): Promise<T> {
    return answerOf<T>(this.host.call(`ledger.${call}`, input, by))
  }

  /** The code that a call is refused with; `done` when it is not. */
  refused(call: string, input: object, by = firm): Promise<string> {
    return codeOf(this.host.call(`ledger.${call}`, input, by))
  }

  async post(...transfers: NewTransfer[]): Promise<void> {
    await answerOf(this.host.call('fixture.transfer.post', asInput(transfers), firm))
    await this.host.settle()
  }

  viewOf(call: string, answer: unknown): View {
    return this.host.registry().find(`ledger.${call}`)!.view!(answer)
  }
}

/** A transfer into the shop's account, whose id ends in a number. */
export function move(n: number, amount: bigint, more: Partial<NewTransfer> = {}): NewTransfer {
  const id = idOf('a', 100 + n)
  return { id, debit_account_id: bank, credit_account_id: shop, amount, ledger: 156, code: 1, ...more }
}

export async function openShop(): Promise<Shop> {
  const { url } = await testDatabase()
  const clock = new SimulatedClock(new Date('2026-03-10T02:00:00Z'), 0)
  const modules: TestHostOptions['modules'] = services => [
    ledgerModule(services),
    groundModule,
    { name: 'charts', calls: [nameChart] },
  ]
  const it = new Shop(await testHost({ url, clock, modules, packs: [packOf()] }), clock)
  await answerOf(it.host.call('ledger.unit.install', {}, systemActor('start')))
  await makeParties(it)
  await answerOf(it.host.call('charts.code.name', chart, firm))
  const label = { zh: '货款', en: 'Sales' }
  const accounts = [
    { id: shop, ledger: 156, code: 1, flags: 2, party_id: ours, label, record: 'market.shop/7' },
    { id: bank, ledger: 156, code: 2, party_id: ours },
    { id: purse, ledger: 156, code: 2, party_id: theirs, label: { zh: '乙的钱', en: 'Theirs' } },
  ]
  await answerOf(it.host.call('fixture.account.open', asInput(accounts), finance))
  await trade(it)
  return it
}

async function makeParties({ host, clock }: Shop): Promise<void> {
  const insert = `
    insert into kernel.party (id, kind, name, created_at) select id, 'firm', jsonb_build_object('zh', name, 'en', name), $3
    from unnest($1::uuid[], $2::text[]) as n (id, name)`
  const values = [[ours, theirs], ['甲公司', '乙公司'], clock.now()]
  await host.database.transact({ scope: 'system' }, tx => tx.execute(insert, values))
}

async function trade(it: Shop): Promise<void> {
  const out = { debit_account_id: shop, credit_account_id: purse }
  const flags = TransferFlags.pending
  await it.post(move(1, 12_345n), move(2, 300n, out))
  it.clock.set(new Date('2026-03-20T02:00:00Z'))
  await it.post(
    move(3, 1000n, { ...out, flags, timeout: 60 }),
    move(4, 50n, { flags }),
    move(5, 70n, { flags }),
  )
  it.clock.set(new Date('2026-03-21T02:00:00Z'))
  const end = { pending_id: voided, amount: 0n, flags: TransferFlags.void_pending_transfer }
  await it.post({ id: idOf('a', 106), ...end })
}
