import { closed, Id } from '@tongqu/kernel/command'
import { Type } from 'typebox'

/** What callers see of tax bills: schemas only. Money is CNY, decimals as text. */

const Money = Type.String({ pattern: '^-?\\d{1,14}(\\.\\d{1,5})?$' })
const Amounts = Type.Object({ duty: Money, vat: Money, consumption: Money, total: Money })

export const TaxBill = Type.Object({
  id: Id,
  /** The list's number at the customs, and the bill's own. */
  listNo: Type.String(),
  taxNo: Type.String(),
  /** made, summed (into a payment order), void, paid. */
  state: Type.String(),
  /** Number of the payment order. */
  orderNo: Type.Optional(Type.String()),
  guarantor: Type.Optional(Type.String()),
  /** Absent: only its state has been told. */
  levied: Type.Optional(Amounts),
  /** What the plan reckoned; absent: the bill’s list is not known here. */
  planned: Type.Optional(Amounts),
  /** Levied less planned. */
  difference: Type.Optional(Money),
  declaration: Type.Optional(Type.String()),
  /** Legal days between which the tax is paid; absent: the list has not been released. */
  payFrom: Type.Optional(Type.String()),
  payUntil: Type.Optional(Type.String()),
  paidAt: Type.Optional(Type.String()),
})

export const ListBills = closed({
  state: Type.Optional(Type.String({ maxLength: 20 })),
  /** Only what the customs levied otherwise than planned. */
  differing: Type.Optional(Type.Boolean()),
  /** A number of a list, a bill, a payment order or a declaration. */
  search: Type.Optional(Type.String({ maxLength: 60 })),
  after: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export const BillList = Type.Object({ bills: Type.Array(TaxBill), next: Type.Optional(Id) })

export const ReadBill = closed({ id: Id })
export const BillRead = Type.Object({
  ...TaxBill.properties,
  lines: Type.Array(
    Type.Object({
      line: Type.Integer(),
      hsCode: Type.String(),
      levied: Type.Object({ ...Amounts.properties, value: Money }),
      planned: Type.Optional(Type.Object({ ...Amounts.properties, value: Money })),
      difference: Type.Optional(Money),
    }),
  ),
  source: Type.Optional(Type.String()),
})

export const PayBills = closed({
  /** The payment order that was paid. */
  order: Type.String({ minLength: 1, maxLength: 50 }),
  /** What says so: the receipt of the treasury, a bank’s. */
  reference: Type.String({ minLength: 2, maxLength: 100 }),
})
export const BillsPaid = closed({ order: Type.String(), bills: Type.Integer(), total: Money })
