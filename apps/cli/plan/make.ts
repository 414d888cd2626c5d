import {
  type PlannedOrder,
  type PlanPiece,
  type PlanRemarkJson,
  remarkJson,
  runPlan,
} from '@tongqu/customs/plan'
import type { Rulebook } from '@tongqu/customs/rules'
import type { PlanTables } from '@tongqu/customs/tables'
import type { OpenedFile } from '@tongqu/kernel/files'
import type { Language } from '@tongqu/kernel/text'
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
  readonly language: Language
}

type End = Extract<PlanPiece, { kind: 'end' }>

export interface PlanTotals {
  readonly planned: number
  readonly refused: readonly PlanRemarkJson[]
  /** Orders that were refused: one may have several refusals, and a refusal may be about no order. */
  readonly refusedOrders: number
  /** CNY. */
  readonly taxes: string
  readonly refund: string
  readonly netCost: string
  readonly byMode: ReadonlyMap<string, number>
  readonly shipments: End['shipments']
  readonly warnings: readonly PlanRemarkJson[]
}

/** Plans a book, handing on its orders as they come; what spans orders is the answer. */
export async function planFile(
  job: PlanJob,
  take: (orders: readonly PlannedOrder[], refused: number) => Promise<void>,
): Promise<PlanTotals> {
  const refused: PlanRemarkJson[] = []
  const byMode = new Map<string, number>()
  const sums = { planned: 0, taxes: 0, refund: 0, netCost: 0 }
  for await (const piece of runPlan(job)) {
    if (piece.kind === 'end') {
      return {
        planned: sums.planned,
        refused,
        refusedOrders: piece.refusedOrders,
        taxes: formatCents(sums.taxes),
        refund: formatCents(sums.refund),
        netCost: formatCents(sums.netCost),
        byMode,
        shipments: piece.shipments,
        warnings: warningsOf(piece, job.language),
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
    for (const refusal of piece.refused) refused.push(remarkJson(refusal, job.language))
    await take(piece.orders, piece.refused.length)
  }
  throw new Error('The plan ended without its end.')
}

function warningsOf({ warnings, bookWarnings }: End, language: Language): PlanRemarkJson[] {
  return [
    ...warnings.map(({ code, params }) => ({ code, text: renderText(code, params, language) })),
    ...bookWarnings.map(warning => remarkJson(warning, language)),
  ]
}

/** Head of the plan's JSON: what it was decided by. */
export function planHead({ rules, tables, date, fx }: PlanJob) {
  return {
    date,
    ruleset: { id: 'cn', asAt: date, digest: rules.digestAt(date) },
    fx: { ...tables.ratesAt(date).customs, ...fx },
  }
}
