import { sm3 } from '../crypto/index.ts'

/** An event as the audit seals it: every column that is read back, `data` exactly as it was written. */
export interface SealedEvent {
  readonly position: string
  /** Local time in UTC as PostgreSQL writes it, with as many decimals as it has: `2026-11-23 08:15:30.25`. */
  readonly at: string
  readonly run: string
  readonly type: string
  readonly version: number
  readonly party: string | null
  readonly account: string | null
  readonly record: string | null
  readonly data: string
}

/** The columns of a placed event `e` that make a `SealedEvent`. */
export const SEALED_COLUMNS = `e.position, (e.at at time zone 'UTC')::text as at, e.run, e.type, e.version, e.party_id as party,
  e.account_id as account, e.record, e.data::text as data`

/** The text of an event whose SM3 stands in its block: one `name value` a line, in this order. */
export function eventText(event: SealedEvent): string {
  return [
    `position ${event.position}`,
    `at ${instantText(event.at)}`,
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

/** `2026-11-23T08:15:30.250Z`; microseconds, which the kernel's clock never gives, show as `… +7`. */
function instantText(at: string): string {
  const decimals = at.length > WHOLE_SECONDS ? at.slice(WHOLE_SECONDS + 1).padEnd(6, '0') : '000000'
  const beyond = Number(decimals.slice(3))
  const text = `${at.slice(0, 10)}T${at.slice(11, WHOLE_SECONDS)}.${decimals.slice(0, 3)}Z`
  return beyond === 0 ? text : `${text} +${beyond}`
}
const WHOLE_SECONDS = '2026-11-23 08:15:30'.length

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
