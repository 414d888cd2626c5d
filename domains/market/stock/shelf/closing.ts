import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { ownAccount } from '../books/account-ref.ts'
import { type Move, moveGoods, type Resolution } from '../books/move.ts'
import { articleOfLine, onHand } from '../line/account.ts'
import type { LineRow } from '../line/store.ts'
import { type ShelfRow, setClosing, shelvesOfLines } from './store.ts'

/*
 * While goods are blocked nothing of them is sold: what is free on their shelves goes back to what is on hand, and the
 * shelf's account is closed in the ledger, so that reservations can be cancelled and expire and no more. What they
 * give back lies on the closed shelf until it is cleared or opened again.
 */

/** Closes the shelves of lines; of those that are closed takes off what was given back. */
export async function closeShelves(
  work: UnitOfWork,
  lines: readonly LineRow[],
): Promise<Refusal | undefined> {
  const byId = new Map(lines.map(line => [line.id, line]))
  for (const shelf of await shelvesOfLines(work.tx, [...byId.keys()], true)) {
    const line = byId.get(shelf.line_id)!
    const closing = work.newId()
    const opened = shelf.closing_id === null ? [] : [opening(shelf, line, shelf.closing_id)]
    const moved = await moveGoods(work, [
      ...opened,
      back(shelf, line),
      { ...closed(shelf, line), id: closing },
    ])
    if (isRefusal(moved)) return moved
    await setClosing(work.tx, shelf.id, closing)
  }
  return undefined
}

/** Opens the shelves of lines again. */
export async function openShelves(work: UnitOfWork, lines: readonly LineRow[]): Promise<Refusal | undefined> {
  const byId = new Map(lines.map(line => [line.id, line]))
  for (const shelf of await shelvesOfLines(work.tx, [...byId.keys()], true)) {
    if (shelf.closing_id === null) continue
    const moved = await moveGoods(work, [opening(shelf, byId.get(shelf.line_id)!, shelf.closing_id)])
    if (isRefusal(moved)) return moved
    await setClosing(work.tx, shelf.id, null)
  }
  return undefined
}

const of = (shelf: ShelfRow) => ({
  keeper: shelf.keeper_id,
  line: shelf.line_id,
  record: { kind: 'shelf', id: shelf.id },
})

function back(shelf: ShelfRow, line: LineRow): Move {
  const from = ownAccount(shelf.id, 'shelf', articleOfLine(line))
  return { ...of(shelf), movement: 'shelf_return', from, to: onHand(line), amount: 0n, atMost: true }
}

function closed(shelf: ShelfRow, line: LineRow): Move {
  const article = articleOfLine(line)
  return {
    ...of(shelf),
    movement: 'shelf_closing',
    from: ownAccount(shelf.id, 'shelf', article),
    to: ownAccount(shelf.sold_id, 'sold', article),
    amount: 0n,
    hold: 0,
    closes: true,
  }
}

function opening(shelf: ShelfRow, line: LineRow, hold: string): Resolution {
  return { ...of(shelf), hold, amount: 0n, owner: shelf.party_id, scale: line.scale }
}
