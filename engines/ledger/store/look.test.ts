import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { answerOf, someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ledgerModule } from '../index.ts'
import { AMOUNT_MAX, type NewTransfer, TransferFlags } from '../machine/index.ts'
import { idOf } from '../machine/testing/histories.ts'
import { asInput, groundModule } from '../testing/ground.ts'
import { packOf } from '../testing/pack.ts'
import { accountsAsAt, accountsNow, availableOn, lastKnown, transfersById, turnoverOf } from './look.ts'

const city = someone('00000000-0000-7000-8000-00000000000a', ['fixture.post'])
const clock = new SimulatedClock(new Date('2026-01-01T00:00:00Z'), 0)
const database = await testDatabase()
const [bank, shop] = [idOf('a', 1), idOf('a', 2)]
let host: Host

beforeAll(async () => {
  host = await testHost({
    url: database.url,
    clock,
    packs: [packOf()],
    modules: services => [ledgerModule(services), groundModule],
  })
  await answerOf(host.call('ledger.unit.install', {}, { ...city, grants: new Map([['*', 'system']]) }))
  const accounts = [bank, shop].map(id => ({ id, ledger: 156, code: 1 }))
  await answerOf(host.call('fixture.account.open', asInput(accounts), city))
})
afterAll(() => host.stop())

let transfers = 0
async function post(amount: bigint, more: Partial<NewTransfer> = {}): Promise<string> {
  const id = idOf('b', ++transfers)
  const to = { debit_account_id: bank, credit_account_id: shop, ledger: 156, code: 1 }
  expect(
    await answerOf(host.call('fixture.transfer.post', asInput([{ ...to, id, amount, ...more }]), city)),
  ).toEqual(['created'])
  return id
}
const resolve = (pending_id: string, amount: bigint) =>
  post(amount, { pending_id, code: undefined, flags: TransferFlags.post_pending_transfer })

// As a party that owns none of them: whoever asks has decided before that it may.
const look = <T>(what: Parameters<Host['database']['transact']>[1]) =>
  host.database.transact({ scope: 'own', party: '00000000-0000-7000-8000-00000000000b' }, what) as Promise<T>

it('tells what an account holds, and for ever what it held when it was looked at', async () => {
  await post(50n)
  const held = await post(20n, { flags: TransferFlags.pending })
  const before = await look<Awaited<ReturnType<typeof accountsNow>>>(tx =>
    accountsNow(tx, [shop, idOf('a', 99)]),
  )
  const account = before.get(shop)!
  expect([...before.keys()]).toEqual([shop])
  expect(account).toMatchObject({ credits_posted: 50n, credits_pending: 20n, writer: '' })
  expect(availableOn(account)).toBe(50n)
  // The clock stands still: what comes after is later all the same.
  await post(7n)
  await resolve(held, AMOUNT_MAX)
  const then = await look<Awaited<ReturnType<typeof accountsAsAt>>>(tx =>
    accountsAsAt(tx, [{ id: shop, at: account.changedAt }]),
  )
  expect(then.get(shop)).toMatchObject({ credits_posted: 50n, credits_pending: 20n })
  expect((await look<typeof before>(tx => accountsNow(tx, [shop]))).get(shop)).toMatchObject({
    credits_posted: 77n,
  })
})

it('adds up what moved by code, without what was only held', async () => {
  const from = await look<bigint>(async tx => (await accountsNow(tx, [shop])).get(shop)!.changedAt)
  await post(3n, { code: 7 })
  await post(100n, { code: 8, flags: TransferFlags.pending })
  const half = await post(10n, { code: 9, flags: TransferFlags.pending })
  await resolve(half, 4n)
  const moved = await look(tx => turnoverOf(tx, [shop, bank], { from, to: AMOUNT_MAX }))
  expect(moved).toEqual([
    { account: bank, code: 7, debits: 3n, credits: 0n },
    { account: bank, code: 9, debits: 4n, credits: 0n },
    { account: shop, code: 7, debits: 0n, credits: 3n },
    { account: shop, code: 9, debits: 0n, credits: 4n },
  ])
})

it('knows of no movement at a position before it was told', async () => {
  await host.settle()
  const position = await look<number>(tx => lastKnown(tx))
  const known = { from: 0n, to: AMOUNT_MAX, knownAt: position }
  const before = await look(tx => turnoverOf(tx, [shop], known))
  await post(5n, { code: 11 })
  await host.settle()
  expect(await look(tx => turnoverOf(tx, [shop], known))).toEqual(before)
  expect(await look(tx => turnoverOf(tx, [shop], { ...known, knownAt: position + 10 }))).not.toEqual(before)
})

it('finds transfers by their ids, with how a hold stands', async () => {
  const held = await post(2n, { flags: TransferFlags.pending, timeout: 60 })
  const found = await look<Awaited<ReturnType<typeof transfersById>>>(tx =>
    transfersById(tx, [held, idOf('b', 999)]),
  )
  expect([...found.keys()]).toEqual([held])
  expect(found.get(held)).toMatchObject({ transfer: { amount: 2n }, hold: { status: 'pending' } })
})
