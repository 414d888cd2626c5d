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

const INSERT = `
  insert into kernel.event (at, run, type, version, party_id, account_id, record, data)
  select at, run, type, version, party_id, account_id, record, data::json
  from unnest($1::timestamptz[], $2::uuid[], $3::text[], $4::smallint[], $5::uuid[], $6::uuid[], $7::text[], $8::text[])
    as told (at, run, type, version, party_id, account_id, record, data)`

/** Writes the events of any number of runs in one statement, in the order told. */
export async function recordEvents(tx: Tx, told: readonly Told[]): Promise<void> {
  await tx.execute(INSERT, eventColumns(told))
}

/** The eight parameter arrays of the insert, in its order. */
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
