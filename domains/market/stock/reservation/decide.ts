import { legalDay } from '@tongqu/kernel/clock'
import type { Decision, GroupCall } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import {
  type Account,
  AMOUNT_MAX,
  availableOn,
  inUnit,
  type NewTransfer,
  type Posting,
  TransferFlags,
  type TransferRefusal,
  transferRefused,
} from '@tongqu/ledger'
import type { Static } from 'typebox'
import { amountOf } from '../amounts.ts'
import { soldAccount } from '../books/account-ref.ts'
import { movementKinds } from '../books/chart.ts'
import { stockRefusals } from '../refusals.ts'
import type { StockRules } from '../rulebook.ts'
import { shelfRefusals } from '../shelf/refusals.ts'
import { termsOf } from '../shelf/terms.ts'
import type { EndedReservation, PlacedReservation, PlaceReservation } from './contract.ts'
import { reservationRefusals } from './refusals.ts'
import type { ReservationRow } from './rows.ts'

/*
 * A reservation is a pending transfer from a shelf to what was sold off it, under its own id:
 *
 *   placed --confirm--> confirmed    by its buyer or the seller; the pieces are sold
 *          --cancel--> cancelled     by its buyer or the seller
 *          --its time comes--> expired
 *
 * Decided by the shard's writer in memory: whatever it must know stands on the accounts and the hold.
 */

type Place = GroupCall<Static<typeof PlaceReservation>>
type Placed = Decision<ReservationRow, Static<typeof PlacedReservation>>

/** What a reservation is made by; the amount is known once the shelf's unit is. */
export function holdFor({ input, run }: Place, amount = 0n, seconds = 0, buyer?: string): NewTransfer {
  return {
    id: run,
    debit_account_id: input.shelf,
    credit_account_id: soldAccount(input.shelf),
    amount,
    timeout: seconds,
    code: movementKinds.reservation.code,
    flags: TransferFlags.pending,
    ...(buyer && { user_data_128: buyer }),
  }
}

/** Keeps pieces of a shelf for a buyer. A refusal for want of pieces says how many are left. */
export function decidePlace(ledger: Posting, call: Place, rules: StockRules): Placed | Refusal {
  const { input, actor, now, run } = call
  const buyer = actor.party
  if (!buyer) return stockRefusals.refuse('stock.party_needed')
  const shelf = ledger.account(input.shelf)
  const terms = termsOf(shelf)
  if (!shelf || !terms) return shelfRefusals.refuse('shelf.not_found', {}, '/shelf')
  const { seller, scale, goodUntil } = terms
  if (goodUntil !== 0 && now.getTime() >= goodUntil)
    return shelfRefusals.refuse('shelf.expired', {}, '/shelf')
  const amount = amountOf({ sku: '', unit: '', scale }, { quantity: input.quantity }, '/quantity')
  if (isRefusal(amount)) return amount
  const seconds = secondsOf(call, rules)
  if (isRefusal(seconds)) return seconds
  const hold = { ...holdFor(call, amount, seconds, buyer), ledger: shelf.ledger }
  const results = ledger.post([hold])
  if (isRefusal(results)) return results
  const { status, timestamp } = results[0]!
  if (status === 'exceeds_credits') return soldOut(shelf, scale)
  if (status === 'debit_account_already_closed') return stockRefusals.refuse('shelf.closed', {}, '/shelf')
  if (status !== 'created') return transferRefused(status, run)
  const expiresAt = new Date(Number(timestamp / 1_000_000n) + seconds * 1000)
  const row = {
    id: run,
    buyer,
    account: actor.account,
    seller,
    shelf: input.shelf,
    amount,
    scale,
    at: now,
    expiresAt,
  }
  return {
    rows: [{ kind: 'placed', ...row }],
    events: [
      {
        type: 'market.reservation.placed',
        record: `market.reservation/${run}`,
        data: { shelf: input.shelf, seller, amount: amount.toString(), seconds },
      },
    ],
    output: {
      reservation: run,
      left: inUnit(availableOn(shelf) - amount, scale),
      expiresAt: expiresAt.toISOString(),
    },
  }
}

function soldOut(shelf: Account, scale: number): Refusal {
  const left = inUnit(availableOn(shelf), scale)
  return reservationRefusals.refuse('reservation.sold_out', { left }, '/quantity')
}

function secondsOf({ input, now }: Place, rules: StockRules): number | Refusal {
  const term = rules.term(legalDay(now), 'reservation')
  if (isRefusal(term)) return term
  const { seconds = term.usual } = input
  return seconds > term.most
    ? reservationRefusals.refuse('reservation.too_long', { most: term.most }, '/seconds')
    : seconds
}

type End = GroupCall<{ readonly reservation: string }>
type Ended = Decision<ReservationRow, Static<typeof EndedReservation>>
const ENDS = {
  confirmed: { flags: TransferFlags.post_pending_transfer, amount: AMOUNT_MAX },
  cancelled: { flags: TransferFlags.void_pending_transfer, amount: 0n },
} as const

/** What ends a reservation, under the id of the run that does. */
export function endOf({ input, run }: End, state: keyof typeof ENDS): NewTransfer {
  return { id: run, pending_id: input.reservation, ...ENDS[state] }
}

const HOW_IT_ENDED: Partial<Record<TransferRefusal, keyof typeof reservationRefusals.kinds>> = {
  pending_transfer_already_posted: 'reservation.confirmed',
  pending_transfer_already_voided: 'reservation.cancelled',
  pending_transfer_expired: 'reservation.expired',
}

/** Ends a reservation by its buyer's or the seller's will; to anybody else it is not there. */
export function decideEnd(ledger: Posting, call: End, state: keyof typeof ENDS): Ended | Refusal {
  const { input, actor, now, run } = call
  const { reservation } = input
  const hold = ledger.transfer(reservation)
  const isOne = hold?.code === movementKinds.reservation.code && hold.flags & TransferFlags.pending
  const seller = isOne ? termsOf(ledger.account(hold.debit_account_id))?.seller : undefined
  const isParty = actor.party !== undefined && (actor.party === hold?.user_data_128 || actor.party === seller)
  if (!isOne || !isParty) return reservationRefusals.refuse('reservation.not_found', {}, '/reservation')
  const results = ledger.post([endOf(call, state)])
  if (isRefusal(results)) return results
  const { status } = results[0]!
  if (status === 'debit_account_already_closed') return stockRefusals.refuse('shelf.closed')
  if (status !== 'created') {
    const code = HOW_IT_ENDED[status]
    return code ? reservationRefusals.refuse(code, {}, '/reservation') : transferRefused(status, run)
  }
  return {
    rows: [{ kind: 'ended', id: reservation, state, at: now }],
    events: [
      { type: `market.reservation.${state}`, record: `market.reservation/${reservation}`, data: { run } },
    ],
    output: { reservation, state },
  }
}
