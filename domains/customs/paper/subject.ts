import { sm3 } from '@tongqu/kernel/crypto'
import type { Tx } from '@tongqu/kernel/db'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Firm } from '../declaration/declarant/profile.ts'
import type { Desk } from '../declaration/env.ts'
import type { Content } from '../declaration/form/kind.ts'
import { factsOf, makeDeclaration } from '../declaration/make.ts'
import * as orderStore from '../declaration/order-store.ts'
import * as recordStore from '../declaration/record-store.ts'
import { declarationRefusals } from '../declaration/refusals.ts'
import type { DeclarationRow, PlannedRow, RecordRow } from '../declaration/rows.ts'
import * as store from '../declaration/store.ts'
import { isOfOrder, type PaperKind } from './kinds.ts'
import { customsPaperRefusals } from './refusals.ts'
import { givenForOrder, planNamed } from './store.ts'

/* What a paper is printed of: an order of a plan, or the list or declaration that the customs are told. */

const refuse = customsPaperRefusals.refuse

/** An order with what was given for it since, and who sells it as the customs know that firm. */
export interface OrderSubject extends ReturnType<typeof factsOf> {
  readonly of: 'order'
  readonly party: string
  readonly record: string
  readonly number: string
  /** Legal day of the plan. */
  readonly planDate: string
  readonly seller: Firm | undefined
  readonly direction: 'export' | 'import'
  readonly basis: string
}

/** What was, or of a draft would be, told to the customs. */
export interface RecordSubject {
  readonly of: 'record'
  readonly party: string
  readonly record: string
  readonly number: string
  readonly direction: 'export' | 'import'
  readonly message: Listed
  readonly content: Content
  readonly declaration: DeclarationRow
  /** Absent: a draft, of which the customs know nothing. */
  readonly row: RecordRow | undefined
  readonly basis: string
}

export type Subject = OrderSubject | RecordSubject

/** Messages of which a sheet is printed. */
const SHEETS = { DecMessage: 'declaration', CEB603: 'list', CEB621: 'list' } as const
type Listed = keyof typeof SHEETS
export const sheetOf = (message: Listed): PaperKind => SHEETS[message]
const isListed = (kind: string): kind is Listed => Object.hasOwn(SHEETS, kind)

export interface Asked {
  readonly declaration?: string
  readonly plan?: string
  readonly orderNo?: string
}

const digest = (value: unknown): string => sm3(JSON.stringify(value))

/** The subject of a kind of paper, as far as the transaction sees it. */
export async function subjectOf(
  tx: Tx,
  desk: Desk,
  asked: Asked,
  kind: PaperKind,
  day: string,
): Promise<Subject | Refusal> {
  if (asked.declaration === undefined) {
    if (asked.plan === undefined || asked.orderNo === undefined) return refuse('paper.needs_subject')
    if (!isOfOrder(kind)) return refuse('paper.not_of_this', { number: asked.orderNo, kind }, '/kind')
    return orderSubject(tx, asked.plan, asked.orderNo)
  }
  const declaration = await store.findDeclaration(tx, asked.declaration)
  if (!declaration)
    return declarationRefusals.refuse('declaration.not_found', { id: asked.declaration }, '/declaration')
  const { number } = declaration
  if (!isOfOrder(kind)) {
    const found = await recordSubject(tx, desk, declaration, day)
    return found && sheetOf(found.message) === kind
      ? found
      : refuse('paper.not_of_this', { number, kind }, '/kind')
  }
  const orders = await orderStore.ordersOf(tx, declaration.id)
  if (declaration.plan_id === null || orders.length === 0)
    return refuse('paper.not_of_this', { number, kind }, '/kind')
  const orderNo = asked.orderNo ?? (orders.length === 1 ? orders[0]!.order_no : undefined)
  if (orderNo === undefined)
    return refuse('paper.order_needed', { number, orders: orders.length }, '/orderNo')
  return orderSubject(tx, declaration.plan_id, orderNo)
}

export async function orderSubject(tx: Tx, name: string, orderNo: string): Promise<OrderSubject | Refusal> {
  const plan = await planNamed(tx, name)
  const [row] = plan
    ? await orderStore.plannedOrders(tx, plan.id, { after: -1, orders: [orderNo], limit: 1 })
    : []
  if (!plan || !row) return refuse('paper.order_not_found', {}, '/orderNo')
  const facts = factsOf(row as PlannedRow, await givenForOrder(tx, plan.id, orderNo))
  const seller = (await store.declarantOf(tx, plan.party_id))?.profile.seller
  const planDate = plan.date
  return {
    ...facts,
    of: 'order',
    party: plan.party_id,
    record: `customs.order/${plan.id}/${orderNo}`,
    number: orderNo,
    planDate,
    seller,
    direction: row.direction,
    basis: digest({ ...facts, seller, planDate }),
  }
}

/** Undefined: it is about something of which no sheet is printed. */
export async function recordSubject(
  tx: Tx,
  desk: Desk,
  declaration: DeclarationRow,
  day: string,
): Promise<RecordSubject | undefined> {
  const records = await recordStore.recordsOf(tx, declaration.id)
  const row = records.find(each => each.role === 'list')
  const told = row ? { kind: row.kind, content: row.content } : await wouldBe(tx, desk, declaration, day)
  if (!told || !isListed(told.kind)) return undefined
  const { id, number, party_id: party, direction } = declaration
  return {
    of: 'record',
    party,
    record: `customs.declaration/${id}`,
    number,
    direction,
    message: told.kind,
    content: told.content,
    declaration,
    row,
    basis: digest({ isDraft: row === undefined, content: told.content }),
  }
}

/** What a draft would tell, with what is missing left empty. */
async function wouldBe(tx: Tx, desk: Desk, declaration: DeclarationRow, day: string) {
  const declarant = await store.declarantOf(tx, declaration.party_id)
  const orders = await orderStore.ordersOf(tx, declaration.id)
  if (!declarant || orders.length === 0) return undefined
  const making = { day, codes: await desk.codes(tx, day), declarant }
  const { given, number } = declaration
  const made = makeDeclaration(desk, making, orders, { given, copNo: number })
  return made?.assembled.records.find(({ kind }) => isListed(kind))
}

/** The subject of a record by the name that papers keep it by; undefined: it is there no more. */
export async function subjectNamed(
  tx: Tx,
  desk: Desk,
  record: string,
  day: string,
): Promise<Subject | undefined> {
  const [noun, id = '', ...rest] = record.split('/')
  if (noun === 'customs.order') {
    const found = await orderSubject(tx, id, rest.join('/'))
    return isRefusal(found) ? undefined : found
  }
  const declaration = await store.findDeclaration(tx, id)
  return declaration && recordSubject(tx, desk, declaration, day)
}
