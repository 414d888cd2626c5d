import type { UnitOfWork } from '@tongqu/kernel/command'
import { type FoundTransfer, inUnit, transfersById } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { movementsOfRecords } from '../books/store.ts'
import { findLines, type LineRow } from '../line/store.ts'
import type { Hold } from './contract.ts'
import * as store from './store.ts'

export type PartState = 'held' | 'shipped' | 'released' | 'expired'

/** A part of a hold as the ledger knows it. */
export interface StandingPart extends store.PartRow {
  readonly line: LineRow
  readonly amount: bigint
  readonly shipped: bigint
  readonly state: PartState
  /** Nanoseconds since 1970; undefined: without end. */
  readonly until: bigint | undefined
}

const STATES = { pending: 'held', posted: 'shipped', voided: 'released', expired: 'expired' } as const

/** The parts of holds, in order. */
export async function standingParts(work: UnitOfWork, holds: readonly string[]): Promise<StandingPart[]> {
  const parts = await store.partsOf(work.tx, holds)
  const movements = await movementsOfRecords(work.tx, holds)
  const ids = [...parts, ...movements].map(each => each.id)
  const transfers = await transfersById(work.tx, ids)
  const lines = new Map(
    (
      await findLines(
        work.tx,
        parts.map(part => part.line_id),
      )
    ).map(line => [line.id, line]),
  )
  const shipped = new Map<string, bigint>()
  for (const { transfer } of transfers.values())
    if (transfer.pending_id) shipped.set(transfer.pending_id, transfer.amount)
  const now = BigInt(work.now.getTime()) * 1_000_000n
  return parts.map(part => {
    const found = transfers.get(part.id)!
    const state = stateOf(found, now)
    return {
      ...part,
      line: lines.get(part.line_id)!,
      amount: found.transfer.amount,
      shipped: state === 'shipped' ? shipped.get(part.id)! : 0n,
      state,
      until: found.hold!.expires_at,
    }
  })
}

/** A hold whose time is over has expired, whether or not what it held was given back already. */
function stateOf({ hold }: FoundTransfer, now: bigint): PartState {
  const { status, expires_at } = hold!
  const isOver = status === 'pending' && expires_at !== undefined && expires_at <= now
  return isOver ? 'expired' : STATES[status]
}

export function holdShown(row: store.HoldRow, parts: readonly StandingPart[]): Static<typeof Hold> {
  const { sku, unit, scale } = parts[0]!.line
  const sum = (amounts: readonly bigint[]) =>
    inUnit(
      amounts.reduce((total, each) => total + each, 0n),
      scale,
    )
  const held = parts.filter(part => part.state === 'held')
  return {
    id: row.id,
    owner: row.party_id,
    article: row.article_id,
    sku,
    unit,
    ...(row.reference !== null && { reference: row.reference }),
    at: row.at.toISOString(),
    state: held.length > 0 ? 'open' : 'ended',
    held: sum(held.map(part => part.amount)),
    shipped: sum(parts.map(part => part.shipped)),
    parts: parts.map(({ id, line, amount, shipped, state, until }) => ({
      part: id,
      line: line.id,
      warehouse: line.warehouse_id,
      keeper: line.keeper_id,
      ...(line.lot_number !== null && { lot: line.lot_number }),
      ...(line.expires_on !== null && { expiresOn: line.expires_on }),
      quantity: inUnit(amount, scale),
      shipped: inUnit(shipped, scale),
      state,
      ...(until !== undefined && { until: new Date(Number(until / 1_000_000n)).toISOString() }),
    })),
  }
}
