import type { Tx } from '@tongqu/kernel/db'
import type { BillState, KeptBill, ToldLine } from './told.ts'

/* SQL of tax bills. */

const LISTS = `
  select r.list_no, r.party_id, r.declaration_id from customs.record r where r.list_no = any($1) and r.role = 'list'`

export interface ListRow extends Record<string, unknown> {
  readonly list_no: string
  readonly party_id: string
  readonly declaration_id: string
}

/** Lists by the customs' number, whosever they are. */
export function listsNumbered(tx: Tx, numbers: readonly string[]): Promise<ListRow[]> {
  return tx.query<ListRow>(LISTS, [numbers])
}

export interface BillRow extends Record<string, unknown> {
  readonly id: string
  readonly list_no: string
  readonly tax_no: string
  readonly state: BillState
  readonly state_time: string
  readonly order_no: string | null
  readonly guarantor: string | null
  readonly duty: string | null
  readonly vat: string | null
  readonly consumption: string | null
  readonly bill_time: string | null
}

// In one order, so that two who take the same bills wait for each other and never deadlock.
const PLACE = `
  insert into customs.tax_bill (id, party_id, list_no, tax_no, declaration_id, state, state_time, message_id, received_at)
  select n.id, $1, n.list_no, n.tax_no, n.declaration, 'made', '', n.message, $2
  from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[]) as n (id, list_no, tax_no, declaration, message)
  order by n.list_no, n.tax_no on conflict (party_id, list_no, tax_no) do nothing`
const TAKE = `
  select b.id, b.list_no, b.tax_no, b.state, b.state_time, b.order_no, b.guarantor, b.duty::text, b.vat::text, b.consumption::text,
    b.bill_time
  from unnest($2::text[], $3::text[]) as n (list_no, tax_no)
  join customs.tax_bill b on b.party_id = $1 and b.list_no = n.list_no and b.tax_no = n.tax_no
  order by b.list_no, b.tax_no for update of b`

export interface NamedBill {
  readonly id: string
  readonly listNo: string
  readonly taxNo: string
  readonly declaration: string | undefined
  /** The stored message that it came in first. */
  readonly message: string
}

/** Bills by list and number, made where they are new, held against others until the transaction ends. */
export async function takeBills(
  tx: Tx,
  party: string,
  named: readonly NamedBill[],
  at: Date,
): Promise<BillRow[]> {
  const lists = named.map(each => each.listNo)
  const numbers = named.map(each => each.taxNo)
  await tx.execute(PLACE, [
    party,
    at,
    named.map(each => each.id),
    lists,
    numbers,
    named.map(each => each.declaration ?? null),
    named.map(each => each.message),
  ])
  return tx.query<BillRow>(TAKE, [party, lists, numbers])
}

const WRITE = `
  update customs.tax_bill b set state = n.state, state_time = n.state_time, order_no = n.order_no, guarantor = n.guarantor,
    duty = n.duty, vat = n.vat, consumption = n.consumption, bill_time = n.bill_time
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::bigint[], $9::text[])
    as n (id, state, state_time, order_no, guarantor, duty, vat, consumption, bill_time)
  where b.id = n.id`

export async function writeBills(
  tx: Tx,
  bills: readonly { readonly id: string; readonly kept: KeptBill }[],
): Promise<void> {
  if (bills.length === 0) return
  const column = <T>(of: (kept: KeptBill) => T) => bills.map(({ kept }) => of(kept))
  await tx.execute(WRITE, [
    bills.map(each => each.id),
    column(each => each.state),
    column(each => each.stateTime),
    column(each => each.orderNo ?? null),
    column(each => each.guarantor ?? null),
    column(each => each.amounts?.duty.toString() ?? null),
    column(each => each.amounts?.vat.toString() ?? null),
    column(each => each.amounts?.consumption.toString() ?? null),
    column(each => each.billTime ?? null),
  ])
}

const LINES = `
  insert into customs.tax_bill_line (bill_id, party_id, n, hs_code, value, duty, vat, consumption)
  select n.bill, $1, n.n, n.hs_code, n.value, n.duty, n.vat, n.consumption
  from unnest($2::uuid[], $3::int[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[])
    as n (bill, n, hs_code, value, duty, vat, consumption)
  on conflict (bill_id, n) do update set hs_code = excluded.hs_code, value = excluded.value, duty = excluded.duty,
    vat = excluded.vat, consumption = excluded.consumption`

/** The lines of bills that stand now, in place of those before. */
export async function writeLines(
  tx: Tx,
  party: string,
  bills: readonly { readonly id: string; readonly lines: readonly ToldLine[] }[],
): Promise<void> {
  if (bills.length === 0) return
  await tx.execute('delete from customs.tax_bill_line where bill_id = any($1)', [bills.map(each => each.id)])
  const all = bills.flatMap(({ id, lines }) => lines.map(line => ({ id, ...line })))
  await tx.execute(LINES, [
    party,
    all.map(each => each.id),
    all.map(each => each.n),
    all.map(each => each.hsCode),
    all.map(each => each.value.toString()),
    all.map(each => each.duty.toString()),
    all.map(each => each.vat.toString()),
    all.map(each => each.consumption.toString()),
  ])
}

const HOLD = `
  insert into customs.receipt_held (party_id, message_id, kind, key, status, time, reason, held_at)
  select $1, n.message, $2, n.key, n.state, n.time, 'receipt.other_party', $3
  from unnest($4::text[], $5::text[], $6::text[], $7::uuid[]) as n (key, state, time, message)
  on conflict (kind, key, status, time, reason) do nothing`

/** A bill for a list that is another party's: what it says is not kept, that it came is. */
export async function holdBills(
  tx: Tx,
  party: string,
  kind: string,
  bills: readonly {
    readonly key: string
    readonly state: string
    readonly time: string
    readonly message: string
  }[],
  at: Date,
): Promise<void> {
  if (bills.length === 0) return
  await tx.execute(HOLD, [
    party,
    kind,
    at,
    bills.map(each => each.key),
    bills.map(each => each.state),
    bills.map(each => each.time),
    bills.map(each => each.message),
  ])
}

const LINK = `
  update customs.tax_bill b set declaration_id = r.declaration_id from customs.record r
  where b.id in (select u.id from customs.tax_bill u join customs.record l on l.list_no = u.list_no and l.party_id = u.party_id
      and l.role = 'list' where u.declaration_id is null order by u.id limit 1000)
    and r.list_no = b.list_no and r.party_id = b.party_id and r.role = 'list'
  returning b.declaration_id as id, b.party_id as party`

/** Bills that came before their list had its number find it. @returns the declarations that they are of */
export function linkBills(tx: Tx): Promise<{ id: string; party: string }[]> {
  return tx.query(LINK)
}
