import { command, type Definition, query } from '@tongqu/kernel/command'
import { givenGoods, lineOf } from '../example.ts'
import type { StockRules } from '../rulebook.ts'
import {
  ClearShelf,
  FillShelf,
  ListShelves,
  Offered,
  Shelf,
  ShelfId,
  ShelfList,
  ShipSold,
} from './contract.ts'
import * as service from './service.ts'

const WRITE = 'market.shelf.write'
const QUANTITY = ['quantity.not_positive', 'quantity.too_fine', 'quantity.too_large', 'quantity.wrong_unit']

export const exampleFill = (made: readonly unknown[]) => ({ line: lineOf(made), quantity: '10' })
/** Outputs: 4 a shelf with ten of the hundred. */
export const givenShelf = (tag: string) => [
  ...givenGoods(tag),
  { call: 'market.shelf.fill', input: exampleFill },
]
export const itsShelf = (made: readonly { id: string }[]) => ({ shelf: made[4]!.id })

/** Calls on shelves: what of a line is on sale. */
export function shelfCalls(rules: StockRules): Definition[] {
  return [
    command({
      name: 'market.shelf.fill',
      summary: { zh: '上架', en: 'Put pieces of a line on sale' },
      permission: WRITE,
      input: FillShelf,
      output: Shelf,
      refusals: [
        'stock.not_found',
        'stock.not_owner',
        'stock.blocked',
        'stock.expired',
        'stock.not_enough',
        ...QUANTITY,
      ],
      example: { given: givenGoods('S-FILL'), input: exampleFill },
      handle: service.fill,
    }),
    command({
      name: 'market.shelf.clear',
      summary: { zh: '下架', en: 'Take pieces off sale that nobody has reserved' },
      permission: WRITE,
      input: ClearShelf,
      output: Shelf,
      refusals: ['shelf.not_found', 'stock.not_owner', 'stock.not_enough', ...QUANTITY],
      example: { given: givenShelf('S-CLEAR'), input: itsShelf },
      handle: service.clear,
    }),
    command({
      name: 'market.shelf.ship',
      summary: { zh: '售出货物出库', en: 'Ship what was sold off a shelf' },
      permission: 'market.shelf.ship',
      input: ShipSold,
      output: Shelf,
      refusals: [
        'shelf.not_found',
        'stock.not_keeper',
        'stock.blocked',
        'stock.expired',
        'stock.rule_missing',
        'paper.needed',
        'paper.unfit',
        'paper.type_unknown',
        'stock.not_enough',
        ...QUANTITY,
      ],
      example: {
        given: [
          ...givenShelf('S-SHIP'),
          {
            call: 'market.reservation.place',
            input: (made: readonly { id: string }[]) => ({ ...itsShelf(made), quantity: '2' }),
          },
          {
            call: 'market.reservation.confirm',
            input: (made: readonly { reservation: string }[]) => ({ reservation: made[5]!.reservation }),
          },
        ],
        input: (made: readonly { id: string }[]) => ({ ...itsShelf(made), quantity: '2' }),
      },
      handle: (work, input) => service.ship(work, input, rules),
    }),
    query({
      name: 'market.shelf.list',
      summary: { zh: '在售货架', en: 'What is on sale: free, reserved, sold' },
      permission: 'market.shelf.read',
      input: ListShelves,
      output: ShelfList,
      example: { input: {} },
      handle: service.list,
    }),
    query({
      name: 'market.shelf.look',
      summary: { zh: '查看在售余量', en: 'What a buyer sees of a shelf' },
      permission: 'market.reservation.place',
      input: ShelfId,
      output: Offered,
      refusals: ['shelf.not_found'],
      example: { given: givenShelf('S-LOOK'), input: itsShelf, isOffered: true },
      handle: (work, { shelf }) => service.look(work, shelf),
    }),
  ]
}
