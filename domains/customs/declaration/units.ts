import type { UnitOfWork } from '@tongqu/kernel/command'
import { type Group, goesAlong, groupsOf, inGroup } from './market.ts'
import * as orderStore from './order-store.ts'
import type { PlannedRow } from './rows.ts'

/**
 * The orders that each declaration is about: those that their container's plan consolidates together, the others one
 * by one. Orders without a mode are left out.
 * @param groups of the plan's containers (`groupsOfPlan`)
 */
export async function unitsOf(
  work: UnitOfWork,
  plan: string,
  rows: readonly PlannedRow[],
  groups: ReadonlyMap<string, Group>,
): Promise<PlannedRow[][]> {
  const done = new Set<Group>()
  const units: PlannedRow[][] = []
  for (const row of rows) {
    const group = goesAlong(row) ? groups.get(row.order_no) : undefined
    if (!group) {
      if (row.chosen !== null) units.push([row])
      continue
    }
    if (done.has(group)) continue
    done.add(group)
    const { orders } = group
    const all = await orderStore.plannedOrders(work.tx, plan, { after: -1, orders, limit: orders.length })
    units.push(all.filter(goesAlong).map(each => inGroup(each, group)))
  }
  return units
}

/** The groups of a plan's containers, read when an order of one is met, and once. */
export function groupsOfPlan(plan: string) {
  let known: ReadonlyMap<string, Group> | undefined
  return async (work: UnitOfWork, rows: readonly PlannedRow[]): Promise<ReadonlyMap<string, Group>> => {
    if (known || !rows.some(row => row.input.shipment !== undefined)) return known ?? NO_GROUPS
    known = groupsOf(await orderStore.shipmentsOf(work.tx, plan))
    return known
  }
}

/** Units without the orders that are declared already. */
export async function undeclared(work: UnitOfWork, plan: string, units: readonly PlannedRow[][]) {
  const there = await orderStore.declaredOrders(
    work.tx,
    plan,
    units.flatMap(unit => unit.map(row => row.order_no)),
  )
  return units.map(unit => unit.filter(row => !there.has(row.order_no))).filter(unit => unit.length > 0)
}

const NO_GROUPS: ReadonlyMap<string, Group> = new Map()
