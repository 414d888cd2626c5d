import { sm3 } from '../crypto/index.ts'
import type { Database, Tx } from '../db/index.ts'
import { placedBetween } from '../event/placed.ts'
import type { Text } from '../text/index.ts'
import { anchorsFrom, lastAnchored, readAnchors } from './anchors.ts'
import { BLOCK_COLUMNS, blockText, NO_ROOT, type SealedEvent, type StoredBlock } from './block.ts'
import { eventsBetween } from './sealed-events.ts'
import { verifySignature } from './signing.ts'

/** What a walk over the whole audit found. */
export interface Verification {
  readonly blocks: number
  readonly events: number
  /** Placed events that no block seals yet. */
  readonly unsealed: number
  /** Roots found in the anchor file that agree with the blocks. */
  readonly anchored: number
  readonly faults: readonly AuditFault[]
}

export const AUDIT_FAULTS = {
  'audit.event_changed': { zh: '事件被改动', en: 'An event was changed' },
  'audit.event_missing': { zh: '事件缺失', en: 'An event is missing' },
  'audit.chain_broken': { zh: '链条断开', en: 'The chain is broken' },
  'audit.signature_wrong': { zh: '签名不符', en: 'The signature is not of this block' },
  'audit.not_anchored': { zh: '与锚定值不符', en: 'The root is not the one that was anchored' },
  'audit.block_missing': { zh: '区块缺失', en: 'A block is missing' },
  'audit.position_gap': { zh: '序号不连续', en: 'Positions are not without gaps' },
} as const satisfies Record<string, Text>

export interface AuditFault {
  readonly code: keyof typeof AUDIT_FAULTS
  /** Number of the block; of events that no block seals yet, the next one. */
  readonly block: number
  /** Positions of the events, where they are known; the first hundred. */
  readonly positions?: readonly number[]
}

interface Previous {
  readonly number: number
  readonly root: string
  readonly to: number
}

const MOST_POSITIONS = 100

/** The same as `verifyAudit`, in a transaction of its own. */
export async function verifyAudit(
  database: Database,
  publicKeyPem: string,
  anchorFile: string,
): Promise<Verification> {
  return database.transact({ scope: 'system' }, tx => verifyAuditIn(tx, publicKeyPem, anchorFile), {
    readOnly: true,
  })
}

/**
 * Recomputes every digest, root, link and signature from the rows, and holds the roots against the anchors.
 * Reads one block at a time. System scope: it reads the head of the event log too.
 */
export async function verifyAuditIn(tx: Tx, publicKeyPem: string, anchorFile: string): Promise<Verification> {
  // Anchors are read first: a block is anchored after its commit, so each of them stands in what is read next.
  const anchors = await readAnchors(anchorFile)
  const lastAnchored = Math.max(0, ...anchors.keys())
  const faults: AuditFault[] = []
  let previous: Previous = { number: 0, root: NO_ROOT, to: 0 }
  const seen = new Set<number>()
  let anchored = 0
  for (;;) {
    const block = await nextBlock(tx, previous.number)
    if (!block) break
    seen.add(block.number)
    faults.push(...(await checkBlock(tx, block, previous, publicKeyPem)))
    if (anchors.get(block.number) === block.root) anchored++
    else if (block.number <= lastAnchored) faults.push({ code: 'audit.not_anchored', block: block.number })
    previous = block
  }
  for (const number of anchors.keys())
    if (!seen.has(number)) faults.push({ code: 'audit.block_missing', block: number })
  const tail = await checkTail(tx, previous)
  return {
    blocks: seen.size,
    events: previous.to,
    unsealed: tail.unsealed,
    anchored,
    faults: [...faults, ...tail.faults],
  }
}

/** What a part of the walk found, and how far it came. */
export interface PartVerification extends Verification {
  /** The last block that was looked at. */
  readonly upTo: number
  /** The last block there is. */
  readonly last: number
  readonly isDone: boolean
}

/** Blocks that a part looks at, at most: the anchors of so many are read at once. */
const MOST_BLOCKS = 10_000

/**
 * The same walk in parts, so that somebody can watch it and end it: the blocks after one, for as long as `goesOn`. The root
 * that the first is linked to is the one that stands there, which the part before has recomputed. System scope.
 */
export async function verifyPartIn(
  tx: Tx,
  publicKeyPem: string,
  anchorFile: string,
  { after, goesOn }: { readonly after: number; readonly goesOn: () => boolean },
): Promise<PartVerification> {
  const anchors = await anchorsFrom(anchorFile, after + 1)
  const lastOfFile = await lastAnchored(anchorFile)
  const faults: AuditFault[] = []
  let previous = await previousOf(tx, after)
  const from = previous.to
  let blocks = 0
  let anchored = 0
  for (; blocks < MOST_BLOCKS && (blocks === 0 || goesOn()); blocks++) {
    const block = await nextBlock(tx, previous.number)
    if (!block) break
    faults.push(...(await checkBlock(tx, block, previous, publicKeyPem)))
    if (anchors.get(block.number) === block.root) anchored++
    else if (block.number <= lastOfFile) faults.push({ code: 'audit.not_anchored', block: block.number })
    previous = block
  }
  const last = await lastBlock(tx)
  const isDone = previous.number >= last
  const tail = isDone ? await checkTail(tx, previous) : { unsealed: 0, faults: [] }
  if (isDone && lastOfFile > last) tail.faults.push({ code: 'audit.block_missing' as const, block: last + 1 })
  return {
    blocks,
    events: previous.to - from,
    unsealed: tail.unsealed,
    anchored,
    faults: [...faults, ...tail.faults],
    upTo: previous.number,
    last,
    isDone,
  }
}

async function previousOf(tx: Tx, number: number): Promise<Previous> {
  const [row] = await tx.query<StoredBlock>(
    `select ${BLOCK_COLUMNS} from kernel.audit_block where number <= $1 order by number desc limit 1`,
    [number],
  )
  return row ?? { number: 0, root: NO_ROOT, to: 0 }
}

async function lastBlock(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ number: string }>(
    'select number from kernel.audit_block order by number desc limit 1',
  )
  return Number(row?.number ?? 0)
}

/** Whether a block is what was signed: its root, recomputed from its events, and its signature. Audit scope. */
export async function isBlockWhole(tx: Tx, block: StoredBlock, publicKeyPem: string): Promise<boolean> {
  const text = blockText(block, await eventsBetween(tx, block.from, block.to))
  return sm3(text) === block.root && verifySignature(publicKeyPem, text, block.signature)
}

async function nextBlock(tx: Tx, after: number): Promise<StoredBlock | undefined> {
  const [block] = await tx.query<StoredBlock>(
    `select ${BLOCK_COLUMNS} from kernel.audit_block where number > $1 order by number limit 1`,
    [after],
  )
  return block
}

async function checkBlock(
  tx: Tx,
  block: StoredBlock,
  previous: Previous,
  publicKeyPem: string,
): Promise<AuditFault[]> {
  const { number, from, to, previousRoot } = block
  const events = await eventsBetween(tx, from, to)
  const faults: AuditFault[] = []
  const add = (code: AuditFault['code'], positions?: number[]) =>
    faults.push({ code, block: number, ...(positions && { positions }) })
  if (number !== previous.number + 1) add('audit.block_missing')
  if (from !== previous.to + 1) add('audit.position_gap')
  if (previousRoot !== previous.root) add('audit.chain_broken')
  if (events.length !== to - from + 1) add('audit.event_missing', missing(events, from, to))
  const text = blockText(block, events)
  if (sm3(text) !== block.root) add('audit.event_changed')
  else if (!verifySignature(publicKeyPem, text, block.signature)) add('audit.signature_wrong')
  return faults
}

function missing(events: readonly SealedEvent[], from: number, to: number): number[] {
  const there = new Set(events.map(event => Number(event.position)))
  const gone: number[] = []
  for (let position = from; position <= to && gone.length < MOST_POSITIONS; position++)
    if (!there.has(position)) gone.push(position)
  return gone
}

// One statement, so that what is being placed meanwhile is seen in both or in neither.
const TAIL = `
  select (select count(*) from (${placedBetween('e.id')}) as tail) as count,
    (select position from kernel.event_head) as head`
const FAR = Number.MAX_SAFE_INTEGER

/** Events after the last block: not sealed yet, but their positions must reach the head without a gap. */
async function checkTail(tx: Tx, last: Previous): Promise<{ unsealed: number; faults: AuditFault[] }> {
  const [row] = await tx.query<{ count: string; head: string }>(TAIL, [last.to + 1, FAR])
  const [unsealed, head] = [Number(row!.count), Number(row!.head)]
  const whole = unsealed === head - last.to
  return { unsealed, faults: whole ? [] : [{ code: 'audit.event_missing', block: last.number + 1 }] }
}
