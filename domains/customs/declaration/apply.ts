import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { heldBySummary } from '../summary/guard.ts'
import { cancelling, returning } from './applications.ts'
import type * as contract from './contract.ts'
import type { Desk } from './env.ts'
import { wrongIn } from './form/assemble.ts'
import { decimal, less } from './form/decimal.ts'
import { type Content, type Kind, keyOf } from './form/kinds.ts'
import { possible } from './life/states.ts'
import * as recordStore from './record-store.ts'
import { declarationRefusals } from './refusals.ts'
import type { RecordRow } from './rows.ts'
import * as store from './store.ts'
import { notPossible, settle, type Taken, take } from './taken.ts'

/* Withdrawing, cancelling and sending back. */

const refuse = declarationRefusals.refuse

/** Takes back what the customs does not have yet, or applies for the cancelling of a list that it has. */
export async function cancel(
  work: UnitOfWork,
  desk: Desk,
  { id, reason }: Static<typeof contract.Reasoned>,
): Promise<{ readonly id: string } | Refusal> {
  const taken = await take(work, id)
  if (isRefusal(taken)) return taken
  const { declaration, records } = taken
  const held = await heldBySummary(work, declaration, records)
  if (held) return held
  const list = records.find(each => each.role === 'list')
  if (!list || possible.withdraw.has(list.state)) {
    await recordStore.withdraw(work.tx, declaration.id)
    if (!list)
      await store.setState(work.tx, declaration.id, { state: 'withdrawn', at: work.now, waiting: null })
    else await settle(work, declaration)
    return { id: declaration.id }
  }
  // No message is known that amends or cancels a declaration (删改单); a bonded list is deleted in the window.
  if (BY_PERSON.has(list.kind) && possible.cancel.has(list.state))
    return refuse('declaration.by_person', { number: list.list_no ?? declaration.number })
  if (!possible.cancel.has(list.state) || isUnderWay(records, 'cancel'))
    return notPossible(declaration, 'cancel')
  const application = numbered(taken, list, 'C', reason)
  if (isRefusal(application)) return application
  const kind = declaration.direction === 'import' ? 'CEB623' : 'CEB605'
  return apply(work, desk, taken, {
    kind,
    role: 'cancel',
    content: cancelling(declaration.direction, list.content, application),
  })
}

const BY_PERSON: ReadonlySet<Kind> = new Set(['DecMessage', 'INV101'])

const isUnderWay = (records: readonly RecordRow[], role: RecordRow['role']): boolean =>
  records.some(each => each.role === role && each.state !== 'rejected' && each.state !== 'failed')

/** Applies for goods of a released import to be sent back, within the time that the law gives. */
export async function sendBack(
  work: UnitOfWork,
  desk: Desk,
  { id, reason, lines }: Static<typeof contract.Return>,
): Promise<{ readonly id: string } | Refusal> {
  const taken = await take(work, id)
  if (isRefusal(taken)) return taken
  const { declaration, records } = taken
  const list = records.find(each => each.role === 'list')
  const isPossible =
    list?.kind === 'CEB621' && possible.return.has(list.state) && !isUnderWay(records, 'return')
  if (!isPossible) return notPossible(declaration, 'return')
  const until = returnUntil(desk, list)
  if (until !== undefined && legalDay(work.now) > until)
    return refuse('declaration.return_too_late', { until })
  const tooMuch = lines?.findIndex(({ line, qty }) => {
    const declared = (list.content.InventoryList as readonly { readonly qty: string }[])[line - 1]
    return !declared || less(decimal(declared.qty), decimal(qty)).units < 0n
  })
  if (tooMuch !== undefined && tooMuch >= 0)
    return refuse('declaration.no_such_line', { line: lines![tooMuch]!.line }, `/lines/${tooMuch}`)
  const application = numbered(taken, list, 'R', reason)
  if (isRefusal(application)) return application
  return apply(work, desk, taken, {
    kind: 'CEB625',
    role: 'return',
    content: returning(list.content, lines, application)!,
  })
}

/** Last day on which goods can go back without tax: so many days after the counter's release. */
export function returnUntil(
  desk: Desk,
  { released_time: time }: Pick<RecordRow, 'released_time'>,
): string | undefined {
  if (time === null) return undefined
  const day = `${time.slice(0, 4)}-${time.slice(4, 6)}-${time.slice(6, 8)}`
  const days = Number(desk.setting<string>(day, 'retail_import.return_days'))
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** What an application says of the list, under a number of its own. */
function numbered({ declaration, records }: Taken, list: RecordRow, mark: string, reason: string) {
  if (list.list_no === null) return refuse('declaration.no_list_number', { number: declaration.number })
  const before = records.filter(each => each.role === 'cancel' || each.role === 'return').length
  return {
    copNo: `${declaration.number}${mark}${before + 1}`,
    preNo: list.pre_no ?? undefined,
    listNo: list.list_no,
    reason,
  }
}

async function apply(
  work: UnitOfWork,
  desk: Desk,
  { declaration, declarant }: Taken,
  { kind, role, content }: { readonly kind: Kind; readonly role: string; readonly content: Content },
): Promise<{ readonly id: string } | Refusal> {
  const day = legalDay(work.now)
  const codes = await desk.codes(work.tx, day)
  const judging = { day, conditions: desk.conditions(day) }
  const [wrong] = wrongIn(kind, content, { profile: declarant.profile, codes }, judging)
  if (wrong) return refuse('declaration.still_missing', { count: 1, first: `${kind} ${wrong.element}` })
  const { id, party_id: party } = declaration
  const record = { id: work.newId(), declaration: id, party, kind, role, key: keyOf(kind, content), content }
  await recordStore.addRecords(work.tx, [{ ...record, state: 'waiting', isReady: true }])
  await settle(work, declaration)
  return { id }
}
