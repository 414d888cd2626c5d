import { legalDay } from '@tongqu/kernel/clock'
import { inUnit } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { isGood } from '../line/pick.ts'
import type { StockLine } from './contract.ts'
import type { Level, Moment } from './standing.ts'

export const amountNames = ['onHand', 'held', 'available', 'onSale', 'reserved', 'sold'] as const
type AmountName = (typeof amountNames)[number]
type Amounts = Readonly<Record<AmountName, bigint>>

/** Amounts as they are answered. */
export function amountsShown(amounts: Amounts, scale: number): Record<AmountName, string> {
  const shown = (name: AmountName) => inUnit(amounts[name], scale)
  return {
    onHand: shown('onHand'),
    held: shown('held'),
    available: shown('available'),
    onSale: shown('onSale'),
    reserved: shown('reserved'),
    sold: shown('sold'),
  }
}

export function sumOf(levels: readonly Amounts[]): Amounts {
  const sum = (name: AmountName) => levels.reduce((total, level) => total + level[name], 0n)
  return {
    onHand: sum('onHand'),
    held: sum('held'),
    available: sum('available'),
    onSale: sum('onSale'),
    reserved: sum('reserved'),
    sold: sum('sold'),
  }
}

/** Whether a line's goods may go out on a day, and why not. */
export function stateOf({ line }: Level, today: string): 'good' | 'blocked' | 'expired' {
  if (line.blocked !== null) return 'blocked'
  return isGood(line, today) ? 'good' : 'expired'
}

export function lineShown(level: Level, today: string): Static<typeof StockLine> {
  const { line } = level
  const { lot_id, lot_number, produced_on, expires_on, blocked, shelf_id } = line
  return {
    line: line.id,
    article: line.article_id,
    sku: line.sku,
    name: { ...line.name },
    unit: line.unit,
    owner: line.party_id,
    warehouse: line.warehouse_id,
    warehouseCode: line.warehouse_code,
    warehouseKind: line.warehouse_kind,
    keeper: line.keeper_id,
    ...(lot_id !== null && lot_number !== null && { lot: { id: lot_id, number: lot_number } }),
    ...(produced_on !== null && { producedOn: produced_on }),
    ...(expires_on !== null && { expiresOn: expires_on }),
    state: stateOf(level, today),
    ...(blocked !== null && { blocked }),
    ...(shelf_id !== null && { shelf: shelf_id }),
    ...amountsShown(level, line.scale),
  }
}

/** The moment's legal day; of none, today's. */
export function dayOf(moment: Moment | undefined, now: Date): string {
  return legalDay(moment ? new Date(moment.asAt) : now)
}
