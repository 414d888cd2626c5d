import { readFile } from 'node:fs/promises'
import type { Tx } from '../db/index.ts'
import { lastAnchored } from './anchors.ts'
import {
  BLOCK_COLUMNS,
  blockText,
  eventText,
  SEALED_COLUMNS,
  type SealedEvent,
  type StoredBlock,
} from './block.ts'
import { RAN } from './ran.ts'
import { eventsBetween } from './sealed-events.ts'

/** An event with the text that its block seals. */
export interface EventOfRecord extends SealedEvent {
  readonly text: string
  /** Number of the block that seals it. */
  readonly block: number
}

export interface SealedBlock {
  readonly number: number
  /** What was signed; its SM3 is the root. */
  readonly text: string
  /** SM2 signature, DER in hex. */
  readonly signature: string
}

/** What proves the history of records to somebody who has OpenSSL and nothing of ours. */
export interface Evidence {
  /** In the order of their positions. */
  readonly events: readonly EventOfRecord[]
  readonly blocks: readonly SealedBlock[]
  /** The lines of the anchor file that name these blocks. */
  readonly anchors: string
}

export interface EvidenceOf {
  /** `customs.declaration/…`: the records whose events are wanted. */
  readonly records: readonly string[]
  /** Which of their events are shown; absent: all. */
  readonly shows?: (event: SealedEvent) => boolean
  readonly anchorFile: string
}

/**
 * The events of records, with who ran what where a person did, each in its sealed block. System scope: a block's text
 * holds the digests of everybody's events.
 * @returns undefined while one of them is not sealed and anchored yet
 */
export async function evidenceOf(
  tx: Tx,
  { records, shows = () => true, anchorFile }: EvidenceOf,
): Promise<Evidence | undefined> {
  const own = await eventsOf(tx, 'e.record = any($1)', records)
  const shown = own?.filter(shows)
  const runs = [...new Set(shown?.map(event => event.run))]
  const ran = await eventsOf(
    tx,
    `e.run = any($1::uuid[]) and e.type = '${RAN}' and e.data->>'channel' in ('http', 'cli')`,
    runs,
  )
  if (!shown || !ran) return undefined
  const all = [...shown, ...ran].sort((a, b) => Number(a.position) - Number(b.position))
  const blocks = await blocksOf(tx, all)
  if (!blocks) return undefined
  const events = all.map(event => ({
    ...event,
    text: eventText(event),
    block: blocks.find(block => block.to >= Number(event.position))!.number,
  }))
  // A block is anchored after its commit: between the two it is not proven yet.
  const last = blocks.at(-1)?.number ?? 0
  if (last > 0 && (await lastAnchored(anchorFile)) < last) return undefined
  const sealed = await Promise.all(blocks.map(block => sealedBlock(tx, block)))
  return {
    events,
    blocks: sealed,
    anchors: await anchorLines(anchorFile, new Set(blocks.map(each => each.number))),
  }
}

/** @returns undefined where one of them has no position yet */
async function eventsOf(
  tx: Tx,
  where: string,
  values: readonly string[],
): Promise<SealedEvent[] | undefined> {
  if (values.length === 0) return []
  const rows = await tx.query<SealedEvent & Record<string, unknown>>(
    `select ${SEALED_COLUMNS} from kernel.logged_event e where ${where} order by e.position`,
    [values],
  )
  return rows.some(row => row.position === null) ? undefined : rows
}

/** The blocks of events that are in order. */
async function blocksOf(tx: Tx, events: readonly SealedEvent[]): Promise<StoredBlock[] | undefined> {
  const blocks: StoredBlock[] = []
  for (const { position } of events) {
    if ((blocks.at(-1)?.to ?? 0) >= Number(position)) continue
    const [block] = await tx.query<StoredBlock>(
      `select ${BLOCK_COLUMNS} from kernel.audit_block where to_position >= $1 order by to_position limit 1`,
      [position],
    )
    if (!block) return undefined
    blocks.push(block)
  }
  return blocks
}

async function sealedBlock(tx: Tx, block: StoredBlock): Promise<SealedBlock> {
  const { number, from, to, signature } = block
  return { number, text: blockText(block, await eventsBetween(tx, from, to)), signature }
}

const ANCHOR = /^\d+ \d+ [0-9a-f]{64} \S+ [0-9a-f]{16} [0-9a-f]+$/

/** The whole lines that anchor these blocks, as they stand in the file. */
async function anchorLines(path: string, blocks: ReadonlySet<number>): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n').filter(line => ANCHOR.test(line) && blocks.has(Number(line.split(' ')[0])))
  return lines.map(line => `${line}\n`).join('')
}
