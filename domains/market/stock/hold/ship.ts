import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { amountOf } from '../amounts.ts'
import { counterAccount } from '../books/account-ref.ts'
import { type Move, moveGoods, type Resolution } from '../books/move.ts'
import { articleOfLine, onHand } from '../line/account.ts'
import { refuseLine } from '../line/pick-locked.ts'
import { type PaperRules, paperRules, refusePaper } from '../papers.ts'
import { stockRefusals } from '../refusals.ts'
import type { StockRules } from '../rulebook.ts'
import type { Hold, ReleaseHold, ShipHold } from './contract.ts'
import { holdRefusals } from './refusals.ts'
import { holdShown, type StandingPart, standingParts } from './standing.ts'
import * as store from './store.ts'

type Ship = Static<typeof ShipHold>

/** What is shipped of a part. */
interface Shipment {
  readonly part: StandingPart
  readonly amount: bigint
  readonly place: string
}

/** The keeper ships what is held, whole or in part. */
export async function shipHold(
  work: UnitOfWork,
  input: Ship,
  rules: StockRules,
): Promise<Static<typeof Hold> | Refusal> {
  const hold = await store.findHold(work.tx, input.hold)
  if (!hold) return holdRefusals.refuse('hold.not_found', {}, '/hold')
  const mine = (await standingParts(work, [hold.id])).filter(part => part.keeper_id === work.actor.party)
  const shipments = asked(input, mine)
  if (isRefusal(shipments)) return shipments
  const papers = paperRules(rules, legalDay(work.now))
  if (isRefusal(papers)) return papers
  const refusal = refuseShipments(work, shipments, papers, input)
  if (refusal) return refusal
  const rests = input.rest === 'release' ? [] : restsOf(work, shipments)
  const moved = await moveGoods(work, [...resolutions(hold, shipments, input), ...holdsOf(work, hold, rests)])
  if (isRefusal(moved)) return moved
  await store.addParts(
    work.tx,
    rests.map(({ id, of }) => ({ ...of, id })),
  )
  work.emit({
    type: 'market.hold.shipped',
    record: `market.hold/${hold.id}`,
    data: { parts: shipments.map(({ part, amount }) => ({ part: part.id, amount: amount.toString() })) },
  })
  return holdShown(hold, await standingParts(work, [hold.id]))
}

function asked({ parts }: Ship, mine: readonly StandingPart[]): Shipment[] | Refusal {
  if (!parts) {
    const open = mine.filter(part => part.state === 'held')
    if (open.length === 0) return refuseEnded(mine)
    return open.map(part => ({ part, amount: part.amount, place: '/hold' }))
  }
  const shipments: Shipment[] = []
  for (const [n, each] of parts.entries()) {
    const place = `/parts/${n}`
    const part = mine.find(({ id }) => id === each.part)
    if (!part) return holdRefusals.refuse('hold.no_such_part', {}, `${place}/part`)
    const { quantity, unit } = each
    const amount =
      quantity === undefined ? part.amount : amountOf(part.line, { quantity, unit }, `${place}/quantity`)
    if (isRefusal(amount)) return amount
    shipments.push({ part, amount, place })
  }
  return shipments
}

/** Nothing is held: how it ended where it is one part, for that says what to do. */
function refuseEnded(mine: readonly StandingPart[]): Refusal {
  const [only] = mine
  return mine.length === 1 && only!.state !== 'held'
    ? stockRefusals.refuse(`hold.${only!.state}`)
    : holdRefusals.refuse('hold.nothing_open')
}

function refuseShipments(
  work: UnitOfWork,
  shipments: readonly Shipment[],
  papers: PaperRules,
  { paper }: Ship,
): Refusal | undefined {
  for (const { part, place } of shipments) {
    const refusal =
      refuseLine(part.line, legalDay(work.now), place) ??
      refusePaper(papers, part.line.warehouse_kind, 'issue', paper)
    if (refusal) return refusal
  }
  return undefined
}

function resolutions(hold: store.HoldRow, shipments: readonly Shipment[], { paper }: Ship): Resolution[] {
  return shipments.map(({ part, amount, place }) => ({
    hold: part.id,
    amount,
    owner: hold.party_id,
    scale: part.line.scale,
    keeper: part.keeper_id,
    line: part.line_id,
    record: { kind: 'hold', id: hold.id },
    paper,
    place,
  }))
}

/** What of a part is not shipped and goes on being held, as a part of its own. */
interface Rest {
  readonly id: string
  readonly of: StandingPart
  readonly amount: bigint
}

function restsOf(work: UnitOfWork, shipments: readonly Shipment[]): Rest[] {
  return shipments
    .filter(({ part, amount }) => amount < part.amount)
    .map(({ part, amount }) => ({ id: work.newId(), of: part, amount: part.amount - amount }))
}

/** Held to the time at which the whole would have ended: whole seconds, so a moment earlier rather than later. */
function holdsOf(work: UnitOfWork, hold: store.HoldRow, rests: readonly Rest[]): Move[] {
  const now = BigInt(work.now.getTime()) * 1_000_000n
  return rests.map(({ id, of, amount }) => ({
    id,
    movement: 'issue',
    from: onHand(of.line),
    to: counterAccount(articleOfLine(of.line), 'customer'),
    amount,
    hold: of.until === undefined ? 0 : Math.max(1, Number((of.until - now) / 1_000_000_000n)),
    keeper: of.keeper_id,
    line: of.line_id,
    record: { kind: 'hold', id: hold.id },
  }))
}

/** The owner gives back what is held, all of it or some parts. */
export async function releaseHold(
  work: UnitOfWork,
  input: Static<typeof ReleaseHold>,
): Promise<Static<typeof Hold> | Refusal> {
  const hold = await store.findHold(work.tx, input.hold)
  if (!hold) return holdRefusals.refuse('hold.not_found', {}, '/hold')
  if (hold.party_id !== work.actor.party) return stockRefusals.refuse('stock.not_owner')
  const parts = await standingParts(work, [hold.id])
  const named = input.parts?.map(id => parts.find(part => part.id === id))
  const missing = named?.indexOf(undefined) ?? -1
  if (missing >= 0) return holdRefusals.refuse('hold.no_such_part', {}, `/parts/${missing}`)
  const open = (named as StandingPart[] | undefined) ?? parts.filter(part => part.state === 'held')
  if (open.length === 0) return refuseEnded(parts)
  const shipments = open.map(part => ({ part, amount: 0n, place: '/hold' }))
  const moved = await moveGoods(work, resolutions(hold, shipments, { hold: hold.id }))
  if (isRefusal(moved)) return moved
  const data = { parts: open.map(part => part.id) }
  work.emit({ type: 'market.hold.released', record: `market.hold/${hold.id}`, data })
  return holdShown(hold, await standingParts(work, [hold.id]))
}
