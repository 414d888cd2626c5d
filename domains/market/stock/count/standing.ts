import type { UnitOfWork } from '@tongqu/kernel/command'
import { accountsAsAt, accountsNow, type Balances, inUnit } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { findLines, type LineRow } from '../line/store.ts'
import type { CountHead, CountReview, CountSheet } from './contract.ts'
import { finalOf, roundOf } from './rules.ts'
import * as store from './store.ts'

/** A line of a sheet with what it is a line of. */
export interface SheetLine extends store.CountLineRow {
  readonly stock: LineRow
}
/** A line that was counted, against what was expected of it when the count began. */
export interface CountedLine extends SheetLine {
  readonly expected: bigint
  /** What came, less what went, since then. */
  readonly movedSince: bigint
  readonly counted: bigint
}

export async function sheetLines(work: UnitOfWork, count: string): Promise<SheetLine[]> {
  const lines = await store.linesOf(work.tx, count)
  const found = await findLines(
    work.tx,
    lines.map(line => line.line_id),
  )
  const byId = new Map(found.map(line => [line.id, line]))
  return lines.map(line => ({ ...line, stock: byId.get(line.line_id)! }))
}

const posted = (balances: Balances | undefined) =>
  balances ? balances.credits_posted - balances.debits_posted : 0n

/** The lines with what was expected: balances as at the times that the count began at. */
export async function countedLines(work: UnitOfWork, count: string): Promise<CountedLine[]> {
  const lines = await sheetLines(work, count)
  const frozen = lines.flatMap(line => Object.entries(line.frozen))
  const then = await accountsAsAt(
    work.tx,
    frozen.map(([id, at]) => ({ id, at: BigInt(at) })),
  )
  const now = await accountsNow(
    work.tx,
    frozen.map(([id]) => id),
  )
  return lines.map(line => {
    const accounts = Object.keys(line.frozen)
    const sum = (balances: ReadonlyMap<string, Balances>) =>
      accounts.reduce((total, id) => total + posted(balances.get(id)), 0n)
    const [first, second] = [amount(line.first), amount(line.second)]
    const expected = sum(then)
    return { ...line, expected, movedSince: sum(now) - expected, counted: finalOf(first, second) ?? 0n }
  })
}

const amount = (text: string | null) => (text === null ? undefined : BigInt(text))

export function headShown(row: store.CountRow): Static<typeof CountHead> {
  const { reason, ended_at } = row
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    owner: row.party_id,
    warehouse: row.warehouse_id,
    keeper: row.keeper_id,
    at: row.at.toISOString(),
    ...(reason !== null && { reason }),
    ...(ended_at !== null && { endedAt: ended_at.toISOString() }),
  }
}

function ofShown({ n, stock }: SheetLine) {
  return {
    line: n,
    stock: stock.id,
    article: stock.article_id,
    sku: stock.sku,
    unit: stock.unit,
    ...(stock.lot_number !== null && { lot: stock.lot_number }),
    ...(stock.expires_on !== null && { expiresOn: stock.expires_on }),
  }
}

/** Lines that are counted in the round that is open. */
export function openLines(state: store.CountRow['state'], lines: readonly SheetLine[]): SheetLine[] {
  const round = roundOf(state)
  return lines.filter(line => round === 1 || (round === 2 && line.recount))
}

export function sheetShown(row: store.CountRow, lines: readonly SheetLine[]): Static<typeof CountSheet> {
  const open = new Set(openLines(row.state, lines))
  const entered = (line: SheetLine) => (roundOf(row.state) === 2 ? line.second : line.first) !== null
  return {
    ...headShown(row),
    lines: lines.map(line => ({ ...ofShown(line), open: open.has(line), entered: entered(line) })),
  }
}

export function reviewShown(row: store.CountRow, lines: readonly CountedLine[]): Static<typeof CountReview> {
  return {
    ...headShown(row),
    lines: lines.map(line => {
      const shown = (each: bigint) => inUnit(each, line.stock.scale)
      const second = amount(line.second)
      return {
        ...ofShown(line),
        expected: shown(line.expected),
        first: shown(amount(line.first) ?? 0n),
        ...(second !== undefined && { second: shown(second) }),
        difference: shown(line.counted - line.expected),
        movedSince: shown(line.movedSince),
        countedBy: line.counted_by.filter(id => id !== null),
      }
    }),
  }
}
