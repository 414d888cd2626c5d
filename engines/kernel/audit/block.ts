import { sm3 } from '../crypto/index.ts'

/** An event as the audit seals it: every column that is read back, `data` exactly as it was written. */
export interface SealedEvent {
  readonly position: string
  readonly at: Date
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
  'position, at, run, type, version, party_id as party, account_id as account, record, data::text as data'

/** The text of an event whose SM3 stands in its block: one `name value` a line, in this order. */
export function eventText(event: SealedEvent): string {
  return [
    `position ${event.position}`,
    `at ${event.at.toISOString()}`,
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
}

/** Root before the first block. */
export const NO_ROOT = '0'.repeat(64)

/** The text that is signed, and whose SM3 is the block's root. */
export function blockText(block: Block, events: readonly SealedEvent[]): string {
  return [
    `tongqu audit block ${block.number}`,
    `events ${block.from} to ${block.to}`,
    `previous ${block.previousRoot}`,
    ...events.map(event => sm3(eventText(event))),
    '',
  ].join('\n')
}
