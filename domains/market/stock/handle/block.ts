import type { UnitOfWork } from '@tongqu/kernel/command'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { findLine, findLines, type LineRow, linesOfLot } from '../line/store.ts'
import { findLot } from '../lot/store.ts'
import { stockRefusals } from '../refusals.ts'
import { closeShelves, openShelves } from '../shelf/closing.ts'
import type { Block, BlockGoods, UnblockGoods } from './contract.ts'
import { handleRefusals } from './refusals.ts'
import * as store from './store.ts'

type Shown = Static<typeof Block>

/** What a block is of, and the lines it reaches. */
interface Target {
  readonly lot: string | null
  readonly line: string | null
  readonly owner: string
  readonly keeper: string | null
  readonly lines: readonly LineRow[]
}

/**
 * Goods that must not go out: they stay on hand and are no longer available, nothing of them is held, shipped or sold.
 * A lot is blocked by its owner, what lies in one place by the owner or the keeper.
 */
export async function block(work: UnitOfWork, input: Static<typeof BlockGoods>): Promise<Shown | Refusal> {
  const target = await targetOf(work, input)
  if (isRefusal(target)) return target
  const { lot, line, owner, keeper, lines } = target
  const before = await store.openBlock(work.tx, lot, line)
  if (before) return handleRefusals.refuse('block.already', { reason: before.reason })
  const row: store.BlockRow = {
    id: work.newId(),
    lot_id: lot,
    line_id: line,
    party_id: owner,
    keeper_id: keeper,
    reason: withoutIdentityNumbers(input.reason),
    from_at: work.now,
    account_id: work.actor.account ?? null,
  }
  if (!(await store.addBlock(work.tx, row)))
    return handleRefusals.refuse('block.already', {
      reason: (await store.openBlock(work.tx, lot, line))!.reason,
    })
  const unclosed = await closeShelves(work, lines)
  if (unclosed) return unclosed
  work.emit({ type: 'market.stock.blocked', record: recordOf(target), data: { block: row.id, lot, line } })
  return shown(row)
}

/** Lifts a block; goods that another block reaches stay blocked. */
export async function unblock(
  work: UnitOfWork,
  input: Static<typeof UnblockGoods>,
): Promise<Shown | Refusal> {
  const target = await targetOf(work, input)
  if (isRefusal(target)) return target
  const { lot, line, lines } = target
  const row = await store.openBlock(work.tx, lot, line)
  if (!row || !(await store.liftBlock(work.tx, row.id, work.now, work.actor.account)))
    return handleRefusals.refuse('block.not_blocked')
  const after = await findLines(
    work.tx,
    lines.map(each => each.id),
  )
  const unopened = await openShelves(
    work,
    after.filter(each => each.blocked === null),
  )
  if (unopened) return unopened
  work.emit({ type: 'market.stock.unblocked', record: recordOf(target), data: { block: row.id, lot, line } })
  return shown(row, work.now)
}

async function targetOf(
  work: UnitOfWork,
  { lot, line }: Static<typeof UnblockGoods>,
): Promise<Target | Refusal> {
  const { party } = work.actor
  if (lot !== undefined && line === undefined) {
    const found = await findLot(work.tx, lot)
    if (!found) return stockRefusals.refuse('stock.not_found', {}, '/lot')
    if (found.party_id !== party) return stockRefusals.refuse('stock.not_owner')
    return { lot, line: null, owner: party, keeper: null, lines: await linesOfLot(work.tx, lot) }
  }
  if (line === undefined || lot !== undefined) return handleRefusals.refuse('block.one_of')
  const found = await findLine(work.tx, line)
  if (!found) return stockRefusals.refuse('stock.not_found', {}, '/line')
  if (party !== found.party_id && party !== found.keeper_id) return stockRefusals.refuse('stock.not_keeper')
  return { lot: null, line, owner: found.party_id, keeper: found.keeper_id, lines: [found] }
}

const recordOf = ({ lot, line }: Target) => (lot ? `market.lot/${lot}` : `market.line/${line}`)

function shown(row: store.BlockRow, to?: Date): Shown {
  const { id, lot_id, line_id, reason, from_at } = row
  return {
    id,
    ...(lot_id !== null && { lot: lot_id }),
    ...(line_id !== null && { line: line_id }),
    reason,
    from: from_at.toISOString(),
    ...(to && { to: to.toISOString() }),
  }
}
