import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { unsafeInScope } from '@tongqu/kernel/db'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { accountsNow, availableOn, inUnit, type StandingAccount } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { amountOf } from '../amounts.ts'
import { counterAccount, ownAccount, soldAccount } from '../books/account-ref.ts'
import { type Move, moveGoods } from '../books/move.ts'
import { openStockAccounts } from '../books/open.ts'
import { articleOfLine, onHand } from '../line/account.ts'
import { lineOf, refuseLine } from '../line/pick-locked.ts'
import { findLine, findLines, type LineRow } from '../line/store.ts'
import { paperRules, refusePaper } from '../papers.ts'
import { stockRefusals } from '../refusals.ts'
import { WRITER } from '../reservation/writer.ts'
import type { StockRules } from '../rulebook.ts'
import { PAGE } from '../shapes.ts'
import { closeShelves } from './closing.ts'
import type { ClearShelf, FillShelf, ListShelves, Offered, Shelf, ShipSold } from './contract.ts'
import { shelfRefusals } from './refusals.ts'
import * as store from './store.ts'
import { fieldsOf } from './terms.ts'

type Shown = Static<typeof Shelf>

/** The owner puts pieces of a line on sale: they leave what is on hand and can be reserved off the shelf. */
export async function fill(work: UnitOfWork, input: Static<typeof FillShelf>): Promise<Shown | Refusal> {
  const line = await lineOf(work, input.line, '/line')
  if (isRefusal(line)) return line
  if (line.party_id !== work.actor.party) return stockRefusals.refuse('stock.not_owner')
  const bad = refuseLine(line, legalDay(work.now), '/line')
  if (bad) return bad
  const amount = amountOf(line, input, '/quantity')
  if (isRefusal(amount)) return amount
  const shelf = await shelfOf(work, line)
  if (isRefusal(shelf)) return shelf
  const to = ownAccount(shelf.id, 'shelf', articleOfLine(line))
  return move(work, shelf, line, 'filled', {
    movement: 'shelf_fill',
    from: onHand(line),
    to,
    amount,
    place: '/quantity',
  })
}

/** The owner takes pieces off sale that nobody has reserved. */
export async function clear(work: UnitOfWork, input: Static<typeof ClearShelf>): Promise<Shown | Refusal> {
  const found = await ofOwner(work, input.shelf)
  if (isRefusal(found)) return found
  const { shelf, line } = found
  const { quantity, unit } = input
  const amount = quantity === undefined ? undefined : amountOf(line, { quantity, unit }, '/quantity')
  if (isRefusal(amount)) return amount
  // Off a closed shelf goes what buyers gave back: all of it, for none of it is to be sold.
  if (shelf.closing_id !== null) {
    const cleared = await closeShelves(work, [line])
    return isRefusal(cleared) ? cleared : shownNow(work, shelf, line)
  }
  return move(work, shelf, line, 'cleared', {
    movement: 'shelf_return',
    from: ownAccount(shelf.id, 'shelf', articleOfLine(line)),
    to: onHand(line),
    amount: amount ?? 0n,
    atMost: amount === undefined,
    place: '/quantity',
  })
}

/** The keeper ships what was sold off the shelf. */
export async function ship(
  work: UnitOfWork,
  input: Static<typeof ShipSold>,
  rules: StockRules,
): Promise<Shown | Refusal> {
  const shelf = await store.findShelf(work.tx, input.shelf)
  if (!shelf) return shelfRefusals.refuse('shelf.not_found', {}, '/shelf')
  if (shelf.keeper_id !== work.actor.party) return stockRefusals.refuse('stock.not_keeper')
  const line = (await findLine(work.tx, shelf.line_id))!
  const today = legalDay(work.now)
  const bad = refuseLine(line, today, '/shelf')
  if (bad) return bad
  const amount = amountOf(line, input, '/quantity')
  if (isRefusal(amount)) return amount
  const papers = paperRules(rules, today)
  if (isRefusal(papers)) return papers
  const unproven = refusePaper(papers, line.warehouse_kind, 'issue', input.paper)
  if (unproven) return unproven
  const article = articleOfLine(line)
  return move(work, shelf, line, 'shipped', {
    movement: 'issue',
    from: ownAccount(shelf.sold_id, 'sold', article),
    to: counterAccount(article, 'customer'),
    amount,
    reason: input.note && withoutIdentityNumbers(input.note),
    paper: input.paper,
    place: '/quantity',
  })
}

/** The shelf of a line; opened where it has none. */
async function shelfOf(work: UnitOfWork, line: LineRow): Promise<store.ShelfRow | Refusal> {
  const [before] = await store.shelvesOfLines(work.tx, [line.id])
  if (before) return before
  const id = work.newId()
  const { id: line_id, article_id, party_id, keeper_id } = line
  const sold_id = soldAccount(id)
  const shelf = { id, line_id, article_id, party_id, keeper_id, sold_id, closing_id: null }
  // Somebody has opened one meanwhile, and is committed: `on conflict` waited for that.
  if (!(await store.addShelf(work.tx, shelf, work.now)))
    return (await store.shelvesOfLines(work.tx, [line.id]))[0]!
  const article = articleOfLine(line)
  const accounts = [ownAccount(id, 'shelf', article), ownAccount(shelf.sold_id, 'sold', article)]
  const terms = { writer: WRITER, ...fieldsOf(party_id, line.expires_on) }
  return (await openStockAccounts(work, accounts, terms)) ?? shelf
}

type Happened = 'filled' | 'cleared' | 'shipped'

async function move(
  work: UnitOfWork,
  shelf: store.ShelfRow,
  line: LineRow,
  what: Happened,
  how: Omit<Move, 'keeper' | 'line' | 'record'>,
): Promise<Shown | Refusal> {
  const record = { kind: 'shelf', id: shelf.id }
  const moved = await moveGoods(work, [{ ...how, keeper: shelf.keeper_id, line: line.id, record }])
  if (isRefusal(moved)) return moved
  const data = {
    line: line.id,
    transfer: moved[0]!,
    ...(how.atMost ? {} : { amount: how.amount.toString() }),
  }
  work.emit({ type: `market.shelf.${what}`, record: `market.shelf/${shelf.id}`, data })
  return shownNow(work, shelf, line)
}

async function shownNow(work: UnitOfWork, shelf: store.ShelfRow, line: LineRow): Promise<Shown> {
  return shown(shelf, line, await accountsNow(work.tx, [shelf.id, shelf.sold_id]))
}

async function ofOwner(work: UnitOfWork, id: string) {
  const shelf = await store.findShelf(work.tx, id)
  if (!shelf) return shelfRefusals.refuse('shelf.not_found', {}, '/shelf')
  if (shelf.party_id !== work.actor.party) return stockRefusals.refuse('stock.not_owner')
  return { shelf, line: (await findLine(work.tx, shelf.line_id))! }
}

function shown(shelf: store.ShelfRow, line: LineRow, accounts: ReadonlyMap<string, StandingAccount>): Shown {
  const { scale } = line
  const on = accounts.get(shelf.id)!
  return {
    id: shelf.id,
    line: line.id,
    article: line.article_id,
    sku: line.sku,
    unit: line.unit,
    owner: shelf.party_id,
    warehouse: line.warehouse_id,
    keeper: shelf.keeper_id,
    ...(line.lot_number !== null && { lot: line.lot_number }),
    ...(line.expires_on !== null && { expiresOn: line.expires_on }),
    free: inUnit(availableOn(on), scale),
    reserved: inUnit(on.debits_pending, scale),
    sold: inUnit(availableOn(accounts.get(shelf.sold_id)!), scale),
  }
}

export async function list(work: UnitOfWork, input: Static<typeof ListShelves>) {
  const { article, after, limit = PAGE } = input
  const shelves = await store.listShelves(work.tx, article, after, limit)
  const lines = new Map(
    (
      await findLines(
        work.tx,
        shelves.map(shelf => shelf.line_id),
      )
    ).map(line => [line.id, line]),
  )
  const accounts = await accountsNow(
    work.tx,
    shelves.flatMap(shelf => [shelf.id, shelf.sold_id]),
  )
  const last = shelves.length === limit ? shelves.at(-1) : undefined
  return {
    shelves: shelves.map(shelf => shown(shelf, lines.get(shelf.line_id)!, accounts)),
    ...(last && { next: last.id }),
  }
}

/** What anyone who may buy is told of a shelf: what it is and how much is left. */
export async function look(work: UnitOfWork, shelf: string): Promise<Static<typeof Offered> | Refusal> {
  const found = await unsafeInScope(work.tx, 'audit', () => store.offered(work.tx, shelf))
  const account = (await accountsNow(work.tx, [shelf])).get(shelf)
  if (!found || !account) return shelfRefusals.refuse('shelf.not_found', {}, '/shelf')
  const { name, unit, scale } = found
  return { shelf, name: { ...name }, unit, left: inUnit(availableOn(account), scale) }
}
