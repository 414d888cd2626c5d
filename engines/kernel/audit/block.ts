import { sm3 } from '../crypto/index.ts'

/** An event as the audit seals it: every column that is read back, `data` exactly as it was written. */
export interface SealedEvent {
  readonly position: string
  readonly at: Date
  /** Microseconds of `at` beyond its milliseconds: the kernel's clock gives none, so others are a change. */
  readonly beyond: number
  readonly run: string
  readonly type: string
  readonly version: number
  readonly party: string | null
  readonly account: string | null
  readonly record: string | null
  readonly data: string
}

/** The columns of kernel.event that make a `SealedEvent`. */
export const SEALED_COLUMNS =
  'position, at, extract(microseconds from at)::int % 1000 as beyond, run, type, version, party_id as party, account_id as account, record, data::text as data'

/** The text of an event whose SM3 stands in its block: one `name value` a line, in this order. */
export function eventText(event: SealedEvent): string {
  return [
    `position ${event.position}`,
    `at ${event.at.toISOString()}${event.beyond === 0 ? '' : ` +${event.beyond}`}`,
    `run ${event.run}`,
    `type ${event.type}`,
    `version ${event.version}`,
    `party ${event.party ?? '-'}`,
    `account ${event.account ?? '-'}`,
    `record ${event.record ?? '-'}`,
    `data ${event.data}`,
    '',
  ].join('\n')
}

export interface Block {
  readonly number: number
  readonly from: number
  readonly to: number
  readonly previousRoot: string
  /** ISO instant in UTC, to the microsecond. */
  readonly sealedAt: string
  readonly keyId: string
}

/** A block's columns as its text has them, and what is held against them. */
export const BLOCK_COLUMNS = `number::float8, from_position::float8 as "from", to_position::float8 as "to",
  previous_root as "previousRoot", to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sealedAt",
  key_id as "keyId", root, signature`

export interface StoredBlock extends Block, Record<string, unknown> {
  readonly root: string
  readonly signature: string
}

/** An instant of the kernel's clock as `BLOCK_COLUMNS` reads it back. */
export function sealingTime(at: Date): string {
  return at.toISOString().replace('Z', '000Z')
}

/** Root before the first block. */
export const NO_ROOT = '0'.repeat(64)

/** The text that is signed, and whose SM3 is the block's root. */
export function blockText(block: Block, events: readonly SealedEvent[]): string {
  return [
    `tongqu audit block ${block.number}`,
    `events ${block.from} to ${block.to}`,
    `previous ${block.previousRoot}`,
    `sealed ${block.sealedAt} with ${block.keyId}`,
    ...events.map(event => sm3(eventText(event))),
    '',
  ].join('\n')
}
