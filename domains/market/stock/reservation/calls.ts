import { type Definition, groupCommand, query, type UnitOfWork } from '@tongqu/kernel/command'
import { inUnit, transfersById } from '@tongqu/ledger'
import type { Static } from 'typebox'
import type { StockRules } from '../rulebook.ts'
import { PAGE } from '../shapes.ts'
import { givenShelf, itsShelf } from '../shelf/calls.ts'
import {
  EndedReservation,
  ListReservations,
  PlacedReservation,
  PlaceReservation,
  ReservationId,
  ReservationList,
} from './contract.ts'
import { decideEnd, decidePlace, endOf, holdFor } from './decide.ts'
import { reservationRefusals } from './refusals.ts'
import { SHARD, stockWriter } from './writer.ts'

type Input<T extends typeof PlaceReservation | typeof ReservationId> = Static<T>

const examplePlace = (made: readonly { id: string }[]) => ({ ...itsShelf(made), quantity: '1' })
/** Outputs: 5 a reservation. */
const givenPlaced = (tag: string) => [
  ...givenShelf(tag),
  { call: 'market.reservation.place', input: examplePlace },
]
const itsReservation = (made: readonly { reservation: string }[]) => ({ reservation: made[5]!.reservation })

/** Calls on reservations: pieces kept for buyers, many callers a transaction. */
export function reservationCalls(rules: StockRules): Definition[] {
  return [placeCall(rules), endCall('confirm', 'confirmed'), endCall('cancel', 'cancelled'), listCall]
}

function placeCall(rules: StockRules): Definition {
  const name = 'market.reservation.place'
  return groupCommand({
    name,
    summary: { zh: '订购占用', en: 'Have pieces of a shelf kept for oneself' },
    permission: name,
    input: PlaceReservation,
    output: PlacedReservation,
    refusals: [
      'stock.party_needed',
      'stock.rule_missing',
      'shelf.not_found',
      'shelf.expired',
      'shelf.closed',
      'reservation.sold_out',
      'reservation.too_long',
      'quantity.not_positive',
      'quantity.too_fine',
      'quantity.too_large',
    ],
    example: { given: givenShelf('V-PLACE'), input: examplePlace, isOffered: true },
    shard: () => SHARD,
    group: stockWriter.run<Input<typeof PlaceReservation>, Static<typeof PlacedReservation>>(name, {
      needs: call => ({ transfers: [holdFor(call)] }),
      decide: (ledger, call) => decidePlace(ledger, call, rules),
    }),
  })
}

function endCall(verb: 'confirm' | 'cancel', state: 'confirmed' | 'cancelled'): Definition {
  const name = `market.reservation.${verb}`
  const summary = {
    confirm: { zh: '确认订购（售出）', en: 'Confirm a reservation: the pieces are sold' },
    cancel: { zh: '取消订购', en: 'Give reserved pieces back' },
  }
  return groupCommand({
    name,
    summary: summary[verb],
    permission: name,
    input: ReservationId,
    output: EndedReservation,
    refusals: [
      'shelf.closed',
      ...Object.keys(reservationRefusals.kinds).filter(code => !/sold_out|too_long/.test(code)),
    ],
    example: { given: givenPlaced(`V-${verb.toUpperCase()}`), input: itsReservation },
    shard: () => SHARD,
    group: stockWriter.run<Input<typeof ReservationId>, Static<typeof EndedReservation>>(name, {
      needs: call => ({ transfers: [endOf(call, state)] }),
      decide: (ledger, call) => decideEnd(ledger, call, state),
    }),
  })
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly party_id: string
  readonly seller_id: string
  readonly shelf_id: string
  readonly scale: number
  readonly at: Date
}

const LIST = `
  select id, party_id, seller_id, shelf_id, scale, at from market.reservation
  where ($1::uuid is null or shelf_id = $1) and ($2::uuid is null or id < $2) order by id desc limit $3`
const STATES = { pending: 'placed', posted: 'confirmed', voided: 'cancelled', expired: 'expired' } as const

const listCall = query({
  name: 'market.reservation.list',
  summary: { zh: '订购占用列表', en: 'Reservations that one made, or that were made off one’s shelves' },
  permission: 'market.reservation.read',
  input: ListReservations,
  output: ReservationList,
  example: { input: {} },
  handle: list,
})

async function list(work: UnitOfWork, input: Static<typeof ListReservations>) {
  const { shelf, after, limit = PAGE } = input
  const rows = await work.query<Row>(LIST, [shelf ?? null, after ?? null, limit])
  const holds = await transfersById(
    work.tx,
    rows.map(row => row.id),
  )
  const now = BigInt(work.now.getTime()) * 1_000_000n
  const last = rows.length === limit ? rows.at(-1) : undefined
  const reservations = rows.map(row => {
    const { transfer, hold } = holds.get(row.id)!
    const expires = hold!.expires_at!
    // Its time is over whether or not the pieces were given back already.
    const isOver = hold!.status === 'pending' && expires <= now
    return {
      id: row.id,
      shelf: row.shelf_id,
      buyer: row.party_id,
      seller: row.seller_id,
      quantity: inUnit(transfer.amount, row.scale),
      state: isOver ? ('expired' as const) : STATES[hold!.status],
      at: row.at.toISOString(),
      expiresAt: new Date(Number(expires / 1_000_000n)).toISOString(),
    }
  })
  return { reservations, ...(last && { next: last.id }) }
}
