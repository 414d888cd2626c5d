import type { Tx } from '../db/index.ts'
import type { NewEvent } from './types.ts'

/** The run that events were told in. */
export interface Told {
  readonly at: Date
  readonly run: string
  readonly party: string | undefined
  readonly account: string | undefined
  readonly events: readonly NewEvent[]
}

/** A block's ids: as many as `kernel.event_block` leaves between two numbers. */
const MOST = 65_536

const INSERT = `
  with batch as (
    insert into kernel.event_batch (first_id, last_id)
    select first, first + $9::int - 1 from (select nextval('kernel.event_block') << 16 as first) as block
    returning first_id)
  insert into kernel.event (id, at, run, type, version, party_id, account_id, record, data)
  select first_id + n - 1, at, run, type, version, party_id, account_id, record, data::json
  from batch, rows from (
      unnest($1::timestamptz[], $2::uuid[], $3::text[], $4::smallint[], $5::uuid[], $6::uuid[], $7::text[]),
      string_to_table($8, E'\\x1e'))
    with ordinality as told (at, run, type, version, party_id, account_id, record, data, n)`
/** JSON never has this character as it is, so a text of many values need not be quoted. */
const SEPARATOR = '\x1e'

/** Writes the events of any number of runs in one statement, in the order told. */
export async function recordEvents(tx: Tx, told: readonly Told[]): Promise<void> {
  const rows = told.flatMap(run => run.events.map(event => ({ run, event })))
  for (let from = 0; from < rows.length; from += MOST) await insert(tx, rows.slice(from, from + MOST))
}

interface Row {
  readonly run: Told
  readonly event: NewEvent
}

function insert(tx: Tx, rows: readonly Row[]): Promise<number> {
  const column = (pick: (row: Row) => string | number | undefined) =>
    `{${rows.map(row => pick(row) ?? 'NULL').join(',')}}`
  return tx.execute(INSERT, [
    column(({ run }) => run.at.toISOString()),
    column(({ run }) => run.run),
    rows.map(({ event }) => event.type),
    column(({ event }) => event.version ?? 1),
    column(({ run }) => run.party),
    column(({ run }) => run.account),
    rows.map(({ event }) => event.record ?? null),
    rows.map(({ event }) => JSON.stringify(event.data) ?? 'null').join(SEPARATOR),
    rows.length,
  ])
}
