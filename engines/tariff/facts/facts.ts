import type { Decimal } from '../amount/decimal.ts'
import type { Rate } from '../amount/rate.ts'
import type { DayContext } from '../context.ts'
import type { Order, OrderLine } from '../order.ts'
import type { Goods } from '../tables/tables.ts'

/** A line with its decimals read and its code looked up. */
export interface LineFacts {
  readonly no: number
  readonly line: OrderLine
  readonly goods: Goods
  readonly qty: Decimal
  readonly price: Decimal
  readonly netWeight: Decimal | undefined
  readonly content: Decimal | undefined
  readonly invoice: number | undefined
  readonly invoiceRate: Rate | undefined
  readonly mfnRate: Rate | undefined
  readonly consumptionRate: Rate | undefined
  readonly consumptionUnitTax: Rate | undefined
  readonly vatRate: Rate | undefined
  readonly refundRate: Rate | undefined
  readonly postalRate: Rate | undefined
  /** quantity × price at the customs' rate, in cents of CNY; undefined: that rate is not loaded. */
  readonly cny: number | undefined
}

/** An order with its decimals read; amounts in cents of CNY at the customs' rate, undefined where unknown. */
export interface OrderFacts {
  readonly order: Order
  readonly day: DayContext
  readonly lines: readonly LineFacts[]
  /** CNY for one unit of the order's currency. */
  readonly fx: Decimal | undefined
  /** Sum of the lines. */
  readonly gross: number
  readonly discount: number
  /** Sum of the lines less the discount. */
  readonly value: number
  readonly freight: number | undefined
  readonly insurance: number | undefined
  readonly discountText: Decimal | undefined
  readonly freightText: Decimal | undefined
  readonly insuranceText: Decimal | undefined
  readonly yearUsed: number | undefined
  /** What earlier orders of the same book leave the buyer's yearly amount at; undefined: there are none. */
  readonly usedBefore: number | undefined
  readonly inputVat: number | undefined
  readonly domesticOutputVat: number | undefined
}
