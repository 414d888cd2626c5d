import type { Language, Text } from '@tongqu/kernel/text'
import { formatCents, renderText } from '@tongqu/tariff'
import type { Static } from 'typebox'
import type { OrderHead, Plan, PlanHead, Remark, ShipmentPlan } from './contract.ts'
import type { OrderRow, PlanRow, StoredRemark } from './rows.ts'

/* Rows as callers see them. */

const cents = (text: string): string => formatCents(Number(text))

function nameOf(name: { readonly zh: string; readonly en?: string } | null): Text {
  return { zh: name?.zh ?? '', en: name?.en ?? name?.zh ?? '' }
}

export function planHead(row: PlanRow): Static<typeof PlanHead> {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    file: row.file,
    state: row.state,
    read: row.read,
    percent: row.percent,
    createdAt: row.created_at.toISOString(),
    createdBy: nameOf(row.created_by),
    party: nameOf(row.party),
    date: row.date,
    orders: row.planned + row.refused,
    planned: row.planned,
    refused: row.refused,
    taxes: cents(row.taxes),
    refund: cents(row.refund),
    netCost: cents(row.net_cost),
    ...(row.failure && { failure: remark(row.failure) }),
  }
}

export function remark(stored: StoredRemark): Static<typeof Remark> {
  return { code: stored.code, text: { ...stored.text }, ...(stored.place && { place: stored.place }) }
}

export function shipments(row: PlanRow, language: Language): Static<typeof ShipmentPlan>[] {
  return row.shipments.map(({ shipment, mode, declarations, leave }) => ({
    shipment,
    mode,
    declarations: declarations.map(each => ({ ...each, orders: [...each.orders] })),
    leave: leave.map(each => ({ ...each, text: renderText(each.code, undefined, language) })),
  }))
}

export function wholePlan(
  row: PlanRow,
  counts: readonly { chosen: string | null; orders: number; net_cost: string }[],
  language: Language,
): Static<typeof Plan> {
  return {
    ...planHead(row),
    ruleset: { id: row.ruleset_id ?? '', asAt: row.date, digest: row.ruleset_digest ?? '' },
    fx: { ...row.rates },
    chosen: counts.map(each => ({
      mode: each.chosen ?? 'none',
      orders: each.orders,
      netCost: cents(each.net_cost),
    })),
    shipments: shipments(row, language),
    warnings: row.warnings.map(remark),
  }
}

export function orderHead(row: OrderRow): Static<typeof OrderHead> {
  return {
    orderNo: row.order_no,
    ...(row.shipment && { shipment: row.shipment }),
    direction: row.direction,
    channel: row.channel,
    country: row.country,
    lines: row.lines,
    cny: cents(row.cny),
    usd: cents(row.usd),
    ...(row.chosen && { chosen: row.chosen }),
    overridden: row.overridden !== null,
    taxes: cents(row.taxes),
    refund: cents(row.refund),
    netCost: cents(row.net_cost),
  }
}
