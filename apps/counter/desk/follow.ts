import type { Values } from '../message/kind.ts'
import { type Summed, summaryResult, summedUp } from '../message/summary.ts'
import { taxBill, taxesOf, taxStatus } from '../message/tax.ts'
import { addEvent, freeNumber, linkedTo } from '../store/records.ts'
import type { Event, Plan, Taken } from '../store/store.ts'
import { digitsOf } from '../time.ts'
import type { Fated } from './course.ts'
import type { Desk } from './desk.ts'
import { Draw, guidOf, serialOf } from './draw.ts'
import type { Unsealed } from './seal.ts'

const DAY = 86_400_000

/** Puts on its way what the customs send of themselves: the tax bill of a released list, the result of a summary. */
export function follow({ store, scenario, faster }: Desk, record: Taken, fated: Fated, plan: Plan): void {
  const end = plan.find(([, status]) => status === (record.kind === 'CEB621' ? 800 : 399))?.[0]
  if (end === undefined) return
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
  if (record.kind === 'CEB701') put('summary', end + Math.round(after / faster))
  if (record.kind !== 'CEB621' || !draw.happens(taxBills.share)) return
  put('tax', end + Math.round(after / faster))
  if (taxBills.summedAfterDays > 0)
    put('tax status', end + Math.round((taxBills.summedAfterDays * DAY) / faster))
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

function results(desk: Desk, record: Taken, { at, attempt }: Event): Unsealed[] {
  const { store, scenario } = desk
  const lists = record.lines.flatMap(({ invtNo = '' }): Summed[] =>
    linkedTo(store, 'CEB603', invtNo).map(({ head, lines }) => ({ head, lines, invtNo })),
  )
  const declarations = summedUp(lists, scenario.limits.declarationLines)
  return declarations.map((declaration, n) => {
    const guid = guidOf(scenario.seed, 'summary', record.key, attempt, n)
    const numbers = declarationNumbers(desk, record.head, `${record.key}\u001f${n}`, at)
    const result = {
      guid,
      at,
      sumNo: record.numbers.sumNo ?? '',
      ...numbers,
      number: n + 1,
      of: declarations.length,
    }
    return unsealed(desk, record, 'CEB792Message', guid, summaryResult(record.head, declaration, result), at)
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
