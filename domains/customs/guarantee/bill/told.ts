import { pieces } from '../../cover/decimal.ts'

/** Money of tax bills has five decimals at most: amounts are in 1/100,000 of a yuan. */
export const MONEY_SCALE = 5

/** Words of the customs for the state of a bill, by the rule `customs.tax.states`, from the weakest to the strongest. */
export type BillState = 'made' | 'summed' | 'void' | 'paid'
export type StateTable = readonly { readonly code: string; readonly state: BillState }[]

export interface TaxAmounts {
  readonly duty: bigint
  readonly vat: bigint
  readonly consumption: bigint
}
export interface ToldLine extends TaxAmounts {
  readonly n: number
  readonly hsCode: string
  /** Dutiable value. */
  readonly value: bigint
}

/** What one message says of one bill: CEB816 how much it is, CEB818 only its state. */
export interface ToldBill {
  readonly listNo: string
  readonly taxNo: string
  readonly state: BillState
  /** The counter's stamp, yyyyMMddHHmmssSSS. */
  readonly time: string
  readonly orderNo: string | undefined
  readonly guarantor: string | undefined
  readonly amounts: (TaxAmounts & { readonly lines: readonly ToldLine[] }) | undefined
}

type Values = Readonly<Record<string, string>>
interface Tax {
  readonly TaxHeadRd?: Values
  readonly TaxListRd?: readonly Values[]
  readonly TaxHeadStatus?: Values
}

/** The bills in a message that its schema has judged. */
export function toldBills(value: Readonly<Record<string, unknown>>, states: StateTable): ToldBill[] {
  return (value.Tax as readonly Tax[]).map(
    ({ TaxHeadRd: bill, TaxListRd: lines = [], TaxHeadStatus: status }) => {
      const head = (bill ?? status)!
      return {
        listNo: head.invtNo!,
        taxNo: head.taxNo!,
        state: states.find(each => each.code === head.status)?.state ?? 'made',
        time: head.returnTime!,
        orderNo: head.entDutyNo,
        guarantor: head.assureCode,
        amounts: bill && { ...amountsOf(bill), lines: lines.map(lineOf) },
      }
    },
  )
}

const money = (text: string | undefined): bigint => pieces(text ?? '0', MONEY_SCALE) ?? 0n

const amountsOf = (head: Values): TaxAmounts => ({
  duty: money(head.customsTax),
  vat: money(head.valueAddedTax),
  consumption: money(head.consumptionTax),
})

const lineOf = (line: Values): ToldLine => ({
  n: Number(line.gnum),
  hsCode: line.gcode!,
  value: money(line.taxPrice),
  ...amountsOf(line),
})

/** A bill as it is kept. */
export interface KeptBill {
  readonly state: BillState
  readonly stateTime: string
  readonly orderNo: string | undefined
  readonly guarantor: string | undefined
  readonly amounts: TaxAmounts | undefined
  readonly billTime: string | undefined
}

/**
 * What is known of a bill with one more message. It takes the stronger state and the later bill, so that the end is the
 * same whatever the order they come in, and however often each comes.
 */
export function withBill(kept: KeptBill, told: ToldBill, states: StateTable): KeptBill {
  const level = (state: BillState) =>
    state === 'paid'
      ? states.findIndex(each => each.state === 'void') - 0.5
      : states.findIndex(each => each.state === state)
  const by = level(told.state) - level(kept.state)
  const isStronger = by > 0 || (by === 0 && told.time > kept.stateTime)
  const isLater = told.amounts !== undefined && isLaterBill(kept, told)
  return {
    state: isStronger ? told.state : kept.state,
    stateTime: isStronger ? told.time : kept.stateTime,
    orderNo: greater(kept.orderNo, told.orderNo),
    guarantor: greater(kept.guarantor, told.guarantor),
    amounts: isLater ? told.amounts : kept.amounts,
    billTime: isLater ? told.time : kept.billTime,
  }
}

/** Of two bills of one time the greater stands. */
export function isLaterBill({ billTime, amounts }: KeptBill, told: ToldBill): boolean {
  if (billTime === undefined || amounts === undefined || told.time > billTime) return true
  return told.time === billTime && total(told.amounts!) > total(amounts)
}

export const total = ({ duty, vat, consumption }: TaxAmounts): bigint => duty + vat + consumption

const greater = (a: string | undefined, b: string | undefined) =>
  a === undefined ? b : b === undefined || a > b ? a : b
