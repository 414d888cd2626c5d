import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { JobDefinition } from '@tongqu/kernel/job'
import { askTurn } from './counter/ask.ts'
import type { Desk } from './env.ts'
import { type Assembled, assemble } from './form/assemble.ts'
import type { CodeBook } from './form/codes.ts'
import type { Facts } from './form/facts.ts'
import type { Kind } from './form/kinds.ts'
import { type Needed, neededMessages } from './form/needed.ts'
import * as recordStore from './record-store.ts'
import type { DeclarantRow, Given, Held, PlannedRow } from './rows.ts'
import * as store from './store.ts'

export const MAKE = 'customs.declaration.make'
/** Orders that one transaction carries. */
const PIECE = 250

/** What the records of an order are made with on a day. */
export interface Making {
  readonly day: string
  readonly codes: CodeBook
  readonly declarant: DeclarantRow
}

/** An order's declaration as it would be; undefined where its mode cannot be declared here yet, or none is chosen. */
export interface MadeDeclaration {
  readonly needed: Needed
  readonly assembled: Assembled
}

/** Makes an order's records; pure but for the tables it is handed. */
export function makeDeclaration(
  desk: Desk,
  { day, codes, declarant }: Making,
  order: PlannedRow,
  { given, copNo }: { readonly given: Given; readonly copNo: string },
): MadeDeclaration | undefined {
  const mode = order.chosen ?? undefined
  const plan = order.decision.modes.find(each => each.mode === mode)
  if (mode === undefined || !plan?.amounts) return undefined
  const { documents, taxes } = plan.amounts
  const snapshot = desk.rules.parameters.at(day)
  const needed = neededMessages(snapshot, order.direction, mode, documents)
  if (!needed) return undefined
  const facts: Facts = {
    ...factsOf(order, given),
    profile: declarant.profile,
    mode,
    form: needed.form,
    taxTotal: taxes.total,
    copNo,
    codes,
  }
  const conditions = desk.conditions(day)
  const assembled = assemble(facts, needed.kinds, { day, conditions, isIdentityVerified: false })
  return { needed, assembled }
}

/** Fields of the order itself that may be given anew: they name people and papers, and change no tax. */
export const ORDER_FIELDS: ReadonlySet<string> = new Set([
  'platform',
  'platformOrderNo',
  'buyerId',
  'buyerName',
  'buyerIdType',
])

function factsOf({ input, places }: PlannedRow, given: Given): Pick<Facts, 'order' | 'extra' | 'lines'> {
  const entries = Object.entries(given.order ?? {})
  const own = Object.fromEntries(entries.filter(([name]) => ORDER_FIELDS.has(name)))
  return {
    order: { ...input, ...own },
    extra: { ...places.extra, ...given.order },
    lines: places.lines.map(({ extra }, n) => ({ ...extra, ...given.lines?.[String(n + 1)] })),
  }
}

export const isHeld = ({ missing, wrong, mismatches }: Assembled): boolean =>
  missing.length + wrong.length + mismatches.length > 0

export const heldOf = ({ missing, wrong, mismatches }: Assembled, already?: string): Held => ({
  missing,
  wrong,
  mismatches,
  ...(already !== undefined && { already }),
})

/** Messages of ours that another waits for (`declaration.waits_for`). */
export function waitsFor(desk: Desk, day: string, kind: Kind, kinds: readonly Kind[]): boolean {
  const before = desk.setting<Record<string, readonly string[]>>(day, 'declaration.waits_for')[kind] ?? []
  return kinds.some(each => before.includes(each))
}

/**
 * Makes the declarations of a plan, 250 orders a transaction: those that are whole wait to be sent, the others are
 * drafts that say what they need. An order that has a declaration is passed over, so that doing it again is harmless.
 */
export function makeJob(desk: Desk): JobDefinition {
  return {
    name: MAKE,
    async run(context, payload) {
      const { plan, orders, account } = payload as { plan: string; orders?: string[]; account?: string }
      let after = -1
      while (!context.signal.aborted) {
        const next = await context.work(work => piece(work, desk, { plan, orders, account, after }))
        if (next === undefined) {
          await context.work(askTurn)
          return
        }
        after = next
      }
      throw new Error('stopped')
    },
  }
}

interface Piece {
  readonly plan: string
  readonly orders?: readonly string[] | undefined
  readonly account: string | undefined
  readonly after: number
}

/** @returns the position to go on after; undefined: the plan is through */
async function piece(work: UnitOfWork, desk: Desk, { plan: id, orders, account, after }: Piece) {
  const plan = await store.findPlan(work.tx, id)
  const declarant = plan && (await store.declarantOf(work.tx, plan.party_id))
  if (!plan || !declarant) return undefined
  const rows = await store.plannedOrders(work.tx, id, { after, limit: PIECE, ...(orders && { orders }) })
  if (rows.length === 0) return undefined
  const there = new Set(
    (
      await store.declarationsOf(
        work.tx,
        id,
        rows.map(row => row.order_no),
      )
    ).map(row => row.order_no),
  )
  const fresh = rows.filter(row => !there.has(row.order_no) && row.chosen !== null)
  if (fresh.length > 0) {
    const day = legalDay(work.now)
    const making = { day, codes: await desk.codes(work.tx, day), declarant }
    const numbers = await store.takeNumbers(work.tx, day, fresh.length)
    const made = fresh.map((row, n) => ({
      row,
      number: numbers[n]!,
      made: makeDeclaration(desk, making, row, { given: {}, copNo: numbers[n]! }),
    }))
    await keep(work, desk, { plan, account, day }, made)
  }
  return rows.at(-1)!.position
}

interface MadeOrder {
  readonly row: PlannedRow
  readonly number: string
  readonly made: MadeDeclaration | undefined
}

async function keep(
  work: UnitOfWork,
  desk: Desk,
  of: { readonly plan: store.PlanOfDeclaration; readonly account: string | undefined; readonly day: string },
  made: readonly MadeOrder[],
): Promise<void> {
  const { plan, account, day } = of
  const whole = made.flatMap(each => (each.made ? [{ ...each, made: each.made }] : []))
  const used = await usedKeys(
    work,
    plan.party_id,
    whole.map(each => each.made.assembled),
  )
  const declarations: store.NewDeclaration[] = []
  const records: recordStore.NewRecord[] = []
  for (const { row, number, made: one } of whole) {
    const { needed, assembled } = one
    const already = isHeld(assembled) ? undefined : used.of(assembled, number)
    const held = isHeld(assembled) || already !== undefined ? heldOf(assembled, already) : undefined
    const id = work.newId()
    declarations.push({
      id,
      number,
      party: plan.party_id,
      account,
      plan: plan.id,
      orderNo: row.order_no,
      mode: row.chosen!,
      form: needed.form,
      direction: row.direction,
      day,
      at: work.now,
      state: held ? 'draft' : 'waiting',
      held,
    })
    if (!held) records.push(...newRecords(work, desk, { id, party: plan.party_id, day }, assembled))
  }
  await store.addDeclarations(work.tx, declarations)
  await recordStore.addRecords(work.tx, records)
  const drafts = declarations.filter(each => each.held).length
  work.emit({
    type: 'customs.declaration.made',
    record: `customs.plan/${plan.id}`,
    data: { plan: plan.number, made: declarations.length, drafts, passed: made.length - whole.length },
  })
}

/** The records of a declaration that goes out: lists wait for what they rest on. */
export function newRecords(
  work: Pick<UnitOfWork, 'newId'>,
  desk: Desk,
  { id, party, day }: { readonly id: string; readonly party: string; readonly day: string },
  { records }: Assembled,
): recordStore.NewRecord[] {
  const kinds = records.map(each => each.kind)
  return records.map(({ kind, role, key, content }) => ({
    id: work.newId(),
    declaration: id,
    party,
    kind,
    role,
    key,
    content,
    state: 'waiting',
    isReady: !waitsFor(desk, day, kind, kinds),
  }))
}

/** Business keys that are used, before and within these orders: nothing is declared twice. */
async function usedKeys(work: UnitOfWork, party: string, all: readonly Assembled[]) {
  const records = all.flatMap(each => (isHeld(each) ? [] : each.records))
  const taken = await recordStore.keysTaken(work.tx, party, records)
  const numbers = new Map(taken.map(({ kind, key, number }) => [`${kind} ${key}`, number]))
  return {
    /** The declaration that has used one of the keys; undefined: none had, and now this one has. */
    of({ records: own }: Assembled, number: string): string | undefined {
      const names = own.map(({ kind, key }) => `${kind} ${key}`)
      const before = names.map(name => numbers.get(name)).find(found => found !== undefined)
      if (before === undefined) for (const name of names) numbers.set(name, number)
      return before
    },
  }
}
