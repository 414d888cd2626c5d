import type { SheetLimits } from '@tongqu/sheet'

export interface BookLimits {
  /** Order numbers are remembered to the end, so their number is bounded. */
  readonly maxOrders: number
  /** The lines of one order are held together. */
  readonly maxLinesPerOrder: number
  /** Faults of one order that are listed one by one; the rest is counted. */
  readonly maxFaultsPerOrder: number
  /** JSON is read as a whole. */
  readonly maxJsonBytes: number
  /** Bounds of the file itself. */
  readonly sheet: Partial<SheetLimits>
}

export const defaultBookLimits: BookLimits = {
  maxOrders: 500_000,
  maxLinesPerOrder: 10_000,
  maxFaultsPerOrder: 20,
  maxJsonBytes: 64 * 1024 * 1024,
  sheet: {},
}
