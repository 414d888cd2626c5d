import { formatCents } from '../amount/cents.ts'
import type { LineFacts } from '../facts/facts.ts'
import { usdFraction } from '../facts/usd.ts'
import { needsInspection } from '../facts/work.ts'
import type { CustomsMode } from '../order.ts'
import { type Item, packDeclarations } from '../papers/pack.ts'
import { type DeclaredLine, simplifiedDeclaration } from '../papers/simplified.ts'
import type { OrderPlan } from '../plan.ts'
import type { ModePlan, Reason } from '../reason.ts'
import { Verdict } from '../verdict.ts'

export interface DeclarationJson {
  readonly orders: readonly string[]
  /** Lines of the orders in it. */
  readonly lines: number
  /** Lines after simplified declaration, for market procurement. */
  readonly declaredLines?: number
  readonly usd?: string
}

export interface LeaveJson {
  readonly orderNo: string
  readonly line: number
  readonly code: string
}

export interface ShipmentJson {
  readonly shipment: string
  /** Null: no mode is open to what is listed under `leave`. */
  readonly mode: string | null
  readonly declarations: readonly DeclarationJson[]
  readonly leave: readonly LeaveJson[]
}

interface Part {
  readonly plan: OrderPlan
  readonly lines: readonly LineFacts[]
}

/**
 * A container: its orders by the mode they go under, the declarations each mode needs, and the lines that must
 * leave. An order that only some of its lines (or the limit of one declaration) keep out of market procurement
 * goes there without them, unless another mode is chosen that costs nothing.
 */
export function planShipment(shipment: string, plans: readonly OrderPlan[]): ShipmentJson[] {
  const byMode = new Map<CustomsMode, { parts: Part[]; leave: LeaveJson[] }>()
  const stranded: LeaveJson[] = []
  for (const plan of plans) {
    const mode = modeInShipment(plan)
    if (mode === undefined) {
      stranded.push(...allLines(plan))
      continue
    }
    const group = byMode.get(mode) ?? { parts: [], leave: [] }
    byMode.set(mode, group)
    const leaving = leavingLines(plan, mode)
    group.leave.push(...leaving)
    const gone = new Set(leaving.map(one => one.line))
    const lines = gone.size === 0 ? plan.facts.lines : plan.facts.lines.filter(line => !gone.has(line.no))
    if (lines.length > 0) group.parts.push({ plan, lines })
  }
  const shipments = [...byMode].map(([mode, { parts, leave }]) =>
    mode === '1039' ? marketShipment(shipment, parts, leave) : ordinary(shipment, mode, parts, leave),
  )
  if (stranded.length > 0) shipments.push({ shipment, mode: null, declarations: [], leave: stranded })
  return shipments
}

const planOf = (plan: OrderPlan, mode: string): ModePlan | undefined =>
  plan.modes.find(one => one.mode === mode)

function modeInShipment(plan: OrderPlan): CustomsMode | undefined {
  const { chosen } = plan
  if (plan.override !== undefined || chosen === '1039') return chosen
  const market = planOf(plan, '1039')
  const cost = chosen === undefined ? undefined : planOf(plan, chosen)?.amounts?.netCost
  const mayJoin = market !== undefined && market.allowed !== true && market.reasons.every(isAboutLines)
  return mayJoin && (cost === undefined || cost > 0) ? '1039' : chosen
}

/** Whether the reason leaves the rest of the order in the mode. */
const isAboutLines = (reason: Reason): boolean =>
  reason.effect === 'notes' || reason.line !== undefined || reason.code === 'market.declaration_limit'

function leavingLines(plan: OrderPlan, mode: CustomsMode): LeaveJson[] {
  const made = planOf(plan, mode)
  if (made === undefined || made.allowed === true) return []
  const first = new Map<number, string>()
  for (const { line, effect, code } of made.reasons) {
    if (line === undefined || effect === 'notes') continue
    if (!first.has(line)) first.set(line, code)
  }
  return [...first]
    .sort(([a], [b]) => a - b)
    .map(([line, code]) => ({ orderNo: plan.order.orderNo, line, code }))
}

/** Every line of an order that no mode takes, with the first reason against it. */
function allLines(plan: OrderPlan): LeaveJson[] {
  const reasons = plan.modes
    .flatMap(mode => mode.reasons)
    .filter(reason => reason.effect !== 'notes' && reason.code !== 'channel.not_this_mode')
  return plan.facts.lines.map(({ no }) => ({
    orderNo: plan.order.orderNo,
    line: no,
    code: (reasons.find(one => one.line === no) ?? reasons[0])?.code ?? 'channel.not_this_mode',
  }))
}

/** Other modes know no limit per declaration: one declaration (or list) an order. */
function ordinary(
  shipment: string,
  mode: CustomsMode,
  parts: readonly Part[],
  leave: LeaveJson[],
): ShipmentJson {
  const declarations = parts.map(part => declaration([part], undefined))
  return { shipment, mode, declarations, leave }
}

function marketShipment(shipment: string, parts: readonly Part[], leave: LeaveJson[]): ShipmentJson {
  const limit = parts[0]?.plan.facts.day.rules.market.declarationLimit.value
  if (limit === undefined) return { shipment, mode: '1039', declarations: [], leave }
  const scale = commonScale(parts)
  const bound = (BigInt(limit) * scale) / 100n
  const items: Item<Part>[] = []
  for (const part of parts) items.push(...itemsOf(part, scale, bound, leave))
  const bins = packDeclarations(items, bound)
  return {
    shipment,
    mode: '1039',
    declarations: bins.map(bin => declaration(bin, declaredLines(bin)?.length)),
    leave,
  }
}

/** A line of a market-procurement declaration: the goods that it stands for, the dearest of which names it. */
export interface MarketLine {
  readonly hsCode: string
  readonly name: string
  readonly of: readonly { readonly orderNo: string; readonly line: number }[]
}

/** One declaration under market procurement, or why these orders are none. */
export type MarketDeclaration =
  | {
      /** Cents of USD at the day's rate, rounded half up. */
      readonly usd: number
      /** In the order in which they are declared; undefined: simplified declaration is not in force that day. */
      readonly lines: readonly MarketLine[] | undefined
    }
  | { readonly refused: 'market.declaration_limit' | 'needs.fx' | 'needs.parameter' }

/**
 * Orders that go in one declaration under market procurement, judged by the day that they were planned for: whether
 * the limit of that day holds by its rates, and which lines they are declared by.
 * @param lines the lines of each that go, by number; an order that is not named goes whole
 */
export function marketDeclaration(
  plans: readonly OrderPlan[],
  lines: ReadonlyMap<string, ReadonlySet<number>>,
): MarketDeclaration {
  const parts = plans.map((plan): Part => {
    const own = lines.get(plan.order.orderNo)
    return { plan, lines: own ? plan.facts.lines.filter(({ no }) => own.has(no)) : plan.facts.lines }
  })
  const limit = parts[0]?.plan.facts.day.rules.market.declarationLimit.value
  if (limit === undefined) return { refused: 'needs.parameter' }
  if (parts.some(part => usdFraction(part.plan.facts, part.lines) === undefined))
    return { refused: 'needs.fx' }
  const scale = commonScale(parts)
  const size = parts.reduce((sum, part) => sum + sizeOf(part, scale), 0n)
  if (size > (BigInt(limit) * scale) / 100n) return { refused: 'market.declaration_limit' }
  const goods = parts.flatMap(({ plan, lines: own }) =>
    own.map(({ no }) => ({ orderNo: plan.order.orderNo, line: no })),
  )
  const declared = declaredLines(parts)
  return {
    usd: Number((size * 200n + scale) / (scale * 2n)),
    lines: declared?.map(({ hsCode, name, of }) => ({ hsCode, name, of: of.map(n => goods[n]!) })),
  }
}

/** A denominator on which every order's unrounded USD value is whole. */
function commonScale(parts: readonly Part[]): bigint {
  let scale = 10n ** 30n
  const seen = new Set<number>()
  for (const { plan } of parts) {
    const usd = plan.facts.day.customsRates.get('USD')
    if (usd === undefined || seen.has(usd.m)) continue
    seen.add(usd.m)
    scale *= BigInt(usd.m)
  }
  return scale
}

const sizeOf = (part: Part, scale: bigint): bigint => {
  const usd = usdFraction(part.plan.facts, part.lines)
  return usd === undefined ? 0n : (usd.n * scale) / usd.d
}

/** An order stays whole where it fits a declaration, else goes line by line; a line above the limit leaves. */
function itemsOf(part: Part, scale: bigint, bound: bigint, leave: LeaveJson[]): Item<Part>[] {
  const whole = sizeOf(part, scale)
  if (whole <= bound) return [{ size: whole, of: part }]
  const items: Item<Part>[] = []
  for (const line of part.lines) {
    const one: Part = { plan: part.plan, lines: [line] }
    const size = sizeOf(one, scale)
    if (size <= bound) items.push({ size, of: one })
    else leave.push({ orderNo: part.plan.order.orderNo, line: line.no, code: 'market.line_above_limit' })
  }
  return items
}

function declaration(parts: readonly Part[], declared: number | undefined): DeclarationJson {
  const scale = commonScale(parts)
  const known = parts.every(part => usdFraction(part.plan.facts, part.lines) !== undefined)
  const size = parts.reduce((sum, part) => sum + sizeOf(part, scale), 0n)
  return {
    orders: [...new Set(parts.map(part => part.plan.order.orderNo))],
    lines: parts.reduce((sum, part) => sum + part.lines.length, 0),
    ...(declared === undefined ? {} : { declaredLines: declared }),
    ...(known ? { usd: formatCents(Number((size * 200n + scale) / (scale * 2n))) } : {}),
  }
}

/** The lines of the declaration after simplification; undefined where that rule is not in force. */
function declaredLines(parts: readonly Part[]): readonly DeclaredLine[] | undefined {
  const rules = parts[0]?.plan.facts.day.rules
  if (rules === undefined) return undefined
  const goods = parts.flatMap(({ plan, lines }) =>
    lines.map(line => ({
      hsCode: line.goods.code,
      name: line.line.name,
      value: line.cny ?? 0,
      quantity: 0,
      unit: line.line.unit,
      // Where nobody says whether the goods are inspected, they are not merged.
      listedAlone: dutiable(plan, line) || needsInspection(plan.facts, line, new Verdict()) !== false,
    })),
  )
  return simplifiedDeclaration(goods, rules)
}

const dutiable = (plan: OrderPlan, line: LineFacts): boolean =>
  line.line.exportDuty === true ||
  (planOf(plan, '1039')?.amounts?.lines.find(one => one.line === line.no)?.exportDuty ?? 0) > 0
