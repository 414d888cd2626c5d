import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { JobDefinition } from '@tongqu/kernel/job'
import type { Extra } from '../plan/book/item.ts'
import { askTurn } from './counter/ask.ts'
import type { Desk } from './env.ts'
import { type Assembled, assemble } from './form/assemble.ts'
import type { CodeBook } from './form/codes.ts'
import type { Facts } from './form/facts.ts'
import { type Needed, neededMessages } from './form/needed.ts'
import { keepDeclarations, type NewDeclaration } from './keep.ts'
import { type Judged, judgedAt, MARKET } from './market.ts'
import * as orderStore from './order-store.ts'
import type { DeclarantRow, Given, PlannedRow } from './rows.ts'
import * as store from './store.ts'
import { groupsOfPlan, undeclared, unitsOf } from './units.ts'

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

/** What a mode costs and needs. */
const amountsOf = ({ decision }: PlannedRow, mode: string) =>
  decision.modes.find(each => each.mode === mode)?.amounts

/** Makes the records of the orders that one declaration is about; pure but for the tables it is handed. */
export function makeDeclaration(
  desk: Desk,
  making: Making,
  orders: readonly PlannedRow[],
  { given, copNo }: { readonly given: Given; readonly copNo: string },
): MadeDeclaration | undefined {
  const { day, codes, declarant } = making
  const [first] = orders as readonly [PlannedRow]
  const mode = first.declared_mode ?? first.chosen ?? undefined
  if (mode === undefined) return undefined
  // An order that a container's others take along was decided for another mode: this one's papers are the rules'.
  const planned = amountsOf(first, mode)?.documents ?? (mode === MARKET ? ['declaration'] : undefined)
  if (!planned) return undefined
  const needed = neededMessages(desk.rules.parameters.at(day), first.direction, mode, planned)
  if (!needed) return undefined
  const judged: Judged = mode === MARKET ? judgedAt(desk, making, orders) : { lines: undefined }
  const merged = 'lines' in judged ? judged.lines : undefined
  const settings = needed.kinds.includes('DecMessage') ? desk.decSettings(day) : undefined
  const facts = orders.map((order): Facts => {
    const { declared_lines: lines } = order
    const declaring = settings && {
      settings,
      ...(lines && { lines: new Set(lines) }),
      ...(merged && { merged }),
    }
    return {
      ...factsOf(order, given),
      profile: declarant.profile,
      mode,
      form: needed.form,
      taxTotal: amountsOf(order, mode)?.taxes.total ?? 0,
      copNo,
      codes,
      ...(declaring && { declaring }),
    }
  })
  const conditions = desk.conditions(day)
  const assembled = assemble(facts, needed.kinds, { day, conditions, isIdentityVerified: false })
  if (!('wrong' in judged)) return { needed, assembled }
  return { needed, assembled: { ...assembled, wrong: [judged.wrong, ...assembled.wrong] } }
}

/** Fields of the order itself that may be given anew: they name people and papers, and change no tax. */
export const ORDER_FIELDS: ReadonlySet<string> = new Set([
  'platform',
  'platformOrderNo',
  'buyerId',
  'buyerName',
  'buyerIdType',
])

/** Fields of a line that may be given: its gross weight anew, what it lacks of the others. They change no tax then. */
export const LINE_FIELDS: ReadonlySet<string> = new Set(['grossWeight', 'netWeight', 'origin'])

function lineOf(line: PlannedRow['input']['lines'][number], extra: Extra) {
  const { grossWeight = line.grossWeight } = extra as { grossWeight?: string }
  const { netWeight, origin } = extra as { netWeight?: string; origin?: string }
  return {
    ...(netWeight !== undefined && { netWeight }),
    ...(origin !== undefined && { origin }),
    ...line,
    ...(grossWeight !== undefined && { grossWeight }),
  }
}

export function factsOf(
  { input, places, order_no }: PlannedRow,
  given: Given,
): Pick<Facts, 'order' | 'extra' | 'lines'> {
  const own = given.orders?.[order_no]
  const order = { ...given.order, ...own?.order }
  const kept = Object.fromEntries(Object.entries(order).filter(([name]) => ORDER_FIELDS.has(name)))
  const lines = places.lines.map(({ extra }, n): Extra => {
    const line = String(n + 1)
    return { ...extra, ...given.lines?.[line], ...own?.lines?.[line] }
  })
  return {
    order: { ...input, ...kept, lines: input.lines.map((line, n) => lineOf(line, lines[n]!)) },
    extra: { ...places.extra, ...order },
    lines,
  }
}

/**
 * Makes the declarations of a plan, 250 orders a transaction: those that are whole wait to be sent, the others are
 * drafts that say what they need. An order that has a declaration is passed over, so that doing it again is harmless.
 */
export function makeJob(desk: Desk): JobDefinition {
  return {
    name: MAKE,
    title: { zh: '制作申报单', en: 'Make declarations' },
    async run(context, payload) {
      const { plan, orders, account } = payload as { plan: string; orders?: string[]; account?: string }
      const groups = groupsOfPlan(plan)
      let after = -1
      while (!context.signal.aborted) {
        const next = await context.work(work => piece(work, desk, { plan, orders, account, after, groups }))
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
  readonly groups: ReturnType<typeof groupsOfPlan>
}

/** @returns the position to go on after; undefined: the plan is through */
async function piece(work: UnitOfWork, desk: Desk, { plan: id, orders, account, after, groups }: Piece) {
  const plan = await store.findPlan(work.tx, id)
  const declarant = plan && (await store.declarantOf(work.tx, plan.party_id))
  if (!plan || !declarant) return undefined
  const rows = await orderStore.plannedOrders(work.tx, id, { after, limit: PIECE, ...(orders && { orders }) })
  if (rows.length === 0) return undefined
  const units = await undeclared(work, id, await unitsOf(work, id, rows, await groups(work, rows)))
  if (units.length > 0) {
    const day = legalDay(work.now)
    const making = { day, codes: await desk.codes(work.tx, day), declarant }
    const numbers = await store.takeNumbers(work.tx, day, units.length)
    const made = units.map((unit, n): MadeOrders => {
      const number = numbers[n]!
      return { rows: unit, number, made: makeDeclaration(desk, making, unit, { given: {}, copNo: number }) }
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
    const orders = {
      plan: plan.id,
      orders: rows.map(row => row.order_no),
      lines: rows.map(row => row.declared_lines ?? null),
    }
    const what = { mode: first.declared_mode ?? first.chosen!, form: needed.form, direction: first.direction }
    const hasRefund = rows.some(row => (amountsOf(row, what.mode)?.refund ?? 0) > 0)
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
