import type { UnitOfWork } from '@tongqu/kernel/command'
import { inUnit, type Turnover, turnoverOf } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { type MovementName, movementKinds, movementOf } from '../books/chart.ts'
import type { StockReport, StockReportShown } from './contract.ts'
import { endOf, type Level, levelPage, type Moment, momentOf } from './standing.ts'

type Shown = Static<typeof StockReportShown>
const EVER = '1970-01-01T00:00:00Z'
const PAGE = 100
/** From what is on hand to what is on sale and from there to what is sold, nothing leaves the warehouse. */
const WITHIN: ReadonlySet<MovementName> = new Set(['shelf_fill', 'shelf_return', 'reservation'])

/** Stock as at an instant and as known at a position, and what led to it since another; the same answer for ever. */
export async function report(work: UnitOfWork, input: Static<typeof StockReport>): Promise<Shown> {
  const { from = EVER, article, warehouse, after, limit = PAGE } = input
  const asked = await momentOf(work, input)
  const moment = asked ?? (await momentOf(work, { asAt: work.now.toISOString() }))!
  const filter = { article, warehouse, withEmpty: true }
  const page = await levelPage(work, moment, filter, after, limit)
  const moved = await turnover(work, page.levels, from, moment)
  return {
    from,
    ...moment,
    lines: page.levels.map(level => lineOf(level, moved.get(level.line.id) ?? [])),
    ...(page.next !== undefined && { next: page.next }),
  }
}

/** What moved on a line's accounts, by line. */
async function turnover(
  work: UnitOfWork,
  levels: readonly Level[],
  from: string,
  { asAt, knownAt }: Moment,
): Promise<Map<string, Turnover[]>> {
  const lineByAccount = new Map<string, string>()
  for (const { line } of levels)
    for (const id of [line.id, line.shelf_id, line.sold_id]) if (id !== null) lineByAccount.set(id, line.id)
  const period = { from: endOf(from), to: endOf(asAt), knownAt }
  const moved = new Map<string, Turnover[]>()
  for (const each of await turnoverOf(work.tx, [...lineByAccount.keys()], period)) {
    const line = lineByAccount.get(each.account)!
    moved.set(line, [...(moved.get(line) ?? []), each])
  }
  return moved
}

function lineOf(level: Level, moved: readonly Turnover[]): Shown['lines'][number] {
  const { line, onHand } = level
  const crossing = moved.filter(({ code }) => !WITHIN.has(movementOf(code)))
  const change = crossing.reduce((sum, { debits, credits }) => sum + credits - debits, 0n)
  const shown = (amount: bigint) => inUnit(amount, line.scale)
  return {
    line: line.id,
    article: line.article_id,
    sku: line.sku,
    unit: line.unit,
    warehouse: line.warehouse_id,
    warehouseCode: line.warehouse_code,
    ...(line.lot_number !== null && { lot: line.lot_number }),
    opening: shown(onHand - change),
    movements: byMovement(crossing).map(([movement, { debits, credits }]) => ({
      movement,
      movementName: { ...movementKinds[movement].name },
      in: shown(credits),
      out: shown(debits),
    })),
    closing: shown(onHand),
  }
}

/** Goods are issued off what is on hand and off what was sold: one movement, two accounts. */
function byMovement(moved: readonly Turnover[]) {
  const sums = new Map<MovementName, { debits: bigint; credits: bigint }>()
  for (const { code, debits, credits } of moved) {
    const before = sums.get(movementOf(code)) ?? { debits: 0n, credits: 0n }
    sums.set(movementOf(code), { debits: before.debits + debits, credits: before.credits + credits })
  }
  return [...sums]
}
