import type { Host } from '@tongqu/kernel/host'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Hand, keeper, otherKeeper, otherOwner, owner, stockHost } from '../testing/ground.ts'

const database = await testDatabase()
let host: Host
let hand: Hand

beforeAll(async () => {
  host = await stockHost(database.url)
  hand = new Hand(host)
})
afterAll(() => host.stop())

const seen = async (noun: 'warehouse' | 'article', actor: typeof owner) => {
  const answer = await hand.do<Record<string, { id: string }[]>>(`market.${noun}.list`, {}, actor)
  return answer[`${noun}s`]!.map(each => each.id)
}

it('shows a keeper nothing of an owner until the owner has agreed', async () => {
  const warehouse = await hand.warehouse({}, otherKeeper, otherKeeper)
  const article = await hand.article({}, otherOwner)
  expect(await seen('warehouse', otherOwner)).toEqual([])
  const offered = { warehouse, owner: otherOwner.party }
  expect(await hand.code('market.storage.offer', offered, otherKeeper)).toBe('done')
  expect(await seen('warehouse', otherOwner)).toEqual([warehouse])
  expect(await seen('article', otherKeeper)).toEqual([])
  const announce = () =>
    hand.code(
      'market.receipt.announce',
      { warehouse, source: 'supplier', lines: [{ article, quantity: '1' }] },
      otherOwner,
    )
  expect(await announce()).toBe('warehouse.not_stored_here')
  expect(await hand.code('market.storage.agree', { warehouse, owner: otherOwner.party }, otherKeeper)).toBe(
    'stock.not_owner',
  )
  expect(await hand.code('market.storage.agree', { warehouse }, otherOwner)).toBe('done')
  expect(await seen('article', otherKeeper)).toEqual([article])
  expect(await announce()).toBe('done')
})

it('is offered by the keeper, to a party that there is', async () => {
  const warehouse = await hand.warehouse()
  const offer = (more: object, actor = keeper) =>
    hand.code('market.storage.offer', { warehouse, ...more }, actor)
  expect(await offer({ owner: '00000000-0000-7000-8000-000000000999' })).toBe('warehouse.owner_unknown')
  expect(await offer({ owner: otherOwner.party }, owner)).toBe('stock.not_keeper')
  expect(await offer({ owner: otherOwner.party }, otherKeeper)).toBe('warehouse.not_found')
})

it('ends once no goods are left, and lets none in after', async () => {
  const warehouse = await hand.warehouse()
  const article = await hand.article()
  const line = await hand.goods(warehouse, article, '3')
  const end = (actor = owner) => hand.code('market.storage.end', { warehouse, owner: owner.party }, actor)
  expect([await end(), await end(keeper)]).toEqual(['warehouse.goods_left', 'warehouse.goods_left'])
  const spoiled = { line, quantity: '3', kind: 'spoiled', reason: 'mould' }
  await hand.do('market.stock.writeOff', spoiled, keeper)
  expect(await end()).toBe('done')
  const input = { warehouse, source: 'supplier', lines: [{ article, quantity: '1' }] }
  expect(await hand.code('market.receipt.announce', input, owner)).toBe('warehouse.not_stored_here')
})

it('keeps the codes of a keeper’s warehouses apart', async () => {
  const input = { code: 'TWICE', name: { zh: '仓', en: 'W' }, kind: 'own', country: 'CN' }
  const register = (actor: typeof keeper) => hand.code('market.warehouse.register', input, actor)
  expect([await register(keeper), await register(keeper), await register(otherKeeper)]).toEqual([
    'done',
    'warehouse.code_taken',
    'done',
  ])
})

it('agrees for nobody, whatever a keeper writes', async () => {
  const warehouse = await hand.warehouse()
  const write = host.database.transact({ scope: 'own', party: keeper.party }, tx =>
    tx.execute(
      `insert into market.storage (warehouse_id, party_id, keeper_id, offered_at, accepted_at) values ($1, $2, $3, $4, $4)`,
      [warehouse, otherOwner.party, keeper.party, host.clock.now()],
    ),
  )
  await expect(write).rejects.toThrow('row-level security')
})
