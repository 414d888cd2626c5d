import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { scopeFor } from '@tongqu/kernel/identity'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { coverageOf } from '../cover/coverage.ts'
import { deadlinesOf } from '../deadline/of-declaration.ts'
import type * as contract from './contract.ts'
import { isGatewayOpen } from './counter/gateway-store.ts'
import { wantOf } from './covering.ts'
import type { Desk } from './env.ts'
import { heldOf } from './keep.ts'
import * as lists from './list-store.ts'
import { makeDeclaration } from './make.ts'
import * as orderStore from './order-store.ts'
import { kindTitle } from './page/titles.ts'
import * as look from './read-store.ts'
import * as recordStore from './record-store.ts'
import { declarationRefusals } from './refusals.ts'
import { findPlan } from './service.ts'
import * as store from './store.ts'
import { groupsOfPlan, unitsOf } from './units.ts'
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
  const rows = await orderStore.plannedOrders(work.tx, plan.id, { after, limit, ...(orders && { orders }) })
  const there = new Map(
    (
      await look.declarationsThere(
        work.tx,
        plan.id,
        rows.map(row => row.order_no),
      )
    ).map(row => [row.order_no, row]),
  )
  const units = await unitsOf(work, plan.id, rows, await groupsOfPlan(plan.id)(work, rows))
  const unitOf = new Map(units.flatMap(unit => unit.map(each => [each.order_no, unit] as const)))
  const madeOf = new Map(
    units.map(unit => {
      const given = there.get(unit[0]!.order_no)?.given ?? {}
      return [unit, makeDeclaration(desk, making, unit, { given, copNo: SOME_NUMBER })] as const
    }),
  )
  return {
    orders: rows.map(row => {
      const before = there.get(row.order_no)
      const unit = unitOf.get(row.order_no)
      const made = unit && madeOf.get(unit)
      const mode = unit?.[0]?.declared_mode ?? row.chosen
      const head = { orderNo: row.order_no, ...(mode && { mode }) }
      const none = { messages: [], byOthers: [], later: [], papers: [], obstacles: [] }
      if (before && before.state !== 'draft') return { ...head, ...none, answer: 'declared' }
      if (!made) return { ...head, ...none, answer: row.chosen ? 'unsupported' : 'no_mode' }
      const { needed, assembled } = made
      const found = obstacles(heldOf(assembled))
      return {
        ...head,
        form: needed.form,
        answer: found.length > 0 ? 'missing' : 'ready',
        ...(before && { draft: before.number }),
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
  { after, limit = PAGE, sort, ...asked }: Static<typeof contract.List>,
): Promise<Static<typeof contract.Listed> | Refusal> {
  const late = lateBefore(desk, work.now)
  const filter = filterOf(work, asked, late)
  const isWithin = after?.startsWith(WITHIN) ?? false
  const of = lists.pageOf({ ...(sort && { sort }), after: isWithin ? after!.slice(WITHIN.length) : after })
  if (isRefusal(of)) return of
  const page = { of, limit }
  const begin = isWithin
    ? []
    : await lists.listDeclarations(work.tx, filter, { ...page, searches: 'beginning' })
  const looksWithin = isWithin || (begin.length === 0 && filter.search !== '' && after === undefined)
  const rows = looksWithin
    ? await lists.listDeclarations(work.tx, filter, { ...page, searches: 'within' })
    : begin
  const cursor = of.next(rows, limit)
  return {
    declarations: rows.map(row => declarationHead(row, late)),
    ...(cursor !== undefined && { next: looksWithin ? WITHIN + cursor : cursor }),
  }
}

/** Marks a key of a page of those that hold the words anywhere: no number begins with them. */
const WITHIN = 'within '

type Asked = Omit<Static<typeof contract.List>, 'after' | 'limit' | 'sort'>

function filterOf(work: UnitOfWork, asked: Asked, late: Date): lists.ListFilter {
  const { plan, what, states, mode, form, direction, country, from, to, search = '' } = asked
  return {
    party: ownParty(work),
    plan,
    what,
    states,
    mode,
    form,
    direction,
    country,
    from: from === undefined ? undefined : beginOf(from, 0),
    before: to === undefined ? undefined : beginOf(to, 1),
    search: search.trim(),
    late,
  }
}

/** The party that the reader sees alone; undefined: an office, which sees all. Row security holds it either way. */
const ownParty = ({ actor }: UnitOfWork): string | undefined =>
  scopeFor(actor, 'customs.declaration.read') === 'own' ? actor.party : undefined

/** When a legal day begins, so many days on: midnight in Shanghai. */
const beginOf = (day: string, more: number): Date =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + more * 86_400_000)

/** What waits since before then is late. */
export function lateBefore(desk: Desk, now: Date): Date {
  const hours = Number(desk.setting<string>(legalDay(now), 'declaration.silence_hours'))
  return new Date(now.getTime() - hours * 3_600_000)
}

export async function status(
  work: UnitOfWork,
  desk: Desk,
  { plan }: Static<typeof contract.Status>,
): Promise<Static<typeof contract.StatusRead>> {
  const { states, ...counts } = await look.statusOf(work.tx, {
    party: ownParty(work),
    plan,
    late: lateBefore(desk, work.now),
  })
  return { states, ...counts, isGatewayOpen: await isGatewayOpen(work.tx) }
}

export async function read(
  work: UnitOfWork,
  desk: Desk,
  { id }: Static<typeof contract.OfDeclaration>,
): Promise<Static<typeof contract.DeclarationRead> | Refusal> {
  const row = await lists.readDeclaration(work.tx, id)
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
      title: kindTitle(record.kind),
      role: record.role,
      key: splitKey(record.key),
      state: record.state,
      attempt: record.attempt,
      ...(record.told_info && { said: record.told_info }),
      ...(record.list_no && { listNo: record.list_no }),
      ...(record.sent_at && { sentAt: record.sent_at.toISOString() }),
      ...(record.answered_at && { answeredAt: record.answered_at.toISOString() }),
      ...(record.message_id && { message: record.message_id }),
    })),
    timeline: timeline.map(timelineEntry),
    coverage: await coverageOf(work.tx, row.id, wantOf(row.id, row.party_id, { records })),
    deadlines: await deadlinesOf(work, desk.rules, row.id),
  }
}
