import { orderAmounts } from './amounts.ts'
import { type Facts, textOf } from './facts.ts'
import { book, type Form, table } from './form.ts'

/* What the lines of several messages share. */

/** The quantity in a legal unit: the line's own, its net weight, or what the book states beside it. */
export function legalQuantity(facts: Facts, n: number, unit: string): string | undefined {
  const line = facts.order.lines[n]!
  const extra = facts.lines[n]
  if (line.unit === unit) return line.qty
  if (textOf(extra, 'secondUnit') === unit) return textOf(extra, 'secondQty')
  return facts.codes.kilogram.has(unit) ? line.netWeight : undefined
}

/** qty, unit and the legal quantities of a list's line. */
export function quantities(form: Form, facts: Facts, n: number) {
  const { qty, unit, hsCode } = facts.order.lines[n]!
  const legal = facts.codes.legalUnits(hsCode)
  const element = `${LIST}.`
  const unit1 = form.need(`${element}unit1`, legal?.unit1, table('tariff'))
  const qty1 = unit1 && legalQuantity(facts, n, unit1)
  const unit2 = legal?.unit2
  const qty2 = unit2 && legalQuantity(facts, n, unit2)
  return {
    qty,
    unit,
    unit1,
    qty1: unit1 ? form.need(`${element}qty1`, qty1, book(quantityField(facts, unit1))) : '',
    ...(unit2 && { unit2, qty2: form.need(`${element}qty2`, qty2, book(quantityField(facts, unit2))) }),
  }
}

const LIST = 'InventoryList'

/** Where a quantity in a unit can be given. */
export const quantityField = ({ codes }: Facts, unit: string) =>
  codes.kilogram.has(unit) ? 'netWeight' : 'secondQty'

/** Numbered lines of a record, each made by `make`. */
export function eachLine<T>(
  form: Form,
  facts: Facts,
  make: (n: number, amounts: { readonly price: string; readonly total: string }) => T,
): T[] {
  const { lines } = orderAmounts(facts.order)
  const made = lines.map((amounts, n) => {
    form.at(n + 1)
    return make(n, amounts)
  })
  form.at(undefined)
  return made
}
