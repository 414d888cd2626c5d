import type { UnitOfWork } from '@tongqu/kernel/command'
import type { HostServices } from '@tongqu/kernel/host'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { BookPlanner, decisionOf, renderText, type ShipmentJson } from '@tongqu/tariff'
import type { Static } from 'typebox'
import type { Rulebook } from '../../rules/of-packs.ts'
import type { PlanTables } from '../../tables/index.ts'
import { assemble, type BookRefusal, type OrderItem, type RawRow, refusalAt } from '../book/index.ts'
import type { FaultyKey, FaultyOrder, FixedOrder, FixOrder } from '../contract.ts'
import { refusalWithoutNumbers, withoutNumbers } from '../personal.ts'
import { toKeep } from '../pieces.ts'
import { planRefusals } from '../refusals.ts'
import { bookRefusal } from '../refused-order.ts'
import type { PlanRow } from '../rows.ts'
import { planContext, rulesHash } from '../run.ts'
import { findPlan, nameOfActor } from '../service.ts'
import * as plans from '../store.ts'
import { orderHead } from '../view.ts'
import { blockOf } from './block.ts'
import { changed, formFields, formOf, lineAt } from './cells.ts'
import * as store from './store.ts'

/** What orders are read and planned by. */
export interface Parts {
  readonly files: HostServices['files']
  readonly rules: Rulebook
  readonly tables: PlanTables
}

/** A refused order with its rows as the book has them, and everything that is wrong with it. */
export async function faultyOrder(
  work: UnitOfWork,
  key: Static<typeof FaultyKey>,
  parts: Parts,
): Promise<Static<typeof FaultyOrder> | Refusal> {
  const found = await findFaulty(work, key, parts)
  if (isRefusal(found)) return found
  const { plan, rows, refusal } = found
  const judged = await judge(work, plan, rows, parts)
  const faults = 'faults' in judged ? judged.faults : [refusal]
  return {
    orderNo: refusal.orderNo ?? '',
    fields: formFields(),
    ...formOf(rows),
    faults: faults.map(fault => faultView(fault, rows)),
  }
}

/**
 * Plans a refused order with other cells in its rows, by what the plan was decided by, and adds it to the plan: its
 * shipment is put together anew. What is still wrong is told beside its cells, and then nothing is saved.
 */
export async function fixOrder(
  work: UnitOfWork,
  { cells, ...key }: Static<typeof FixOrder>,
  parts: Parts,
): Promise<Static<typeof FixedOrder> | Refusal> {
  await store.holdPlan(work.tx, key.id)
  const found = await findFaulty(work, key, parts)
  if (isRefusal(found)) return found
  const { plan, rows: before } = found
  if (await isLawChanged(work, plan, parts)) return planRefusals.refuse('plan.law_changed')
  const { rows, kept } = changed(before, cells)
  const judged = await judge(work, plan, rows, parts)
  if ('faults' in judged) return { faults: judged.faults.map(fault => faultView(fault, rows)) }
  const of = { id: plan.id, party: plan.party_id }
  const piece = toKeep({ kind: 'orders', orders: [judged.planned], refused: [] })
  if (piece.kind !== 'orders') return { faults: [] }
  await plans.addOrders(work.tx, of, await store.nextPosition(work.tx, plan.id), piece.orders)
  const { orderNo } = judged.planned.order
  const fix = work.newId()
  await store.addFix(work.tx, {
    id: fix,
    plan: plan.id,
    party: plan.party_id,
    account: work.actor.account,
    by: await nameOfActor(work),
    at: work.now,
    orderNo,
    changes: kept,
  })
  await store.markFixed(work.tx, plan.id, fix, orderNo, spanOf(before))
  await store.retotal(work.tx, plan.id, judged.shipments)
  work.emit({
    type: 'customs.plan.fixed',
    record: `customs.plan/${plan.id}`,
    // What the cells say stays with the plan.
    data: { orderNo, columns: kept.map(each => each.column) },
  })
  return { planned: orderHead((await plans.findOrder(work.tx, plan.id, orderNo))!), faults: [] }
}

interface Faulty {
  readonly plan: PlanRow
  readonly refusal: BookRefusal
  readonly rows: readonly RawRow[]
}

async function findFaulty(
  work: UnitOfWork,
  { id, position }: Static<typeof FaultyKey>,
  { files, tables }: Parts,
): Promise<Faulty | Refusal> {
  const plan = await findPlan(work, id)
  if (isRefusal(plan)) return plan
  if (plan.state !== 'done') return planRefusals.refuse('plan.not_done', { state: plan.state })
  const refusal = await store.findRefusal(work.tx, id, position)
  if (!refusal) return planRefusals.refuse('plan.refusal_not_found')
  const { kind, name, file } = plan
  const rows = await blockOf(await files.open(file), refusal, { kind, name, tables: tables.book })
  return rows ? { plan, refusal, rows } : planRefusals.refuse('plan.not_fixable')
}

/** Another day's law in a plan would make its parts disagree: rules and tariff must be those it was made by. */
async function isLawChanged(work: UnitOfWork, plan: PlanRow, { rules, tables }: Parts): Promise<boolean> {
  if (rules.digestAt(plan.date) !== plan.ruleset_digest) return true
  const editions = await store.editionsOf(work.tx, plan.id)
  const then = editions.findLast(each => each.from <= plan.date)
  const now = tables.tablesAt(plan.date).edition
  return then !== undefined && (then.id !== now.id || then.source !== now.source)
}

type Judged =
  | { readonly faults: readonly BookRefusal[] }
  | {
      readonly planned: OrderItemPlanned
      readonly shipments: readonly ShipmentJson[]
    }
type OrderItemPlanned = Extract<Parameters<typeof toKeep>[0], { kind: 'orders' }>['orders'][number]

/** Reads the order of the rows and plans it beside the orders that it depends on. */
async function judge(
  work: UnitOfWork,
  plan: PlanRow,
  rows: readonly RawRow[],
  parts: Parts,
): Promise<Judged> {
  const made = assemble(rows, parts.tables.book)
  if (made.kind === 'faulty')
    // The cell is shown beside it: its place need not be said in words.
    return {
      faults: made.faults.map(({ fault, place }) =>
        refusalWithoutNumbers({ ...refusalAt(fault, place), text: refusalAt(fault, {}).text }),
      ),
    }
  if (await store.hasOrder(work.tx, plan.id, made.order.orderNo)) return { faults: [twice(made)] }
  const [own] = await withoutNumbers(work, [made])
  const { order, extra, rows: places } = own!
  const fx = plan.fx
  const planner = new BookPlanner(planContext({ ...parts, date: plan.date, fx }), {
    hash: rulesHash,
    keepOrders: false,
  })
  for (const other of await store.relatedOrders(work.tx, plan.id, order)) planner.add(other)
  const outcome = planner.add(order)
  if ('refused' in outcome)
    return { faults: outcome.refused.map(each => refusalWithoutNumbers(bookRefusal(each, places))) }
  const { shipment } = order
  const others = plan.shipments.filter(each => each.shipment !== shipment)
  const anew = planner.finish().shipments.filter(each => each.shipment === shipment)
  return { planned: { order, extra, places, decision: decisionOf(outcome) }, shipments: [...others, ...anew] }
}

function twice({ order, rows }: OrderItem): BookRefusal {
  const { extra: _, ...place } = rows[0] ?? { extra: {} }
  const code = 'input.order_twice'
  const params = { value: order.orderNo }
  const text = { zh: renderText(code, params, 'zh'), en: renderText(code, params, 'en') }
  return { ...place, orderNo: order.orderNo, column: 'orderNo', code, params, text }
}

function faultView(fault: BookRefusal, rows: readonly RawRow[]) {
  const line = lineAt(rows, fault)
  return {
    ...(line !== undefined && { line }),
    ...(fault.column !== undefined && { column: fault.column }),
    code: fault.code,
    text: { ...fault.text },
  }
}

function spanOf(rows: readonly RawRow[]): store.Span {
  const [first] = rows
  const numbers = rows.flatMap(({ place }) => place.row ?? [])
  return {
    sheet: first?.place.sheet,
    first: numbers.length > 0 ? Math.min(...numbers) : undefined,
    last: numbers.length > 0 ? Math.max(...numbers) : undefined,
    pointer: first?.place.pointer,
  }
}
