import { formatCents } from './amount/cents.ts'
import { decisionOf, type OrderDecision } from './decision.ts'
import type { OrderPlan } from './plan.ts'
import type { LineTaxes, ModePlan, Reason, Refusal, Remedy } from './reason.ts'
import { renderText } from './text/render.ts'
import type { Lang } from './text/texts.ts'

export interface ReasonJson {
  readonly code: string
  readonly text: string
  readonly source?: string
  /** Number of the line it is about, from 1. */
  readonly line?: number
}

export interface ModeJson {
  readonly mode: string
  readonly allowed: true | false | 'undetermined'
  readonly reasons: readonly ReasonJson[]
  readonly taxes?: Readonly<Record<string, string>>
  readonly refund?: string
  readonly netCost?: string
  readonly lines?: readonly Readonly<Record<string, string | number>>[]
  readonly documents?: readonly string[]
  readonly deadlines?: readonly { readonly what: string; readonly from?: string; readonly until: string }[]
  readonly remedy?: Remedy
}

export interface OrderJson {
  readonly orderNo: string
  readonly value: { readonly cny?: string; readonly usd?: string }
  readonly modes: readonly ModeJson[]
  readonly chosen: string | null
  readonly override?: { readonly reason: string; readonly instead: string | null }
  readonly breakEven?: { readonly between: readonly [string, string]; readonly invoicePremium: string }
}

export interface RefusalJson extends Refusal {
  readonly text: string
}

/** The plan of an order as the order-book layout has it: amounts as text in CNY, texts in the language. */
export function renderOrder(plan: OrderPlan, lang: Lang): OrderJson {
  return renderDecision(decisionOf(plan), lang)
}

/** The same from what was kept of a plan. */
export function renderDecision(decision: OrderDecision, lang: Lang): OrderJson {
  const { orderNo, cny, usd, modes, chosen, override, breakEven } = decision
  return {
    orderNo,
    value: {
      ...(cny === undefined ? {} : { cny: formatCents(cny) }),
      ...(usd === undefined ? {} : { usd: formatCents(usd) }),
    },
    modes: modes.map(mode => renderMode(mode, lang)),
    chosen: chosen ?? null,
    ...(override === undefined
      ? {}
      : { override: { reason: override.reason, instead: override.instead ?? null } }),
    ...(breakEven === undefined
      ? {}
      : { breakEven: { between: breakEven.between, invoicePremium: fraction(breakEven.invoicePremium) } }),
  }
}

/** Frozen plans are the ones every order shares; their rendering is shared too. */
const shared: Record<Lang, WeakMap<ModePlan, ModeJson>> = { zh: new WeakMap(), en: new WeakMap() }

function renderMode(plan: ModePlan, lang: Lang): ModeJson {
  const known = shared[lang].get(plan)
  if (known !== undefined) return known
  const reasons = byWeight(plan.reasons).map(reason => renderReason(reason, lang))
  const { mode, allowed, amounts, remedy } = plan
  if (amounts === undefined) {
    const made = { mode, allowed, reasons, ...(remedy === undefined ? {} : { remedy }) }
    if (Object.isFrozen(plan)) shared[lang].set(plan, made)
    return made
  }
  const { taxes } = amounts
  return {
    mode,
    allowed,
    reasons,
    taxes: {
      duty: formatCents(taxes.duty),
      exportDuty: formatCents(taxes.exportDuty),
      consumptionTax: formatCents(taxes.consumptionTax),
      vat: formatCents(taxes.vat),
      postal: formatCents(taxes.postal),
      assessed: formatCents(taxes.assessed),
      total: formatCents(taxes.total),
    },
    refund: formatCents(amounts.refund),
    netCost: formatCents(amounts.netCost),
    lines: amounts.lines.map(renderLine),
    documents: amounts.documents,
    deadlines: amounts.deadlines,
  }
}

const WEIGHT = { refuses: 0, needs: 1, notes: 2 } as const

/** What refuses a mode first, then what is unknown, then what is worth knowing. */
function byWeight(reasons: readonly Reason[]): readonly Reason[] {
  return [...reasons].sort((a, b) => WEIGHT[a.effect] - WEIGHT[b.effect])
}

export function renderReason(reason: Reason, lang: Lang): ReasonJson {
  return {
    code: reason.code,
    text: renderText(reason.code, reason.params, lang),
    ...(reason.rule === undefined ? {} : { source: sourceText(reason, lang) }),
    ...(reason.line === undefined ? {} : { line: reason.line }),
  }
}

/** A source that is weak or an assumption says so. */
function sourceText(reason: Reason, lang: Lang): string {
  const { source, strength } = reason.rule!
  if (strength === 'weak') return lang === 'zh' ? `${source}（依据较弱）` : `${source} (weak)`
  if (strength === 'assumed') return lang === 'zh' ? `${source}（假定）` : `${source} (assumed)`
  return source
}

function renderLine(line: LineTaxes): Readonly<Record<string, string | number>> {
  const made: Record<string, string | number> = {
    line: line.line,
    dutiableValue: formatCents(line.dutiableValue),
    duty: formatCents(line.duty),
    consumptionTax: formatCents(line.consumptionTax),
    vat: formatCents(line.vat),
  }
  if (line.exportDuty > 0) made.exportDuty = formatCents(line.exportDuty)
  if (line.postal > 0) made.postal = formatCents(line.postal)
  if (line.assessed > 0) made.assessed = formatCents(line.assessed)
  if (line.refund > 0) made.refund = formatCents(line.refund)
  return made
}

export function renderRefusal(refusal: Refusal, lang: Lang): RefusalJson {
  return { ...refusal, text: renderText(refusal.code, refusal.params, lang) }
}

const fraction = (tenThousandths: number): string =>
  `${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, '0')}`
