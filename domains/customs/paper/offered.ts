import type { UnitOfWork } from '@tongqu/kernel/command'
import { listPapers } from '@tongqu/kernel/paper'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { hashesIn } from '../declaration/form/sealed.ts'
import * as orderStore from '../declaration/order-store.ts'
import { declarationRefusals } from '../declaration/refusals.ts'
import * as store from '../declaration/store.ts'
import { isRetail } from './commercial.ts'
import type * as contract from './contract.ts'
import { menuTitle, type PaperKind } from './kinds.ts'
import type { Printing } from './print.ts'
import { customsPaperRefusals } from './refusals.ts'
import { type OrderSubject, orderSubject, recordSubject, sheetOf } from './subject.ts'

type Offer = Static<typeof contract.Offered>['offered'][number]

/** What can be printed of an order or a declaration, and what was. */
export async function offered(
  work: UnitOfWork,
  { desk, services }: Printing,
  asked: Static<typeof contract.OfSubject>,
  day: string,
): Promise<Static<typeof contract.Offered> | Refusal> {
  const offers: Offer[] = []
  const records: string[] = []
  const addOrder = (order: OrderSubject) => {
    offers.push(...ofOrder(order))
    records.push(order.record)
  }
  if (asked.declaration !== undefined) {
    const declaration = await store.findDeclaration(work.tx, asked.declaration)
    if (!declaration)
      return declarationRefusals.refuse('declaration.not_found', { id: asked.declaration }, '/declaration')
    const told = await recordSubject(work.tx, desk, declaration, day)
    if (told) {
      const kind = sheetOf(told.message)
      offers.push(offer(kind, told, hashesIn(told.content).length > 0))
      records.push(told.record)
    }
    const orders = await orderStore.ordersOf(work.tx, declaration.id)
    if (declaration.plan_id !== null && orders.length === 1) {
      const order = await orderSubject(work.tx, declaration.plan_id, orders[0]!.order_no)
      if (!isRefusal(order)) addOrder(order)
    }
  } else if (asked.plan !== undefined && asked.orderNo !== undefined) {
    const order = await orderSubject(work.tx, asked.plan, asked.orderNo)
    if (isRefusal(order)) return order
    addOrder(order)
  } else return customsPaperRefusals.refuse('paper.needs_subject')
  const papers = []
  for (const record of records) papers.push(...(await listPapers(work, services, record)))
  return { offered: offers, papers }
}

const offer = (kind: PaperKind, way: { direction: 'export' | 'import' }, isPersonal = false): Offer => ({
  kind,
  title: menuTitle(kind, way),
  isPersonal,
})

const ofOrder = (subject: OrderSubject): Offer[] => [
  ...(isRetail(subject.order) ? [] : [offer('contract', subject)]),
  offer('invoice', subject),
  offer('packing_list', subject),
]
