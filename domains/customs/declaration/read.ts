import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import type * as contract from './contract.ts'
import { isGatewayOpen } from './counter/gateway-store.ts'
import { deadlinesOf } from './deadlines.ts'
import type { Desk } from './env.ts'
import { heldOf } from './keep.ts'
import { makeDeclaration } from './make.ts'
import * as look from './read-store.ts'
import * as recordStore from './record-store.ts'
import { declarationRefusals } from './refusals.ts'
import { findPlan } from './service.ts'
import * as store from './store.ts'
import { declarationHead, obstacles, splitKey, timelineEntry } from './view.ts'

/* What is read of declarations. */

const PAGE = 100

/** What the declarations of a plan's orders need and do not have yet; nothing is kept. */
export async function prepare(
  work: UnitOfWork,
  desk: Desk,
  { plan: name, orders, after = -1, limit = 50 }: Static<typeof contract.Prepare>,
): Promise<Static<typeof contract.Prepared> | Refusal> {
  const plan = await findPlan(work, name)
  if (isRefusal(plan)) return plan
  const declarant = await store.declarantOf(work.tx, plan.party_id)
  if (!declarant) return declarationRefusals.refuse('declaration.no_declarant')
  const day = legalDay(work.now)
  const making = { day, codes: await desk.codes(work.tx, day), declarant }
  const rows = await store.plannedOrders(work.tx, plan.id, { after, limit, ...(orders && { orders }) })
  const there = new Map(
    (
      await look.declarationsThere(
        work.tx,
        plan.id,
        rows.map(row => row.order_no),
      )
    ).map(row => [row.order_no, row]),
  )
  return {
    orders: rows.map(row => {
      const before = there.get(row.order_no)
      const made = makeDeclaration(desk, making, [row], { given: before?.given ?? {}, copNo: SOME_NUMBER })
      const head = { orderNo: row.order_no, ...(row.chosen && { mode: row.chosen }) }
      const none = { messages: [], byOthers: [], later: [], papers: [], obstacles: [] }
      if (before && before.state !== 'draft') return { ...head, ...none, answer: 'declared' }
      if (!made) return { ...head, ...none, answer: row.chosen ? 'unsupported' : 'no_mode' }
      const { needed, assembled } = made
      const found = obstacles(heldOf(assembled))
      return {
        ...head,
        form: needed.form,
        answer: found.length > 0 ? 'missing' : 'ready',
        messages: assembled.records.map(record => record.kind),
        byOthers: [...assembled.byOthers],
        later: [...needed.later],
        papers: [...needed.papers],
        obstacles: found,
      }
    }),
    ...(rows.length === limit && { next: rows.at(-1)!.position }),
  }
}

const SOME_NUMBER = 'D00000000000000'

export async function list(
  work: UnitOfWork,
  desk: Desk,
  { plan, what, search = '', after, limit = PAGE }: Static<typeof contract.List>,
): Promise<Static<typeof contract.Listed>> {
  const late = lateBefore(desk, work.now)
  const rows = await look.listDeclarations(work.tx, { plan, what, search, after, limit, late })
  return {
    declarations: rows.map(row => declarationHead(row, late)),
    ...(rows.length === limit && { next: rows.at(-1)!.number }),
  }
}

function lateBefore(desk: Desk, now: Date): Date {
  const hours = Number(desk.setting<string>(legalDay(now), 'declaration.silence_hours'))
  return new Date(now.getTime() - hours * 3_600_000)
}

export async function status(
  work: UnitOfWork,
  desk: Desk,
  { plan }: Static<typeof contract.Status>,
): Promise<Static<typeof contract.StatusRead>> {
  const { states, ...counts } = await look.statusOf(work.tx, plan, lateBefore(desk, work.now))
  return { states, ...counts, isGatewayOpen: await isGatewayOpen(work.tx) }
}

export async function read(
  work: UnitOfWork,
  desk: Desk,
  { id }: Static<typeof contract.OfDeclaration>,
): Promise<Static<typeof contract.DeclarationRead> | Refusal> {
  const row = await look.readDeclaration(work.tx, id)
  if (!row) return declarationRefusals.refuse('declaration.not_found', { id }, '/id')
  const records = await recordStore.recordsOf(work.tx, row.id)
  const timeline = await look.timelineOf(work.tx, row.id)
  const head = declarationHead(row, lateBefore(desk, work.now))
  return {
    ...head,
    orderNos: await look.orderNosOf(work.tx, row.id),
    obstacleList: row.held ? obstacles(row.held) : [],
    records: records.map(record => ({
      id: record.id,
      kind: record.kind,
      role: record.role,
      key: splitKey(record.key),
      state: record.state,
      attempt: record.attempt,
      ...(record.told_info && { said: record.told_info }),
      ...(record.message_id && { message: record.message_id }),
    })),
    timeline: timeline.map(timelineEntry),
    deadlines: deadlinesOf(desk, row, records),
  }
}
