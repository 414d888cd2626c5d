import type { UnitOfWork } from '@tongqu/kernel/command'
import { inUnit, transfersById, turnoverOf } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { type ArticleRef, ownAccount } from '../books/account-ref.ts'
import { movementKinds, movementOf } from '../books/chart.ts'
import type { Transfer, TransferHead } from './contract.ts'
import * as store from './store.ts'

/** A line of a transfer as the ledger knows it, in smallest pieces. */
export interface StandingLine extends store.TransferLineRow {
  readonly ordered: bigint
  readonly sent: bigint
  readonly arrived: bigint
  readonly lost: bigint
  readonly turnedBack: bigint
  readonly inTransit: bigint
}

const EVER = { from: 0n, to: 0x7fff_ffff_ffff_ffffn }

export async function standingLines(work: UnitOfWork, transfer: string): Promise<StandingLine[]> {
  const lines = await store.linesOf(work.tx, transfer)
  const holds = await transfersById(
    work.tx,
    lines.map(line => line.hold_id),
  )
  const turnover = await turnoverOf(
    work.tx,
    lines.map(line => line.id),
    EVER,
  )
  return lines.map(line => {
    const of = { sent: 0n, arrived: 0n, lost: 0n, turnedBack: 0n }
    for (const { account, code, debits, credits } of turnover) {
      if (account !== line.id) continue
      if (code === movementKinds.dispatch.code) of.sent = credits
      else of[goneBy(code)] = debits
    }
    const inTransit = of.sent - of.arrived - of.lost - of.turnedBack
    return { ...line, ...of, ordered: holds.get(line.hold_id)!.transfer.amount, inTransit }
  })
}

function goneBy(code: number): 'arrived' | 'lost' | 'turnedBack' {
  const movement = movementOf(code)
  if (movement === 'arrival') return 'arrived'
  if (movement === 'transit_loss') return 'lost'
  if (movement === 'turned_back') return 'turnedBack'
  throw new Error(`Goods do not leave a transfer by ${movement}.`)
}

export function articleOf({ article_id, party_id, ledger, scale }: store.TransferLineRow): ArticleRef {
  return { id: article_id, party_id, ledger, scale }
}

/** What of a line is on the way. */
export function transitOf(line: store.TransferLineRow) {
  return ownAccount(line.id, 'transit', articleOf(line))
}

export function headShown(row: store.TransferRow): Static<typeof TransferHead> {
  const { due_on, reason, dispatched_at } = row
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    owner: row.party_id,
    from: row.from_warehouse_id,
    fromKeeper: row.from_keeper_id,
    to: row.to_warehouse_id,
    toKeeper: row.to_keeper_id,
    ...(due_on !== null && { dueOn: due_on }),
    ...(reason !== null && { reason }),
    at: row.at.toISOString(),
    ...(dispatched_at !== null && { dispatchedAt: dispatched_at.toISOString() }),
  }
}

export async function transferShown(
  work: UnitOfWork,
  row: store.TransferRow,
): Promise<Static<typeof Transfer>> {
  const lines = await standingLines(work, row.id)
  return {
    ...headShown(row),
    lines: lines.map(line => {
      const shown = (amount: bigint) => inUnit(amount, line.scale)
      return {
        line: line.n,
        article: line.article_id,
        sku: line.sku,
        unit: line.unit,
        ...(line.lot_number !== null && { lot: line.lot_number }),
        ...(line.expires_on !== null && { expiresOn: line.expires_on }),
        ordered: shown(line.ordered),
        sent: shown(line.sent),
        arrived: shown(line.arrived),
        lost: shown(line.lost),
        turnedBack: shown(line.turnedBack),
        inTransit: shown(line.inTransit),
      }
    }),
  }
}
