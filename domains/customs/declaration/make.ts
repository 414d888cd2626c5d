import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { JobDefinition } from '@tongqu/kernel/job'
import { askTurn } from './counter/ask.ts'
import type { Desk } from './env.ts'
import { type Assembled, assemble } from './form/assemble.ts'
import type { CodeBook } from './form/codes.ts'
import type { Facts } from './form/facts.ts'
import { type Needed, neededMessages } from './form/needed.ts'
import { keepDeclarations, type NewDeclaration } from './keep.ts'
import type { DeclarantRow, Given, PlannedRow } from './rows.ts'
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

/** What the chosen mode costs and needs. */
const amountsOf = ({ chosen, decision }: PlannedRow) =>
  decision.modes.find(each => each.mode === chosen)?.amounts

/** Makes the records of the orders that one declaration is about; pure but for the tables it is handed. */
export function makeDeclaration(
  desk: Desk,
  { day, codes, declarant }: Making,
  orders: readonly PlannedRow[],
  { given, copNo }: { readonly given: Given; readonly copNo: string },
): MadeDeclaration | undefined {
  const [first] = orders as readonly [PlannedRow]
  const mode = first.chosen ?? undefined
  const planned = amountsOf(first)
  if (mode === undefined || !planned) return undefined
  const snapshot = desk.rules.parameters.at(day)
  const needed = neededMessages(snapshot, first.direction, mode, planned.documents)
  if (!needed) return undefined
  const facts = orders.map((order): Facts => {
    return {
      ...factsOf(order, given),
      profile: declarant.profile,
      mode,
      form: needed.form,
      taxTotal: amountsOf(order)?.taxes.total ?? 0,
      copNo,
      codes,
    }
  })
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
  const there = await store.declaredOrders(
    work.tx,
    id,
    rows.map(row => row.order_no),
  )
  const fresh = rows.filter(row => !there.has(row.order_no) && row.chosen !== null)
  if (fresh.length > 0) {
    const day = legalDay(work.now)
    const making = { day, codes: await desk.codes(work.tx, day), declarant }
    const numbers = await store.takeNumbers(work.tx, day, fresh.length)
    const made = fresh.map((row, n): MadeOrders => {
      const number = numbers[n]!
      return { rows: [row], number, made: makeDeclaration(desk, making, [row], { given: {}, copNo: number }) }
    })
    await keepMade(work, desk, { plan, account, day }, made)
  }
  return rows.at(-1)!.position
}

interface MadeOrders {
  readonly rows: readonly PlannedRow[]
  readonly number: string
  readonly made: MadeDeclaration | undefined
}

async function keepMade(
  work: UnitOfWork,
  desk: Desk,
  of: { readonly plan: store.PlanOfDeclaration; readonly account: string | undefined; readonly day: string },
  made: readonly MadeOrders[],
): Promise<void> {
  const { plan, account, day } = of
  const whole = made.flatMap(({ rows, number, made: one }): NewDeclaration[] => {
    if (!one) return []
    const [first] = rows as readonly [PlannedRow]
    const { needed, assembled } = one
    const orders = { plan: plan.id, orders: rows.map(row => row.order_no) }
    const what = { mode: first.chosen!, form: needed.form, direction: first.direction }
    const hasRefund = rows.some(row => (amountsOf(row)?.refund ?? 0) > 0)
    return [{ number, party: plan.party_id, account, of: orders, ...what, hasRefund, assembled }]
  })
  const kept = await keepDeclarations(work, desk, day, whole)
  const drafts = kept.filter(each => each.isDraft).length
  work.emit({
    type: 'customs.declaration.made',
    record: `customs.plan/${plan.id}`,
    data: { plan: plan.number, made: kept.length, drafts, passed: made.length - whole.length },
  })
}
