import type { Clock } from '../clock/index.ts'
import { sm3 } from '../crypto/index.ts'
import type { Database, Tx } from '../db/index.ts'
import { type AnchoredBlock, appendAnchors, lastAnchored } from './anchors.ts'
import { blockText, NO_ROOT, type SealedEvent, sealingTime } from './block.ts'
import { eventsBetween } from './sealed-events.ts'
import type { Signer } from './signing.ts'

/** Most events that one block seals: a receipt carries the digests of a whole block, 65 bytes each. */
const BLOCK = 4000

export interface SealParts {
  readonly database: Database
  readonly clock: Clock
  readonly signer: Signer
  /** File that roots are anchored in, outside the database. */
  readonly anchorFile: string
}

interface Last {
  readonly number: string
  readonly to_position: string
  readonly root: string
}

/**
 * Seals the next block of placed events, if there are any, and anchors every root that is not anchored yet.
 * A crash between the commit and the anchor leaves a root for the next sealing to anchor.
 * @returns the block's number, or undefined when nothing waits
 */
export async function sealBlock(parts: SealParts): Promise<number | undefined> {
  const seal = async (tx: Tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('tongqu.audit'))`)
    return addBlock(parts, tx)
  }
  const number = await parts.database.transact({ scope: 'system' }, seal, { probing: true })
  await anchorNew(parts)
  return number
}

async function addBlock(parts: SealParts, tx: Tx): Promise<number | undefined> {
  const [last] = await tx.query<Last & Record<string, unknown>>(
    'select number, to_position, root from kernel.audit_block order by number desc limit 1',
  )
  const events = await unsealed(tx, Number(last?.to_position ?? 0))
  if (events.length === 0) return undefined
  const number = Number(last?.number ?? 0) + 1
  const [from, to] = [Number(events[0]!.position), Number(events.at(-1)!.position)]
  const previousRoot = last?.root ?? NO_ROOT
  const { keyId, sign } = parts.signer
  const at = parts.clock.now()
  const text = blockText({ number, from, to, previousRoot, sealedAt: sealingTime(at), keyId }, events)
  await tx.execute('insert into kernel.audit_block values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    number,
    from,
    to,
    previousRoot,
    sm3(text),
    at,
    keyId,
    sign(text),
  ])
  return number
}

/** The next events in the log. Where some were taken out of it, those after are sealed nevertheless. */
async function unsealed(tx: Tx, after: number): Promise<SealedEvent[]> {
  const [row] = await tx.query<{ position: string }>('select position from kernel.event_head')
  const head = Number(row!.position)
  for (let from = after + 1; from <= head; from += BLOCK) {
    const events = await eventsBetween(tx, from, Math.min(head, from + BLOCK - 1))
    if (events.length > 0) return events
  }
  return []
}

async function anchorNew({ database, anchorFile }: SealParts): Promise<void> {
  const last = await lastAnchored(anchorFile)
  const blocks = await database.transact({ scope: 'audit' }, tx =>
    tx.query<AnchoredBlock & Record<string, unknown>>(
      'select number, to_position, root, sealed_at, key_id, signature from kernel.audit_block where number > $1 order by number',
      [last],
    ),
  )
  if (blocks.length > 0) await appendAnchors(anchorFile, blocks)
}
