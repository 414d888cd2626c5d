import type { ModePlan } from '@tongqu/tariff'
import type { Static } from 'typebox'
import { inWhole } from '../../cover/decimal.ts'
import type * as contract from './contract.ts'
import type { ShownBill, ShownLine } from './read-store.ts'
import { MONEY_SCALE, type TaxAmounts, total } from './told.ts'

/* Tax bills as callers see them: what was levied beside what was planned. */

const shown = (amount: bigint) => inWhole(amount, MONEY_SCALE)
const ofCents = (cents: number) => BigInt(cents) * 1000n

const amounts = (of: TaxAmounts) => ({
  duty: shown(of.duty),
  vat: shown(of.vat),
  consumption: shown(of.consumption),
  total: shown(total(of)),
})

type PlannedTaxes = Pick<NonNullable<ModePlan['amounts']>['taxes'], 'duty' | 'vat' | 'consumptionTax'>

const planned = ({ duty, vat, consumptionTax }: PlannedTaxes): TaxAmounts => ({
  duty: ofCents(duty),
  vat: ofCents(vat),
  consumption: ofCents(consumptionTax),
})

export function leviedOf({ duty, vat, consumption }: ShownBill): TaxAmounts | undefined {
  if (duty === null || vat === null || consumption === null) return undefined
  return { duty: BigInt(duty), vat: BigInt(vat), consumption: BigInt(consumption) }
}

/** What was levied less what was planned; undefined where one of them is not known. */
export function differenceOf(row: ShownBill): bigint | undefined {
  const levied = leviedOf(row)
  const plan = row.plan?.amounts
  return levied && plan && total(levied) - total(planned(plan.taxes))
}

export function billShown(
  row: ShownBill,
  due: { readonly from: string; readonly until: string } | undefined,
): Static<typeof contract.TaxBill> {
  const levied = leviedOf(row)
  const plan = row.plan?.amounts
  const difference = differenceOf(row)
  return {
    id: row.id,
    listNo: row.list_no,
    taxNo: row.tax_no,
    state: row.state,
    ...(row.order_no !== null && { orderNo: row.order_no }),
    ...(row.guarantor !== null && { guarantor: row.guarantor }),
    ...(levied && { levied: amounts(levied) }),
    ...(plan && { planned: amounts(planned(plan.taxes)) }),
    ...(difference !== undefined && { difference: shown(difference) }),
    ...(row.number !== null && { declaration: row.number }),
    ...(due && { payFrom: due.from, payUntil: due.until }),
    ...(row.paid_at && { paidAt: row.paid_at.toISOString() }),
  }
}

/** Line by line: the plan's lines are the list's, in their order. */
export function lineShown(
  line: ShownLine,
  plan: ModePlan | null,
): Static<typeof contract.BillRead>['lines'][number] {
  const levied = { duty: BigInt(line.duty), vat: BigInt(line.vat), consumption: BigInt(line.consumption) }
  const found = plan?.amounts?.lines.find(each => each.line === line.n)
  const reckoned = found && planned(found)
  return {
    line: line.n,
    hsCode: line.hs_code,
    levied: { ...amounts(levied), value: shown(BigInt(line.value)) },
    ...(found &&
      reckoned && {
        planned: { ...amounts(reckoned), value: shown(ofCents(found.dutiableValue)) },
        difference: shown(total(levied) - total(reckoned)),
      }),
  }
}
