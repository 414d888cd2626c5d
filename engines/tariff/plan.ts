import { isDay } from './amount/day.ts'
import { type BreakEven, breakEven } from './break-even.ts'
import { choose } from './choose.ts'
import { type DayContext, dayContext, derive, type PlanContext } from './context.ts'
import type { OrderFacts } from './facts/facts.ts'
import { readOrder } from './facts/read.ts'
import { Work } from './facts/work.ts'
import { articleModes, exportModes, importModes, type ModePlanner } from './modes/table.ts'
import type { CustomsMode, Direction, Order } from './order.ts'
import type { ModePlan, Refusal } from './reason.ts'
import type { Rule } from './rules/rule.ts'
import { Verdict } from './verdict.ts'

/** The plan of one order: every mode of its direction with reasons, and the best lawful choice. */
export interface OrderPlan {
  readonly order: Order
  readonly facts: OrderFacts
  readonly day: string
  readonly modes: readonly ModePlan[]
  /** Least net cost, ties by fewer documents; undefined where no mode is allowed. */
  readonly chosen: CustomsMode | undefined
  /** The trader's own choice, where it stands over the engine's. */
  readonly override: { readonly reason: string; readonly instead: CustomsMode | undefined } | undefined
  readonly breakEven: BreakEven | undefined
}

export interface OrderRefused {
  readonly refused: readonly Refusal[]
}

/**
 * Plans one order under the law of its own date, else of the context's. An order whose fields cannot be read
 * comes back as `refused` with the column and a code; everything else is decided: allowed, refused or
 * undetermined, mode by mode. Amounts are in cents of CNY. `usedBefore`: what earlier orders of the same book
 * leave the buyer's yearly retail amount at.
 */
export function planOrder(order: Order, context: PlanContext, usedBefore?: number): OrderPlan | OrderRefused {
  if (order.date !== undefined && !isDay(order.date)) {
    const { orderNo, date: value } = order
    return { refused: [{ orderNo, column: 'date', code: 'input.bad_date', params: { value } }] }
  }
  const day = dayContext(context, order.date ?? context.date)
  const facts = readOrder(order, day, usedBefore)
  if (!('lines' in facts)) return { refused: facts }
  const work = new Work(facts)
  const modes = decideModes(work)
  return {
    order,
    facts,
    day: day.day,
    modes,
    chosen: choose(modes),
    override: undefined,
    breakEven: breakEven(work, modes),
  }
}

/** The trader's own choice among the allowed modes, with the reason; else why it cannot be. */
export function overrideChoice(plan: OrderPlan, mode: CustomsMode, reason: string): OrderPlan | OrderRefused {
  const refuse = (code: string): OrderRefused => ({
    refused: [{ orderNo: plan.order.orderNo, column: 'mode', code, params: { mode } }],
  })
  if (reason.trim() === '') return refuse('override.reason_missing')
  if (plan.modes.find(one => one.mode === mode)?.allowed !== true) return refuse('override.mode_not_allowed')
  return { ...plan, chosen: mode, override: { reason: reason.trim(), instead: choose(plan.modes) } }
}

/** Modes of the channel first (retail before its way out), the others as refused; in the order of the table. */
function decideModes(work: Work): readonly ModePlan[] {
  const { order, day } = work.facts
  const table = modeTable(day, order.direction, order.channel)
  const planners: Readonly<Partial<Record<CustomsMode, ModePlanner>>> =
    order.direction === 'export' ? exportModes : importModes
  for (const mode of table.open) {
    const planner = planners[mode] ?? articleModes[mode]
    if (planner !== undefined) work.plans.push(planner(work))
  }
  if (table.closed.length === 0) return work.plans
  return work.plans.length === 0 ? table.closed : work.plans.concat(table.closed)
}

interface ModeTable {
  readonly open: readonly CustomsMode[]
  /** Plans of the modes the channel does not lead to: the same for every order of the day. */
  readonly closed: readonly ModePlan[]
}

function modeTable(day: DayContext, direction: Direction, channel: string): ModeTable {
  return derive(day, `modes.${direction}.${channel}`, () => {
    const { exports, imports, exportChannel, importChannel } = day.rules.modes
    const exist = direction === 'export' ? exports : imports
    const byChannel = direction === 'export' ? exportChannel : importChannel
    if (exist.value === undefined) return { open: [], closed: unknownModes(direction, exist) }
    const leads = byChannel.value?.get(channel) ?? []
    const open = leads.filter(mode => exist.value!.includes(mode))
    const closed = exist.value.filter(mode => !open.includes(mode))
    return { open, closed: closed.map(mode => closedMode(mode, channel, byChannel)) }
  })
}

/** Where nobody says which modes exist, every mode the engine knows is undetermined. */
function unknownModes(direction: Direction, exist: Rule<readonly CustomsMode[]>): ModePlan[] {
  const known = { ...(direction === 'export' ? exportModes : importModes), ...articleModes }
  return (Object.keys(known) as CustomsMode[]).map(mode => {
    const verdict = new Verdict()
    verdict.take(exist)
    return Object.freeze(verdict.close(mode))
  })
}

function closedMode(
  mode: CustomsMode,
  channel: string,
  rule: DayContext['rules']['modes']['exportChannel'],
): ModePlan {
  const verdict = new Verdict()
  if (verdict.take(rule) !== undefined) verdict.refuse('channel.not_this_mode', rule.use, { channel })
  return Object.freeze(verdict.close(mode))
}
