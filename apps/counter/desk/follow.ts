import type { Values } from '../message/kind.ts'
import { type Declaration, resultLines, type Summed, summaryResult, summedUp } from '../message/summary.ts'
import { taxBill, taxesOf, taxStatus } from '../message/tax.ts'
import { addEvent, firstLinked, freeNumber, markRecord } from '../store/records.ts'
import type { Event, Plan, Taken } from '../store/store.ts'
import { digitsOf } from '../time.ts'
import { decide, listsOf } from './application.ts'
import type { Fated } from './course.ts'
import type { Desk } from './desk.ts'
import { Draw, guidOf, serialOf } from './draw.ts'
import type { Unsealed } from './seal.ts'

const DAY = 86_400_000

/** Puts on its way what the customs send of themselves: the tax bill of a released list, the result of a summary. */
export function follow(desk: Desk, record: Taken, fated: Fated, plan: Plan): void {
  const { store, scenario, faster } = desk
  if (record.kind === 'CEB701') followPart(desk, { ...record, plan }, 'accepted')
  const end = plan.find(([, status]) => status === 800)?.[0]
  if (record.kind !== 'CEB621' || end === undefined) return
  const { seed, taxBills } = scenario
  const draw = new Draw(seed, 'tax', fated.kind, fated.key, fated.attempt)
  const after = draw.between([taxBills.after[0] * 1000, taxBills.after[1] * 1000])
  const put = (what: Event['what'], at: number) =>
    addEvent(store, {
      due: at,
      record: record.id,
      attempt: record.attempt,
      what,
      at,
      status: '',
      info: '',
      copies: 1,
      step: 0,
    })
  if (!draw.happens(taxBills.share)) return
  put('tax', end + Math.round(after / faster))
  if (taxBills.summedAfterDays > 0)
    put('tax status', end + Math.round((taxBills.summedAfterDays * DAY) / faster))
}

/** The result of a summary leaves when the last part of its application is decided. */
export function followPart(desk: Desk, part: Taken, mark: 'accepted' | 'refused'): void {
  const end = decide(desk, part, mark)
  if (end === undefined) return
  const { store, scenario, faster } = desk
  const [least, most] = scenario.taxBills.after
  const draw = new Draw(scenario.seed, 'tax', part.kind, part.link ?? part.key, part.attempt)
  const at = end + Math.round(draw.between([least * 1000, most * 1000]) / faster)
  const event = { due: at, record: part.id, attempt: part.attempt, what: 'summary' as const, at }
  addEvent(store, { ...event, status: '', info: '', copies: 1, step: 0 })
}

/** What the customs send of themselves, written. A cancelled list is not billed. */
export function followers(desk: Desk, record: Taken, event: Event): Unsealed[] {
  if (record.mark === 'cancelled') return []
  if (event.what === 'summary') return results(desk, record, event)
  const { seed, taxBills, limits } = desk.scenario
  const isBill = event.what === 'tax'
  const guid = guidOf(seed, event.what, record.key, event.attempt)
  const invtNo = record.numbers.invtNo ?? ''
  const bill = { guid, at: event.at, invtNo, taxNo: `${invtNo}001` }
  const body = isBill
    ? taxBill(record, taxesOf(record, taxBills.rates, limits.single), bill)
    : taxStatus(record, bill, `${invtNo}L01`)
  return [unsealed(desk, record, isBill ? 'CEB816Message' : 'CEB818Message', guid, body, event.at)]
}

function unsealed(
  { scenario }: Desk,
  record: Taken,
  type: string,
  guid: string,
  body: string,
  at: number,
): Unsealed {
  const sender = type === 'CEB792Message' ? scenario.receivers.export : scenario.receivers.import
  return { channel: record.channel, receiver: record.sender, sender, type, guid, body, at, copy: 0 }
}

/** Lists of parts that came after the summary was told are summed up by themselves: nothing is declared twice. */
function results(desk: Desk, record: Taken, { at }: Event): Unsealed[] {
  const { store, scenario } = desk
  const lists = listsOf(desk, record).flatMap((invtNo): (Summed & { id: number })[] => {
    const list = firstLinked(store, 'CEB603', invtNo)
    return list?.mark === 'summed' ? [{ id: list.id, head: list.head, lines: list.lines, invtNo }] : []
  })
  for (const { id } of lists) markRecord(store, id, 'declared')
  const declarations = summedUp(lists, scenario.limits.declarationLines)
  return declarations.flatMap((declaration, n) => told(desk, record, declaration, n, at))
}

/** One declaration of a summary, in as many messages as its lines need. */
function told(desk: Desk, record: Taken, declaration: Declaration, n: number, at: number): Unsealed[] {
  const key = [record.key, at, n].join('\u001f')
  const numbers = declarationNumbers(desk, record.head, key, at)
  const pieces = resultLines(declaration)
  return pieces.map((lines, piece) => {
    const guid = guidOf(desk.scenario.seed, 'summary', key, piece)
    const sumNo = record.numbers.sumNo ?? ''
    const result = { guid, at, sumNo, ...numbers, number: piece + 1, of: pieces.length }
    const body = summaryResult(record.head, declaration, lines, result)
    return unsealed(desk, record, 'CEB792Message', guid, body, at)
  })
}

/** entryId: four digits of the customs, the year, 0 for export, nine digits. */
function declarationNumbers({ store, scenario: { seed } }: Desk, head: Values, key: string, at: number) {
  const year = digitsOf(at, 8).slice(0, 4)
  return {
    declSeqNo: freeNumber(store, `E${digitsOf(at, 8)}`, serialOf(seed, 'declSeqNo', key)),
    entryId: freeNumber(store, `${head.customsCode}${year}0`, serialOf(seed, 'entryId', key)),
  }
}
