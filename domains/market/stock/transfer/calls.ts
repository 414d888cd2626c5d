import { legalDay } from '@tongqu/kernel/clock'
import { command, type Definition, query, type UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { givenGoods, givenWarehouse } from '../example.ts'
import type { StockRules } from '../rulebook.ts'
import { PAGE } from '../shapes.ts'
import { arrive } from './arrive.ts'
import {
  ArriveTransfer,
  CancelTransfer,
  CloseTransfer,
  DispatchTransfer,
  ListTransfers,
  OrderTransfer,
  Transfer,
  TransferId,
  TransferList,
} from './contract.ts'
import { dispatch } from './dispatch.ts'
import { close } from './end.ts'
import { cancel, order } from './order.ts'
import { transferRefusals } from './refusals.ts'
import { headShown, transferShown } from './standing.ts'
import * as store from './store.ts'

const READ = 'market.transfer.read'
const ORDER = 'market.transfer.order'
const HANDLE = 'market.transfer.handle'
const QUANTITY = ['quantity.not_positive', 'quantity.too_fine', 'quantity.too_large', 'quantity.wrong_unit']
const STORING = ['warehouse.not_found', 'warehouse.not_stored_here']
const PAPERS = ['paper.needed', 'paper.unfit', 'paper.type_unknown', 'stock.rule_missing']

type Made = readonly { readonly id: string }[]
/** Outputs: 4 another warehouse. */
const givenTwo = (tag: string) => [...givenGoods(tag), givenWarehouse(`${tag}-2`)]
const exampleOrder = (made: Made) => ({
  from: made[0]!.id,
  to: made[4]!.id,
  lines: [{ article: made[1]!.id, quantity: '40' }],
})
/** Outputs: 5 an ordered transfer. */
const givenOrdered = (tag: string) => [
  ...givenTwo(tag),
  { call: 'market.transfer.order', input: exampleOrder },
]
const sixth = (made: Made) => ({ transfer: made[5]!.id })
/** Outputs: 6 the same, dispatched. */
const givenSent = (tag: string) => [...givenOrdered(tag), { call: 'market.transfer.dispatch', input: sixth }]

/** Calls on transfers: ordered by the owner, dispatched and taken in by the keepers at either end. */
export function transferCalls(rules: StockRules): Definition[] {
  return [
    command({
      name: 'market.transfer.order',
      summary: { zh: '下达调拨', en: 'Order goods from one warehouse to another' },
      permission: ORDER,
      input: OrderTransfer,
      output: Transfer,
      refusals: [
        'stock.party_needed',
        'stock.not_enough',
        'article.not_found',
        'transfer.same_warehouse',
        ...STORING,
        ...QUANTITY,
      ],
      example: { given: givenTwo('T-ORDER'), input: exampleOrder },
      handle: order,
    }),
    command({
      name: 'market.transfer.dispatch',
      summary: { zh: '调拨发出', en: 'Let the goods of a transfer go' },
      permission: HANDLE,
      input: DispatchTransfer,
      output: Transfer,
      refusals: [
        'transfer.not_found',
        'transfer.not_ordered',
        'transfer.no_such_line',
        'transfer.more_than_ordered',
        'transfer.nothing_sent',
        'stock.not_keeper',
        'quantity.negative',
        ...PAPERS,
        ...QUANTITY,
      ],
      example: { given: givenOrdered('T-DISPATCH'), input: sixth },
      handle: (work, input) => dispatch(work, input, rules),
    }),
    command({
      name: 'market.transfer.arrive',
      summary: { zh: '调拨到货', en: 'Take in what came of a transfer, and say what was lost' },
      permission: HANDLE,
      input: ArriveTransfer,
      output: Transfer,
      refusals: [
        'transfer.not_found',
        'transfer.not_dispatched',
        'transfer.no_such_line',
        'transfer.nothing_said',
        'transfer.more_than_in_transit',
        'stock.not_keeper',
        ...STORING,
        ...PAPERS,
        ...QUANTITY,
      ],
      example: {
        given: givenSent('T-ARRIVE'),
        input: (made: Made) => ({ ...sixth(made), entries: [{ line: 1, quantity: '30' }] }),
      },
      handle: (work, input) => arrive(work, input, rules),
    }),
    command({
      name: 'market.transfer.close',
      summary: { zh: '在途了结（丢失或退回）', en: 'Close what will not arrive: lost, or turned back' },
      permission: 'market.transfer.close',
      input: CloseTransfer,
      output: Transfer,
      refusals: ['transfer.not_found', 'transfer.not_dispatched', 'stock.not_keeper', ...PAPERS],
      example: {
        given: givenSent('T-CLOSE'),
        input: (made: Made) => ({ ...sixth(made), outcome: 'lost', reason: 'the truck burned out' }),
      },
      handle: (work, input) => close(work, input, rules),
    }),
    command({
      name: 'market.transfer.cancel',
      summary: { zh: '取消调拨', en: 'Take back an order before the goods leave' },
      permission: ORDER,
      input: CancelTransfer,
      output: Transfer,
      refusals: ['transfer.not_found', 'transfer.not_ordered', 'stock.not_owner'],
      example: { given: givenOrdered('T-CANCEL'), input: sixth },
      handle: cancel,
    }),
    query({
      name: 'market.transfer.list',
      summary: { zh: '调拨单列表', en: 'Transfers, the newest first; those overdue on the way' },
      permission: READ,
      input: ListTransfers,
      output: TransferList,
      example: { input: {} },
      handle: list,
    }),
    query({
      name: 'market.transfer.get',
      summary: { zh: '一张调拨单', en: 'A transfer: ordered, sent, arrived, lost, on the way, by line' },
      permission: READ,
      input: TransferId,
      output: Transfer,
      refusals: ['transfer.not_found'],
      example: { given: givenOrdered('T-GET'), input: sixth },
      handle: (work, { transfer }) => get(work, transfer),
    }),
  ]
}

async function get(work: UnitOfWork, id: string): Promise<Static<typeof Transfer> | Refusal> {
  const row = await store.findTransfer(work.tx, id)
  return row ? transferShown(work, row) : transferRefusals.refuse('transfer.not_found', {}, '/transfer')
}

async function list(work: UnitOfWork, input: Static<typeof ListTransfers>) {
  const { limit = PAGE, overdue, sort, after, ...filter } = input
  const page = store.transferPage({ sort, after })
  if (isRefusal(page)) return page
  const dueBefore = overdue ? legalDay(work.now) : undefined
  const rows = await store.listTransfers(work.tx, { ...filter, dueBefore }, page, limit)
  const next = page.next(rows, limit)
  return { transfers: rows.map(headShown), ...(next !== undefined && { next }) }
}
