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
  from batch, unnest($1::timestamptz[], $2::uuid[], $3::text[], $4::smallint[], $5::uuid[], $6::uuid[], $7::text[],
    $8::text[]) with ordinality as told (at, run, type, version, party_id, account_id, record, data, n)`

/** Writes the events of any number of runs in one statement, in the order told. */
export async function recordEvents(tx: Tx, told: readonly Told[]): Promise<void> {
  const columns = eventColumns(told)
  const count = columns[0]!.length
  for (let from = 0; from < count; from += MOST) {
    const block = count <= MOST ? columns : columns.map(values => values.slice(from, from + MOST))
    await tx.execute(INSERT, [...block, block[0]!.length])
  }
}

/** The first eight parameters of the insert, in its order. */
function eventColumns(told: readonly Told[]): unknown[][] {
  const columns: unknown[][] = [[], [], [], [], [], [], [], []]
  for (const { at, run, party, account, events } of told) {
    const instant = at.toISOString()
    for (const event of events) {
      columns[0]!.push(instant)
      columns[1]!.push(run)
      columns[2]!.push(event.type)
      columns[3]!.push(event.version ?? 1)
      columns[4]!.push(party ?? null)
      columns[5]!.push(account ?? null)
      columns[6]!.push(event.record ?? null)
      columns[7]!.push(JSON.stringify(event.data) ?? 'null')
    }
  }
  return columns
}
