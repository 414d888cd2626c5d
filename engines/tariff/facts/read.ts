import { parseCents } from '../amount/cents.ts'
import { type Decimal, parseDecimal } from '../amount/decimal.ts'
import { scaledProduct } from '../amount/exact.ts'
import { parseRate, type Rate } from '../amount/rate.ts'
import type { DayContext } from '../context.ts'
import type { Order, OrderLine } from '../order.ts'
import type { Refusal } from '../reason.ts'
import type { LineFacts, OrderFacts } from './facts.ts'

/** Above this an amount is refused, so that every tax on it stays a safe integer of cents: CNY 10^11. */
const MOST_CENTS = 1e13
const ONE: Decimal = { m: 1, s: 0 }

/** Reads an order's decimals and looks up its codes, or says which fields cannot be taken. */
export function readOrder(
  order: Order,
  day: DayContext,
  usedBefore?: number,
): OrderFacts | readonly Refusal[] {
  return new Reader(order, day).order(usedBefore)
}

class Reader {
  readonly #order: Order
  readonly #day: DayContext
  readonly #fx: Decimal | undefined
  #refusals: Refusal[] | undefined = undefined
  #line: number | undefined = undefined

  constructor(order: Order, day: DayContext) {
    this.#order = order
    this.#day = day
    this.#fx = day.customsRates.get(order.currency)
  }

  order(usedBefore: number | undefined): OrderFacts | readonly Refusal[] {
    const order = this.#order
    const lines: LineFacts[] = []
    let gross = 0
    for (let i = 0; i < order.lines.length; i++) {
      this.#line = i + 1
      const facts = this.#lineFacts(order.lines[i]!, i + 1)
      gross += facts.cny ?? 0
      lines.push(facts)
    }
    this.#line = undefined
    if (lines.length === 0) this.#refuse('lines', 'input.no_lines')
    if (gross > MOST_CENTS) this.#refuse('price', 'input.too_large')
    const facts = this.#orderFacts(lines, gross, usedBefore)
    return this.#refusals ?? facts
  }

  #orderFacts(lines: readonly LineFacts[], gross: number, usedBefore: number | undefined): OrderFacts {
    const order = this.#order
    const discountText = this.#decimal(order.discount, 'discount')
    const freightText = this.#decimal(order.freight, 'freight')
    const insuranceText = this.#decimal(order.insurance, 'insurance')
    const discount = this.#cny(discountText, 'discount') ?? 0
    if (this.#fx !== undefined && discount > gross) this.#refuse('discount', 'input.discount_above_price')
    return {
      order,
      day: this.#day,
      lines,
      fx: this.#fx,
      gross,
      discount,
      value: gross - discount,
      freight: this.#cny(freightText, 'freight'),
      insurance: this.#cny(insuranceText, 'insurance'),
      discountText,
      freightText,
      insuranceText,
      yearUsed: this.#cents(order.yearUsed, 'yearUsed'),
      usedBefore,
      inputVat: this.#cents(order.inputVat, 'inputVat'),
      domesticOutputVat: this.#cents(order.domesticOutputVat, 'domesticOutputVat'),
    }
  }

  #lineFacts(line: OrderLine, no: number): LineFacts {
    const code = line.hsCode
    if (code.length < 4 || code.length > 10 || !/^\d+$/.test(code)) this.#refuse('hsCode', 'input.bad_code')
    const qty = this.#positive(line.qty, 'qty')
    const price = this.#decimal(line.price, 'price') ?? ONE
    const fx = this.#fx
    const cny = fx === undefined ? undefined : scaledProduct(qty.m, price.m, fx.m, qty.s + price.s + fx.s - 2)
    return {
      no,
      line,
      goods: this.#day.goods.goods(code),
      qty,
      price,
      netWeight: this.#decimal(line.netWeight, 'netWeight'),
      content: this.#decimal(line.content, 'content'),
      invoice: this.#cents(line.invoiceAmount, 'invoiceAmount'),
      invoiceRate: this.#fraction(line.invoiceRate, 'invoiceRate'),
      mfnRate: this.#rate(line.mfnRate, 'mfnRate'),
      consumptionRate: this.#fraction(line.consumptionRate, 'consumptionRate'),
      consumptionUnitTax: this.#rate(line.consumptionUnitTax, 'consumptionUnitTax'),
      vatRate: this.#fraction(line.vatRate, 'vatRate'),
      refundRate: this.#fraction(line.refundRate, 'refundRate'),
      postalRate: this.#fraction(line.postalRate, 'postalRate'),
      cny,
    }
  }

  #decimal(text: string | undefined, column: string): Decimal | undefined {
    if (text === undefined) return undefined
    const decimal = parseDecimal(text)
    if (decimal === undefined || decimal.s > 8) this.#refuse(column, 'input.not_a_decimal', text)
    return decimal
  }

  #positive(text: string, column: string): Decimal {
    if (text.startsWith('-')) {
      this.#refuse(column, 'input.not_positive', text)
      return ONE
    }
    const decimal = this.#decimal(text, column) ?? ONE
    if (decimal.m === 0) this.#refuse(column, 'input.not_positive', text)
    return decimal
  }

  #cents(text: string | undefined, column: string): number | undefined {
    if (text === undefined) return undefined
    const cents = parseCents(text)
    if (cents === undefined) this.#refuse(column, 'input.not_an_amount', text)
    else if (cents > MOST_CENTS) this.#refuse(column, 'input.too_large', text)
    return cents
  }

  #rate(text: string | undefined, column: string): Rate | undefined {
    if (text === undefined) return undefined
    const rate = parseRate(text)
    if (rate === undefined || rate.d > 1e6 || rate.n > 1e9) this.#refuse(column, 'input.not_a_decimal', text)
    return rate
  }

  /** A rate below 1: "13" for 13 % is refused, not guessed. */
  #fraction(text: string | undefined, column: string): Rate | undefined {
    const rate = this.#rate(text, column)
    if (rate !== undefined && rate.n >= rate.d) this.#refuse(column, 'input.not_a_fraction', text)
    return rate
  }

  #cny(amount: Decimal | undefined, column: string): number | undefined {
    if (amount === undefined || this.#fx === undefined) return undefined
    const cents = scaledProduct(amount.m, this.#fx.m, 1, amount.s + this.#fx.s - 2)
    if (cents > MOST_CENTS) this.#refuse(column, 'input.too_large')
    return cents
  }

  #refuse(column: string, code: string, value?: string): void {
    this.#refusals ??= []
    this.#refusals.push({
      orderNo: this.#order.orderNo,
      ...(this.#line === undefined ? {} : { line: this.#line }),
      column,
      code,
      ...(value === undefined ? {} : { params: { value } }),
    })
  }
}
