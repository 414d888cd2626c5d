import { legalDay, startOfLegalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { scopeFor } from '@tongqu/kernel/identity'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { renderDecision } from '@tongqu/tariff'
import type { Static } from 'typebox'
import type { Rulebook } from '../rules/of-packs.ts'
import type {
  CreatePlan,
  ListOrders,
  ListPlans,
  ListRefused,
  OrderDetail,
  OrderList,
  OverrideMode,
  Plan,
  PlanHead,
  PlanList,
  RefusedList,
} from './contract.ts'
import { isOfOrder } from './fix/block.ts'
import { fixOf } from './fix/store.ts'
import { MAKE } from './job.ts'
import { planRefusals } from './refusals.ts'
import type { OrderWholeRow, PlanRow } from './rows.ts'
import * as store from './store.ts'
import { totalsOf } from './totals.ts'
import { orderHead, planHead, wholePlan } from './view.ts'

/* The use cases of plans, each inside the unit of work it is given. */

const PAGE = 100

/** Takes a stored order book for planning: the plan waits, a job makes it. */
export async function createPlan(
  work: UnitOfWork,
  input: Static<typeof CreatePlan>,
): Promise<Static<typeof PlanHead> | Refusal> {
  const { party, account } = work.actor
  if (!party) return planRefusals.refuse('plan.party_needed')
  const file = await work.files.find(input.file)
  if (!file) return planRefusals.refuse('plan.file_not_found', { sm3: input.file }, '/file')
  const day = legalDay(work.now)
  const plan = {
    id: work.newId(),
    number: await store.nextNumber(work.tx, day),
    party,
    account,
    // A name may be a person's; an identity number in it is left out.
    name: withoutIdentityNumbers(input.name ?? file.name),
    file: file.sm3,
    kind: kindOf(file.type, file.name),
    createdAt: work.now,
    date: input.date ?? day,
    fx: input.fx ?? {},
  }
  await store.addPlan(work.tx, plan)
  await work.enqueue({
    name: MAKE,
    payload: { plan: plan.id, file: plan.file },
    key: plan.id,
    maxAttempts: 3,
  })
  work.emit({
    type: 'customs.plan.created',
    record: `customs.plan/${plan.id}`,
    data: { number: plan.number, file: plan.file, date: plan.date },
  })
  return planHead((await store.findPlan(work.tx, plan.id))!)
}

/** How the file is read: by its content first, then by its name. */
function kindOf(type: string, name: string): PlanRow['kind'] {
  if (type === 'text/plain') return /\.json$/i.test(name) ? 'json' : 'csv'
  return 'xlsx'
}

/** Stops a plan that is still being made; one that is done stays as it is. */
export async function cancelPlan(work: UnitOfWork, id: string): Promise<Static<typeof PlanHead> | Refusal> {
  const plan = await findPlan(work, id)
  if (isRefusal(plan)) return plan
  if (await store.cancel(work.tx, id, work.now))
    work.emit({ type: 'customs.plan.cancelled', record: `customs.plan/${id}`, data: { number: plan.number } })
  return planHead((await store.findPlan(work.tx, id))!)
}

/** Shanghai has no summer time: all days are of one length. */
const DAY = 86_400_000

export async function listPlans(
  work: UnitOfWork,
  input: Static<typeof ListPlans>,
): Promise<Static<typeof PlanList> | Refusal> {
  const { limit = PAGE, search = '', from, to, mode, ...asked } = input
  const page = store.planPage(asked)
  if (isRefusal(page)) return page
  const { actor } = work
  const party = scopeFor(actor, 'customs.plan.read') === 'own' ? actor.party : undefined
  const made = {
    from: from === undefined ? undefined : startOfLegalDay(from),
    before: to === undefined ? undefined : new Date(startOfLegalDay(to).getTime() + DAY),
  }
  const rows = await store.listPlans(work.tx, { party, search, mode, ...made }, page, limit)
  const next = page.next(rows, limit)
  return { plans: rows.map(planHead), ...(next !== undefined && { next }) }
}

export async function getPlan(work: UnitOfWork, id: string): Promise<Static<typeof Plan> | Refusal> {
  const row = await findPlan(work, id)
  if (isRefusal(row)) return row
  return wholePlan(row, await store.chosenCounts(work.tx, id), work.actor.language)
}

export async function findPlan(work: UnitOfWork, id: string): Promise<PlanRow | Refusal> {
  return (await store.findPlan(work.tx, id)) ?? planRefusals.refuse('plan.not_found', { id })
}

export async function listOrders(
  work: UnitOfWork,
  input: Static<typeof ListOrders>,
): Promise<Static<typeof OrderList> | Refusal> {
  const row = await findPlan(work, input.id)
  if (isRefusal(row)) return row
  const { id, search = '', mode = '', shipment = '', limit = PAGE } = input
  const page = store.orderPage(input)
  if (isRefusal(page)) return page
  const filter = { id, search, mode, shipment }
  const orders = await store.listOrders(work.tx, filter, page, limit)
  const next = page.next(orders, limit)
  return {
    orders: orders.map(orderHead),
    total: await store.countOrders(work.tx, filter),
    ...(next !== undefined && { next }),
  }
}

export async function listRefused(
  work: UnitOfWork,
  input: Static<typeof ListRefused>,
): Promise<Static<typeof RefusedList> | Refusal> {
  const row = await findPlan(work, input.id)
  if (isRefusal(row)) return row
  const limit = input.limit ?? PAGE
  const rows = await store.listRefused(work.tx, input.id, place(input.after), limit)
  const refused = rows.map(({ position, refusal }) => {
    const { orderNo, sheet, row, column, pointer, code, text } = refusal
    return {
      position,
      isFixable: isOfOrder(refusal),
      ...(orderNo !== undefined && { orderNo }),
      ...(sheet !== undefined && { sheet }),
      ...(row !== undefined && { row }),
      ...((column ?? pointer) !== undefined && { column: column ?? pointer }),
      code,
      text: { ...text },
    }
  })
  return {
    refused,
    total: await store.countRefused(work.tx, input.id),
    ...(rows.length === limit && { next: String(rows.at(-1)!.position) }),
  }
}

/** The position that a page begins after. */
function place(after: string | undefined): number {
  const position = Number(after ?? -1)
  return Number.isSafeInteger(position) ? position : -1
}

export async function findOrder(
  work: UnitOfWork,
  id: string,
  orderNo: string,
): Promise<OrderWholeRow | Refusal> {
  const plan = await findPlan(work, id)
  if (isRefusal(plan)) return plan
  return (
    (await store.findOrder(work.tx, id, orderNo)) ?? planRefusals.refuse('plan.order_not_found', { orderNo })
  )
}

/** An order with its reasoning, and each rule it rests on as it was in force that day. */
export async function orderDetail(
  work: UnitOfWork,
  key: { readonly id: string; readonly orderNo: string },
  rules: Rulebook,
): Promise<Static<typeof OrderDetail> | Refusal> {
  const row = await findOrder(work, key.id, key.orderNo)
  if (isRefusal(row)) return row
  const { decision, overridden, input } = row
  const fix = await fixOf(work.tx, key.id, key.orderNo)
  const used = new Map(decision.modes.flatMap(mode => mode.rules).map(rule => [rule.id, rule]))
  const snapshot = rules.parameters.at(decision.day)
  return {
    head: orderHead(row),
    input,
    plan: renderDecision(withOverride(row), work.actor.language),
    rules: [...used.values()].map(rule => {
      const inForce = snapshot.get(rule.id)
      return { ...rule, ...(inForce?.title && { title: inForce.title }), value: inForce?.value ?? null }
    }),
    ...(overridden && { override: { ...overridden } }),
    ...(fix && {
      fix: { orderNo: fix.order_no, by: fix.by, at: fix.at.toISOString(), changes: fix.changes },
    }),
  }
}

/** The decision with the trader's own choice over the engine's, if there is one. */
export function withOverride({ decision, overridden }: OrderWholeRow): OrderWholeRow['decision'] {
  if (!overridden) return decision
  const chosen = decision.modes.find(mode => mode.mode === overridden.mode)!.mode
  return { ...decision, chosen, override: { reason: overridden.reason, instead: decision.chosen } }
}

/** Puts the trader's own choice, with its reason, over the engine's: among the modes that the law allows. */
export async function overrideMode(
  work: UnitOfWork,
  input: Static<typeof OverrideMode>,
): Promise<ReturnType<typeof orderHead> | Refusal> {
  const { id, orderNo, mode, reason } = input
  const row = await findOrder(work, id, orderNo)
  if (isRefusal(row)) return row
  if (row.decision.modes.find(each => each.mode === mode)?.allowed !== true)
    return planRefusals.refuse('plan.mode_not_allowed', { orderNo, mode }, '/mode')
  const by = await nameOfActor(work)
  const choice = { mode, reason: withoutIdentityNumbers(reason), by, at: work.now.toISOString() }
  await store.override(work.tx, id, orderNo, choice, totalsOf(row.decision, mode))
  work.emit({
    type: 'customs.plan.overridden',
    record: `customs.plan/${id}`,
    // The reason is a person's free text: it stays with the order.
    data: { orderNo, mode, instead: row.chosen },
  })
  return orderHead((await store.findOrder(work.tx, id, orderNo))!)
}

/** The caller's name, as a record keeps it. */
export async function nameOfActor(work: UnitOfWork): Promise<{ zh: string; en: string }> {
  const [row] = await work.query<{ name: { zh: string; en?: string } }>(
    'select name from kernel.account where id = $1',
    [work.actor.account ?? null],
  )
  return { zh: row?.name.zh ?? '', en: row?.name.en ?? row?.name.zh ?? '' }
}
