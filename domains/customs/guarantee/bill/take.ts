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

/** A message of tax bills that was read, addressed to a party here. */
interface BillMessage {
  readonly message: string
  readonly kind: string
  readonly party: string
  readonly value: Readonly<Record<string, unknown>>
}

interface Rules {
  setting<T>(day: string, id: string): T
}

/**
 * Takes tax bills (CEB816) and their states (CEB818), in any order and as often as they come. A bill is kept under its
 * list and its own number; one that comes before its list has a number waits for it, one for a list of another party is
 * held and changes nothing. The guarantee follows: what is held for the list is settled by what its bills say.
 */
export async function takeTaxBills(work: UnitOfWork, rules: Rules, from: BillMessage): Promise<void> {
  const { message, kind, party, value } = from
  const states = rules.setting<StateTable>(legalDay(work.now), 'customs.tax.states')
  const told = toldBills(value, states)
  const lists = await store.listsNumbered(work.tx, [...new Set(told.map(each => each.listNo))])
  const own = new Map(
    lists.filter(each => each.party_id === party).map(each => [each.list_no, each.declaration_id]),
  )
  const others = new Set(lists.filter(each => !own.has(each.list_no)).map(each => each.list_no))
  const at = { message, at: work.now }
  await store.holdBills(
    work.tx,
    party,
    kind,
    told
      .filter(each => others.has(each.listNo))
      .map(each => ({ key: `${each.listNo}\u001f${each.taxNo}`, state: each.state, time: each.time })),
    at,
  )
  const mine = told.filter(each => !others.has(each.listNo))
  await keep(work, party, { mine, own, states }, at)
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
    readonly mine: readonly ToldBill[]
    readonly own: ReadonlyMap<string, string>
    readonly states: StateTable
  },
  from: { readonly message: string; readonly at: Date },
): Promise<void> {
  if (mine.length === 0) return
  const named = [...new Map(mine.map(each => [nameOf(each), each])).values()].map(({ listNo, taxNo }) => ({
    id: work.newId(),
    listNo,
    taxNo,
    declaration: own.get(listNo),
  }))
  const rows = await store.takeBills(work.tx, party, named, from)
  const byName = new Map<string, ToldBill[]>(named.map(each => [nameOf(each), []]))
  for (const each of mine) byName.get(nameOf(each))!.push(each)
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
  work.emit({
    type: 'customs.tax.told',
    record: `customs.message/${from.message}`,
    data: { bills: named.map(({ listNo, taxNo }) => ({ listNo, taxNo })) },
  })
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
