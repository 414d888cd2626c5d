import type { UnitOfWork } from '@tongqu/kernel/command'
import { command, type Definition, query } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { givenGoods } from '../example.ts'
import type { StockRules } from '../rulebook.ts'
import { PAGE } from '../shapes.ts'
import { Hold, HoldId, HoldList, ListHolds, PlaceHold, ReleaseHold, ShipHold } from './contract.ts'
import { placeHold } from './place.ts'
import { holdRefusals } from './refusals.ts'
import { releaseHold, shipHold } from './ship.ts'
import { holdShown, standingParts } from './standing.ts'
import * as store from './store.ts'

const READ = 'market.hold.read'
const WRITE = 'market.hold.write'
const QUANTITY = ['quantity.not_positive', 'quantity.too_fine', 'quantity.too_large', 'quantity.wrong_unit']
const ENDED = ['hold.shipped', 'hold.released', 'hold.expired', 'hold.nothing_open', 'hold.no_such_part']

const exampleHold = ([, article]: readonly { id: string }[]) => ({ article: article!.id, quantity: '3' })
/** Outputs: 4 a hold of three of the hundred. */
const givenHold = (tag: string) => [...givenGoods(tag), { call: 'market.hold.place', input: exampleHold }]
const fifth = (made: readonly { id: string }[]) => ({ hold: made[4]!.id })

/** Calls on holds: the owner holds goods, the keeper ships them. */
export function holdCalls(rules: StockRules): Definition[] {
  return [
    command({
      name: 'market.hold.place',
      summary: { zh: '占用库存', en: 'Hold goods, what expires first, first' },
      permission: WRITE,
      input: PlaceHold,
      output: Hold,
      refusals: [
        'stock.party_needed',
        'stock.not_enough',
        'stock.blocked',
        'stock.expired',
        'stock.rule_missing',
        'article.not_found',
        'hold.too_long',
        ...QUANTITY,
      ],
      example: { given: givenGoods('H-PLACE'), input: exampleHold },
      handle: (work, input) => placeHold(work, input, rules),
    }),
    command({
      name: 'market.hold.ship',
      summary: { zh: '占用出库', en: 'Ship what is held, whole or in part' },
      permission: 'market.hold.ship',
      input: ShipHold,
      output: Hold,
      refusals: [
        'hold.not_found',
        'hold.not_so_much',
        'stock.blocked',
        'stock.expired',
        'stock.rule_missing',
        'paper.needed',
        'paper.unfit',
        'paper.type_unknown',
        ...ENDED,
        ...QUANTITY,
      ],
      example: { given: givenHold('H-SHIP'), input: fifth },
      handle: (work, input) => shipHold(work, input, rules),
    }),
    command({
      name: 'market.hold.release',
      summary: { zh: '解除占用', en: 'Give back what is held' },
      permission: WRITE,
      input: ReleaseHold,
      output: Hold,
      refusals: ['hold.not_found', 'stock.not_owner', ...ENDED],
      example: { given: givenHold('H-RELEASE'), input: fifth },
      handle: releaseHold,
    }),
    query({
      name: 'market.hold.get',
      summary: { zh: '一笔占用', en: 'A hold and how its parts stand' },
      permission: READ,
      input: HoldId,
      output: Hold,
      refusals: ['hold.not_found'],
      example: { given: givenHold('H-GET'), input: fifth },
      handle: (work, { hold }) => get(work, hold),
    }),
    query({
      name: 'market.hold.list',
      summary: { zh: '占用列表', en: 'Holds, the newest first' },
      permission: READ,
      input: ListHolds,
      output: HoldList,
      example: { input: {} },
      handle: list,
    }),
  ]
}

async function get(work: UnitOfWork, id: string): Promise<Static<typeof Hold> | Refusal> {
  const row = await store.findHold(work.tx, id)
  if (!row) return holdRefusals.refuse('hold.not_found', {}, '/hold')
  return holdShown(row, await standingParts(work, [id]))
}

async function list(work: UnitOfWork, input: Static<typeof ListHolds>) {
  const { article, after, limit = PAGE } = input
  const rows = await store.listHolds(work.tx, article, after, limit)
  const parts = await standingParts(
    work,
    rows.map(row => row.id),
  )
  const last = rows.length === limit ? rows.at(-1) : undefined
  return {
    holds: rows.map(row =>
      holdShown(
        row,
        parts.filter(part => part.hold_id === row.id),
      ),
    ),
    ...(last && { next: last.id }),
  }
}
