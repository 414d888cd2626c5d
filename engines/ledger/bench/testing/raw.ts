import { connect } from '@tongqu/kernel/db'
import { type NewTransfer, TransferFlags, type TransferStatus } from '../../machine/index.ts'
import type { Ground } from './ground.ts'

/*
 * The same closed loop in raw SQL: tables of the same columns and indexes without row security, constraints or
 * fence, one statement a batch in autocommit, limits checked on JavaScript numbers in memory. It takes every id
 * for new and every call for well formed. This is about the most that PostgreSQL gives one connection.
 */
const TABLES = `
  create schema raw;
  create table raw.account as select * from ledger.account;
  alter table raw.account add primary key (id), add unique (key), set (fillfactor = 50);
  create table raw.transfer (like ledger.transfer including indexes);
  create table raw.hold (like ledger.hold including indexes including storage);
  vacuum full analyze raw.account`

const WRITE = `
  with entered as (
    insert into raw.transfer (id, debit_account, credit_account, amount, pending_id, user_data_64, user_data_32, timeout,
      ledger, code, flags, timestamp, run)
    select id, dr, cr, amount, pid, 0, 0, 0, 1, 1, flags, at, $13::uuid
    from unnest($1::uuid[], $2::int[], $3::int[], $4::bigint[], $5::uuid[], $6::int[], $7::bigint[])
      as n (id, dr, cr, amount, pid, flags, at)
  ), held as (
    insert into raw.hold (id, debit_account, credit_account, amount, timestamp, writer, status)
    select id, dr, cr, amount, at, '', 'pending'
    from unnest($1::uuid[], $2::int[], $3::int[], $4::bigint[], $5::uuid[], $6::int[], $7::bigint[])
      as n (id, dr, cr, amount, pid, flags, at) where flags = 2
  ), resolved as (
    update raw.hold h set status = case n.flags when 4 then 'posted' else 'voided' end, resolved_at = n.at
    from unnest($5::uuid[], $6::int[], $7::bigint[]) as n (id, flags, at) where h.id = n.id
  )
  update raw.account a set debits_pending = n.dp, debits_posted = n.d, credits_pending = n.cp, credits_posted = n.c
  from unnest($8::int[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[]) as n (key, dp, d, cp, c)
  where a.key = n.key`

interface Balance {
  /** What the tables name the account by. */
  readonly key: number
  dp: number
  d: number
  cp: number
  c: number
}

export interface RawWriter {
  write(batch: readonly NewTransfer[]): Promise<TransferStatus[]>
  /** Collects the planner's statistics, on both sides' tables. */
  analyze(): Promise<void>
  close(): Promise<void>
}

export async function rawWriter({ adminUrl }: Ground): Promise<RawWriter> {
  const database = connect({ url: adminUrl, max: 1 })
  for (const statement of TABLES.split(';')) await database.pool.query(statement)
  const { rows: keys } = await database.pool.query<{ id: string; key: number }>(
    'select id, key from raw.account',
  )
  const balances = new Map<string, Balance>(
    keys.map(({ id, key }) => [id, { key, dp: 0, d: 0, cp: 0, c: 1e12 }]),
  )
  const holds = new Map<string, NewTransfer>()
  let time = 1
  const write = async (batch: readonly NewTransfer[]) => {
    const touched = new Set<Balance>()
    const rows: (NewTransfer & { at: number })[] = []
    const statuses = batch.map((asked): TransferStatus => {
      const held = asked.pending_id === undefined ? undefined : holds.get(asked.pending_id)
      const whole = held ? { ...held, id: asked.id, pending_id: held.id, flags: asked.flags ?? 0 } : asked
      const [from, to] = [balances.get(whole.debit_account_id!)!, balances.get(whole.credit_account_id!)!]
      const amount = Number(whole.amount)
      if (!held && from.d + from.dp + amount > from.c) return 'exceeds_credits'
      if (held) {
        holds.delete(held.id)
        from.dp -= amount
        to.cp -= amount
      }
      if (whole.flags === TransferFlags.pending) {
        holds.set(whole.id, whole)
        from.dp += amount
        to.cp += amount
      } else if (whole.flags !== TransferFlags.void_pending_transfer) {
        from.d += amount
        to.c += amount
      }
      touched.add(from).add(to)
      rows.push({ ...whole, at: time++ })
      return 'created'
    })
    const list = <T>(items: Iterable<T>, pick: (item: T) => unknown) =>
      `{${Array.from(items, pick).join(',')}}`
    await database.pool.query({
      name: 'raw',
      text: WRITE,
      values: [
        list(rows, t => t.id),
        list(rows, t => balances.get(t.debit_account_id!)!.key),
        list(rows, t => balances.get(t.credit_account_id!)!.key),
        list(rows, t => t.amount),
        list(rows, t => t.pending_id ?? 'NULL'),
        list(rows, t => t.flags ?? 0),
        list(rows, t => t.at),
        list(touched, b => b.key),
        list(touched, b => b.dp),
        list(touched, b => b.d),
        list(touched, b => b.cp),
        list(touched, b => b.c),
        '00000000-0000-7000-8000-0000000000be',
      ],
    })
    return statuses
  }
  const analyze = async () => {
    await database.pool.query('analyze')
  }
  return { write, analyze, close: () => database.close() }
}
