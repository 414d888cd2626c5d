import {
  type PlannedOrder,
  type PlanPiece,
  type PlanRemarkJson,
  rulesHash,
  runPlan,
} from '@tongqu/customs/plan'
import type { Rulebook } from '@tongqu/customs/rules'
import type { PlanTables } from '@tongqu/customs/tables'
import type { OpenedFile } from '@tongqu/kernel/files'
import { formatCents, renderText } from '@tongqu/tariff'

/** One book to plan. */
export interface PlanJob {
  readonly file: OpenedFile
  readonly kind: 'xlsx' | 'csv' | 'json'
  readonly name: string
  readonly tables: PlanTables
  readonly rules: Rulebook
  readonly date: string
  readonly fx: Readonly<Record<string, string>>
  readonly language: 'zh' | 'en'
}

type Refused = Extract<PlanPiece, { kind: 'orders' }>['refused']

export interface PlanTotals {
  readonly planned: number
  readonly refused: readonly PlanRemarkJson[]
  /** Orders that were refused; one of them may have several refusals. */
  readonly refusedOrders: number
  /** CNY. */
  readonly taxes: string
  readonly refund: string
  readonly netCost: string
  readonly byMode: ReadonlyMap<string, number>
  readonly shipments: Extract<PlanPiece, { kind: 'end' }>['shipments']
  readonly warnings: readonly PlanRemarkJson[]
}

/** Plans a book, handing on its orders as they come; what spans orders is the answer. */
export async function planFile(
  job: PlanJob,
  take: (orders: readonly PlannedOrder[], refused: Refused) => Promise<void>,
): Promise<PlanTotals> {
  const { language } = job
  const refused: PlanRemarkJson[] = []
  const refusedOrders = new Set<string>()
  const byMode = new Map<string, number>()
  const sums = { planned: 0, taxes: 0, refund: 0, netCost: 0 }
  for await (const piece of runPlan(job)) {
    if (piece.kind === 'end') {
      return {
        planned: sums.planned,
        refused,
        refusedOrders: refusedOrders.size,
        taxes: formatCents(sums.taxes),
        refund: formatCents(sums.refund),
        netCost: formatCents(sums.netCost),
        byMode,
        shipments: piece.shipments,
        warnings: warningsOf(piece, language),
      }
    }
    for (const { decision } of piece.orders) {
      const chosen = decision.modes.find(mode => mode.mode === decision.chosen)
      byMode.set(chosen?.mode ?? 'none', (byMode.get(chosen?.mode ?? 'none') ?? 0) + 1)
      sums.planned++
      sums.taxes += chosen?.amounts?.taxes.total ?? 0
      sums.refund += chosen?.amounts?.refund ?? 0
      sums.netCost += chosen?.amounts?.netCost ?? 0
    }
    for (const refusal of piece.refused) {
      const { params: _, text, ...rest } = refusal
      refused.push({ ...rest, text: text[language] })
      refusedOrders.add(refusal.orderNo ?? `row ${refusal.row}`)
    }
    await take(piece.orders, piece.refused)
  }
  throw new Error('The plan ended without its end.')
}

function warningsOf(end: Extract<PlanPiece, { kind: 'end' }>, language: 'zh' | 'en'): PlanRemarkJson[] {
  return [
    ...end.warnings.map(({ code, params }) => ({ code, text: renderText(code, params, language) })),
    ...end.bookWarnings.map(({ params: _, text, ...rest }) => ({ ...rest, text: text[language] })),
  ]
}

/** Head of the plan's JSON: what it was decided by. */
export function planHead({ rules, tables, date, fx }: PlanJob) {
  return {
    date,
    ruleset: { id: 'cn', asAt: date, digest: rules.parameters.at(date).digest(rulesHash) },
    fx: { ...tables.ratesAt(date).customs, ...fx },
  }
}
