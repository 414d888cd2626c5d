import type { ModeJson, OrderJson } from '@tongqu/tariff'

export type { ModeJson, OrderJson }

/** The kinds of tax of a mode, in the order in which each enters the next one's base. */
export const taxKinds = ['duty', 'exportDuty', 'consumptionTax', 'vat', 'postal', 'assessed'] as const
export type TaxKind = (typeof taxKinds)[number]

/** The contract leaves the plan of an order open; this is the one shape the planner writes. */
export function orderJson(value: unknown): OrderJson {
  return value as OrderJson
}

export const isAllowed = (mode: ModeJson): boolean => mode.allowed === true

const rank = (mode: ModeJson, chosen: string | null): number => {
  if (mode.mode === chosen) return 0
  if (mode.allowed === true) return 1
  return mode.allowed === 'undetermined' ? 2 : 3
}

/** The chosen mode first, then the allowed ones from the least net cost, then what is open, then what is refused. */
export function inRank(plan: OrderJson, cost: (amount: string) => bigint): ModeJson[] {
  return [...plan.modes].sort((a, b) => {
    const byRank = rank(a, plan.chosen) - rank(b, plan.chosen)
    if (byRank !== 0) return byRank
    const byCost = cost(a.netCost ?? '0') - cost(b.netCost ?? '0')
    return byCost < 0n ? -1 : byCost > 0n ? 1 : a.mode.localeCompare(b.mode)
  })
}

/**
 * The reason that decides a mode which is not allowed: what is missing, else what refuses. Reasons about the
 * tariff's edition are notes and never decide.
 */
export function mainReason(mode: ModeJson | undefined): ModeJson['reasons'][number] | undefined {
  if (!mode) return undefined
  const isNeed = (code: string) => code.startsWith('needs.')
  const decides = (code: string) =>
    mode.allowed === 'undetermined' ? isNeed(code) : !isNeed(code) && !code.startsWith('tariff.')
  return mode.reasons.find(reason => decides(reason.code)) ?? mode.reasons[0]
}

/** The kinds of tax that come to something in at least one of these records. */
export function usedKinds(records: readonly (Readonly<Record<string, unknown>> | undefined)[]): TaxKind[] {
  return taxKinds.filter(kind => records.some(record => /[1-9]/.test(String(record?.[kind] ?? ''))))
}

/** What the order book said of a line; the contract leaves the input open. */
export interface InputLine {
  readonly name?: string
  readonly nameEn?: string
  readonly hsCode?: string
  readonly qty?: string
  readonly unit?: string
  readonly price?: string
  readonly invoiceAmount?: string
  readonly invoiceRate?: string
}

export interface InputOrder {
  readonly currency?: string
  readonly date?: string
  readonly country?: string
  readonly lines: readonly InputLine[]
}

export function inputOrder(value: unknown): InputOrder {
  const order = (value ?? {}) as Partial<InputOrder>
  return { ...order, lines: order.lines ?? [] }
}
