import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { reserve } from '../cover/reserve.ts'
import { shortfallText } from '../cover/shortfall-text.ts'
import type * as contract from './contract.ts'
import { wantOf } from './covering.ts'
import type { Desk } from './env.ts'
import type { Assembled } from './form/assemble.ts'
import type { Content, Kind } from './form/kinds.ts'
import { withGiven } from './give.ts'
import { heldOf, isHeld, newRecords, shortOf, waitsFor } from './keep.ts'
import { isTakenIn, possible } from './life/states.ts'
import { MAKE, makeDeclaration } from './make.ts'
import * as orderStore from './order-store.ts'
import * as recordStore from './record-store.ts'
import { declarationRefusals } from './refusals.ts'
import type { DeclarationRow, Given, RecordRow } from './rows.ts'
import * as store from './store.ts'
import { notPossible, settle, type Taken, take } from './taken.ts'

/* The use cases of declarations, each inside the unit of work it is given. */

const refuse = declarationRefusals.refuse

/** Hands a plan's orders over to be declared: a job makes their declarations and lets out those that are whole. */
export async function submit(
  work: UnitOfWork,
  { plan: name, orders }: Static<typeof contract.OfPlan>,
): Promise<Static<typeof contract.Submitted> | Refusal> {
  const plan = await findPlan(work, name)
  if (isRefusal(plan)) return plan
  if (!(await store.declarantOf(work.tx, plan.party_id))) return refuse('declaration.no_declarant')
  const count = await orderStore.countPlanned(work.tx, plan.id, orders)
  if (orders && count < orders.length) {
    const known = new Set(
      (await orderStore.plannedNumbers(work.tx, plan.id, orders)).map(each => each.order_no),
    )
    const place = orders.findIndex(each => !known.has(each))
    return refuse('declaration.no_such_order', { orderNo: orders[place]! }, `/orders/${place}`)
  }
  const payload = { plan: plan.id, ...(orders && { orders }), account: work.actor.account }
  await work.enqueue({ name: MAKE, payload, key: `${MAKE} ${plan.id} ${work.run}`, maxAttempts: 5 })
  work.emit({
    type: 'customs.plan.submitted',
    record: `customs.plan/${plan.id}`,
    data: { number: plan.number, orders: count },
  })
  return { plan: plan.number, orders: count }
}

export async function findPlan(work: UnitOfWork, name: string): Promise<store.PlanOfDeclaration | Refusal> {
  const plan = await store.findPlan(work.tx, name)
  if (!plan) return refuse('declaration.plan_not_found', { plan: name }, '/plan')
  return plan.state === 'done' ? plan : refuse('declaration.plan_not_done', { plan: plan.number }, '/plan')
}

/**
 * Gives what a draft still needs, or corrects what was refused, and lets it out again. Records that stand as they are
 * are not sent again; one that the counter has and that is another now goes out as a change.
 */
export async function amend(
  work: UnitOfWork,
  desk: Desk,
  { id, order, fields, lines }: Static<typeof contract.Amend>,
): Promise<{ readonly id: string } | Refusal> {
  const taken = await take(work, id)
  if (isRefusal(taken)) return taken
  const { declaration } = taken
  if (!possible.correct.has(declaration.state as never)) return notPossible(declaration, 'correct')
  const tables = await desk.tables.current(work.tx)
  if (order !== undefined && !(await orderStore.isAbout(work.tx, declaration.id, order)))
    return refuse('declaration.no_such_order', { orderNo: order }, '/order')
  const given = await withGiven(work, declaration.given, { order, fields, lines }, tables)
  if (isRefusal(given)) return given
  const day = legalDay(work.now)
  const assembled = await madeAnew(work, desk, taken, given, day)
  if (isRefusal(assembled)) return assembled
  if (isHeld(assembled)) {
    if (taken.records.length > 0) return stillMissing(assembled)
    await keepDraft(work, declaration, given, heldOf(assembled))
    return { id: declaration.id }
  }
  const used = (await recordStore.keysTaken(work.tx, declaration.party_id, assembled.records)).find(
    each => each.id !== declaration.id,
  )
  if (used) {
    if (taken.records.length > 0) return refuse('declaration.key_taken', { message: used.kind })
    await keepDraft(work, declaration, given, heldOf(assembled, used.number))
    return { id: declaration.id }
  }
  const want = wantOf(declaration.id, declaration.party_id, assembled)
  const short = (await reserve(work, [want])).get(declaration.id)
  if (short) {
    const { zh, en } = shortfallText(short[0]!)
    if (taken.records.length > 0) return refuse('declaration.not_covered', { zh, en })
    await keepDraft(work, declaration, given, shortOf(assembled, short))
    return { id: declaration.id }
  }
  const put = await putOut(work, desk, taken, assembled.records, day)
  if (put) return put
  await store.setHeld(work.tx, declaration.id, {
    held: null,
    given,
    state: declaration.state,
    at: declaration.state_at,
  })
  await settle(work, declaration)
  return { id: declaration.id }
}

/** What a declaration is made of now: from the orders that it is about, or as its form says (`Desk.remakes`). */
async function madeAnew(
  work: UnitOfWork,
  desk: Desk,
  { declaration, declarant }: Taken,
  given: Given,
  day: string,
): Promise<Assembled | Refusal> {
  const making = { day, codes: await desk.codes(work.tx, day), declarant }
  const remake = declaration.plan_id === null ? desk.remakes.get(declaration.form) : undefined
  if (remake) return remake(work, { declaration, given, ...making })
  const orders = await orderStore.ordersOf(work.tx, declaration.id)
  if (orders.length === 0) return notPossible(declaration, 'correct')
  const made = makeDeclaration(desk, making, orders, { given, copNo: declaration.number })
  return made?.assembled ?? notPossible(declaration, 'correct')
}

function stillMissing(assembled: Parameters<typeof heldOf>[0]): Refusal {
  const { missing, wrong, mismatches } = assembled
  const [first] = [
    ...missing.map(each => `${each.message} ${each.element}`),
    ...wrong.map(each => `${each.message} ${each.element}`),
    ...mismatches.map(each => `${each.left.element} ≠ ${each.right.element}`),
  ]
  const count = missing.length + wrong.length + mismatches.length
  return refuse('declaration.still_missing', { count, first: first! })
}

async function keepDraft(
  work: UnitOfWork,
  { id, state_at }: DeclarationRow,
  given: Given,
  held: ReturnType<typeof heldOf>,
): Promise<void> {
  await store.setHeld(work.tx, id, { held, given, state: 'draft', at: state_at })
}

/** Puts the records of a declaration out that are new, were refused or are another now. */
async function putOut(
  work: UnitOfWork,
  desk: Desk,
  { declaration, records }: Taken,
  assembled: Parameters<typeof newRecords>[3]['records'],
  day: string,
): Promise<Refusal | undefined> {
  const { id, party_id: party } = declaration
  const changes: { readonly before: RecordRow; readonly content: Content; readonly key: string }[] = []
  const fresh: (typeof assembled)[number][] = []
  for (const record of assembled) {
    const before = records.find(each => each.kind === record.kind)
    if (!before) fresh.push(record)
    else if (possible.correct.has(before.state)) changes.push({ before, ...record })
    else if (JSON.stringify(before.content) !== JSON.stringify(record.content)) {
      if (!isTakenIn(before.state) && before.state !== 'waiting') return notPossible(declaration, 'correct')
      if (before.key !== record.key && before.state !== 'waiting')
        return refuse('declaration.key_taken', { message: before.kind })
      changes.push({ before, ...record })
    }
  }
  const again = new Set(changes.map(each => each.before.kind))
  const kinds = assembled.map(each => each.kind)
  const isOut = (kind: Kind) => {
    const record = records.find(each => each.kind === kind)
    return record !== undefined && !again.has(kind) && isTakenIn(record.state)
  }
  const waits = (kind: Kind) =>
    waitsFor(
      desk,
      day,
      kind,
      kinds.filter(each => !isOut(each)),
    )
  for (const { before, content, key } of changes) {
    const isNew = before.state !== 'waiting'
    await recordStore.changeRecord(work.tx, before.id, {
      key,
      content,
      state: 'waiting',
      isReady: !waits(before.kind),
      isNew,
      isChange: isTakenIn(before.state),
      after: isNew ? (before.told_time ?? before.after) : before.after,
    })
  }
  const made = newRecords(work, desk, { id, party, day }, { records: fresh })
  await recordStore.addRecords(
    work.tx,
    made.map(record => ({ ...record, isReady: !waits(record.kind) })),
  )
  return undefined
}

/** Sends again what the counter may not have. */
export async function resend(
  work: UnitOfWork,
  { id }: Static<typeof contract.OfDeclaration>,
): Promise<{ readonly id: string; readonly records: number } | Refusal> {
  const taken = await take(work, id)
  if (isRefusal(taken)) return taken
  const again = taken.records.filter(record => possible.resend.has(record.state))
  if (again.length === 0) return notPossible(taken.declaration, 'resend')
  for (const record of again) {
    const isNew = record.state === 'failed'
    await recordStore.changeRecord(work.tx, record.id, {
      key: record.key,
      content: record.content,
      state: 'waiting',
      isReady: true,
      isNew,
      isChange: false,
      after: isNew ? (record.told_time ?? record.after) : record.after,
    })
  }
  await settle(work, taken.declaration)
  return { id: taken.declaration.id, records: again.length }
}
