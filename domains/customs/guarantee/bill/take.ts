import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { askSettled } from '../../cover/store.ts'
import * as store from './store.ts'
import {
  isLaterBill,
  type KeptBill,
  type StateTable,
  type ToldBill,
  type ToldLine,
  toldBills,
  withBill,
} from './told.ts'

/** Messages of tax bills of one kind that were read, addressed to a party here; in the order they came. */
interface BillMessages {
  readonly kind: string
  readonly party: string
  readonly messages: readonly {
    readonly message: string
    readonly value: Readonly<Record<string, unknown>>
  }[]
}

/** A bill with the message that it came in. */
interface CameIn extends ToldBill {
  readonly message: string
}

interface Rules {
  setting<T>(day: string, id: string): T
}

/**
 * Takes tax bills (CEB816) and their states (CEB818), in any order and as often as they come. A bill is kept under its
 * list and its own number; one that comes before its list has a number waits for it, one for a list of another party is
 * held and changes nothing. The guarantee follows: what is held for the list is settled by what its bills say.
 */
export async function takeTaxBills(work: UnitOfWork, rules: Rules, from: BillMessages): Promise<void> {
  const { kind, party, messages } = from
  const states = rules.setting<StateTable>(legalDay(work.now), 'customs.tax.states')
  const told: CameIn[] = messages.flatMap(({ message, value }) =>
    toldBills(value, states).map(bill => ({ ...bill, message })),
  )
  const lists = await store.listsNumbered(work.tx, [...new Set(told.map(each => each.listNo))])
  const own = new Map(
    lists.filter(each => each.party_id === party).map(each => [each.list_no, each.declaration_id]),
  )
  const others = new Set(lists.filter(each => !own.has(each.list_no)).map(each => each.list_no))
  await store.holdBills(
    work.tx,
    party,
    kind,
    told
      .filter(each => others.has(each.listNo))
      .map(({ listNo, taxNo, state, time, message }) => ({
        key: `${listNo}\u001f${taxNo}`,
        state,
        time,
        message,
      })),
    work.now,
  )
  const mine = told.filter(each => !others.has(each.listNo))
  await keep(work, party, { mine, own, states })
}

const nameOf = ({ listNo, taxNo }: { listNo: string; taxNo: string }) => `${listNo} ${taxNo}`

async function keep(
  work: UnitOfWork,
  party: string,
  {
    mine,
    own,
    states,
  }: {
    readonly mine: readonly CameIn[]
    readonly own: ReadonlyMap<string, string>
    readonly states: StateTable
  },
): Promise<void> {
  if (mine.length === 0) return
  const byName = Map.groupBy(mine, nameOf)
  const named = [...byName.values()].map(([first]) => {
    const { listNo, taxNo, message } = first!
    return { id: work.newId(), listNo, taxNo, message, declaration: own.get(listNo) }
  })
  const rows = await store.takeBills(work.tx, party, named, work.now)
  const changed: { id: string; kept: KeptBill }[] = []
  const lines: { id: string; lines: readonly ToldLine[] }[] = []
  for (const row of rows) {
    let kept = keptOf(row)
    let stands: readonly ToldLine[] | undefined
    for (const bill of byName.get(`${row.list_no} ${row.tax_no}`)!) {
      if (bill.amounts && isLaterBill(kept, bill)) stands = bill.amounts.lines
      kept = withBill(kept, bill, states)
    }
    changed.push({ id: row.id, kept })
    if (stands) lines.push({ id: row.id, lines: stands })
  }
  await store.writeBills(work.tx, changed)
  await store.writeLines(work.tx, party, lines)
  const declarations = new Set([...own.values()])
  await askSettled(
    work.tx,
    [...declarations].sort().map(id => ({ id, party })),
  )
  for (const [message, bills] of Map.groupBy(mine, each => each.message)) {
    const names = new Map(bills.map(({ listNo, taxNo }) => [nameOf({ listNo, taxNo }), { listNo, taxNo }]))
    const data = { bills: [...names.values()] }
    work.emit({ type: 'customs.tax.told', record: `customs.message/${message}`, data })
  }
}

function keptOf(row: store.BillRow): KeptBill {
  const { duty, vat, consumption } = row
  const amounts =
    duty === null || vat === null || consumption === null
      ? undefined
      : { duty: BigInt(duty), vat: BigInt(vat), consumption: BigInt(consumption) }
  return {
    state: row.state,
    stateTime: row.state_time,
    orderNo: row.order_no ?? undefined,
    guarantor: row.guarantor ?? undefined,
    amounts,
    billTime: row.bill_time ?? undefined,
  }
}
