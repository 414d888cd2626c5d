import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { testDatabase } from '@tongqu/tools/test/database'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Hand, keeper, otherKeeper, owner, stockHost } from './testing/ground.ts'
import { StockModel } from './testing/model.ts'
import type { Scene } from './testing/scene.ts'
import { histories } from './testing/steps.ts'

const clock = new SimulatedClock(new Date('2026-11-23T02:00:00Z'), 0)
const database = await testDatabase()
let host: Host
let hand: Hand

beforeAll(async () => {
  host = await stockHost(database.url, { clock })
  hand = new Hand(host)
})
afterAll(() => host.stop())

async function newScene(): Promise<{ scene: Scene; ledger: number }> {
  const warehouses = [await hand.warehouse({}, keeper), await hand.warehouse({}, otherKeeper)]
  const input = { sku: hand.tag(), name: { zh: '货', en: 'G' }, unit: '007', tracking: 'none' }
  const made = await hand.do<{ id: string; ledger: number }>('market.article.register', input, owner)
  const model = new StockModel()
  const pass = async (seconds: number) => {
    clock.set(new Date(clock.now().getTime() + seconds * 1000))
    model.pass(seconds)
    await hand.expireHolds()
  }
  const none = [undefined, undefined]
  const scene = { hand, model, article: made.id, warehouses, lines: [...none], shelves: [...none], pass }
  return { scene, ledger: made.ledger }
}

interface Line {
  readonly warehouse: string
  readonly onHand: string
  readonly available: string
}

it('received is on hand, on sale, on the way, sold, issued, differs or is written off, after every step of any history', {
  timeout: 180_000,
}, async () => {
  const property = fc.asyncProperty(histories, async steps => {
    const { scene, ledger } = await newScene()
    for (const step of steps) {
      await step(scene)
      const books = await hand.books(ledger)
      const held = Object.fromEntries(Object.entries(books).filter(([, amount]) => amount !== 0n))
      expect(held).toEqual(scene.model.books())
    }
    const { lines } = await hand.do<{ lines: Line[] }>(
      'market.stock.list',
      { article: scene.article, withEmpty: true },
      owner,
    )
    for (const line of lines) {
      const w = scene.warehouses.indexOf(line.warehouse)
      expect([line.onHand, line.available]).toEqual([
        String(scene.model.there(w)),
        String(scene.model.free(w)),
      ])
    }
  })
  await fc.assert(property, { numRuns: 25 })
  const { faults } = await hand.do<{ faults: unknown[] }>(
    'ledger.book.verify',
    {},
    {
      ...owner,
      grants: new Map([['*', 'system']]),
    },
  )
  expect(faults).toEqual([])
})
