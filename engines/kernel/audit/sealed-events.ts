import type { Tx } from '../db/index.ts'
import { placedBetween } from '../event/placed.ts'
import { SEALED_COLUMNS, type SealedEvent } from './block.ts'

type Row = SealedEvent & Record<string, unknown>

const BETWEEN = placedBetween(SEALED_COLUMNS)

/** Events that are placed from one position to another, both with them. Audit or system scope. */
export function eventsBetween(tx: Tx, from: number, to: number): Promise<SealedEvent[]> {
  return tx.query<Row>(BETWEEN, [from, to])
}

const OF_RUN = `
  select ${SEALED_COLUMNS} from kernel.logged_event e
  where e.run = $1 and e.position is not null and ($2::uuid is null or e.party_id = $2) order by e.position`

/** Events of a run that are placed. `mine`: only those of this party. System scope. */
export function eventsOfRun(tx: Tx, run: string, mine: string | undefined): Promise<SealedEvent[]> {
  return tx.query<Row>(OF_RUN, [run, mine ?? null])
}
