import { sm3 } from '../crypto/index.ts'
import type { Database, Tx } from '../db/index.ts'
import { readAnchors } from './anchors.ts'
import { blockText, NO_ROOT, SEALED_COLUMNS, type SealedEvent } from './block.ts'
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

export interface AuditFault {
  readonly code:
    | 'audit.event_changed'
    | 'audit.event_missing'
    | 'audit.chain_broken'
    | 'audit.signature_wrong'
    | 'audit.not_anchored'
    | 'audit.block_missing'
    | 'audit.position_gap'
  readonly block: number
}

interface StoredBlock extends Record<string, unknown> {
  number: string
  from_position: string
  to_position: string
  previous_root: string
  root: string
  signature: string
}

/**
 * Recomputes every digest, root, link and signature from the rows, and holds the roots against the anchors.
 * Reads one block at a time.
 */
export async function verifyAudit(
  database: Database,
  publicKeyPem: string,
  anchorFile: string,
): Promise<Verification> {
  const anchors = await readAnchors(anchorFile)
  const lastAnchored = Math.max(0, ...anchors.keys())
  return database.transact(
    { scope: 'audit' },
    async tx => {
      const faults: AuditFault[] = []
      const blocks = await tx.query<StoredBlock>('select * from kernel.audit_block order by number')
      let previous = { root: NO_ROOT, to: 0 }
      let anchored = 0
      for (const [index, block] of blocks.entries()) {
        const number = Number(block.number)
        const found = await checkBlock(tx, block, index, previous, publicKeyPem)
        if (anchors.get(number) === block.root) anchored++
        else if (number <= lastAnchored) found.push('audit.not_anchored')
        faults.push(...found.map(code => ({ code, block: number })))
        previous = { root: block.root, to: Number(block.to_position) }
      }
      for (const number of anchors.keys())
        if (number > blocks.length) faults.push({ code: 'audit.block_missing', block: number })
      const unsealed = await unsealedCount(tx, previous.to)
      return { blocks: blocks.length, events: previous.to, unsealed, anchored, faults }
    },
    { readOnly: true, isolation: 'repeatable read' },
  )
}

async function checkBlock(
  tx: Tx,
  block: StoredBlock,
  index: number,
  previous: { root: string; to: number },
  publicKeyPem: string,
): Promise<AuditFault['code'][]> {
  const [number, from, to] = [block.number, block.from_position, block.to_position].map(Number) as [
    number,
    number,
    number,
  ]
  const events = await tx.query<SealedEvent & Record<string, unknown>>(
    `select ${SEALED_COLUMNS} from kernel.event where position between $1 and $2 order by position`,
    [from, to],
  )
  const faults: AuditFault['code'][] = []
  if (number !== index + 1) faults.push('audit.block_missing')
  if (from !== previous.to + 1) faults.push('audit.position_gap')
  if (block.previous_root !== previous.root) faults.push('audit.chain_broken')
  if (events.length !== to - from + 1) faults.push('audit.event_missing')
  const text = blockText({ number, from, to, previousRoot: block.previous_root }, events)
  if (sm3(text) !== block.root) faults.push('audit.event_changed')
  else if (!verifySignature(publicKeyPem, text, block.signature)) faults.push('audit.signature_wrong')
  return faults
}

async function unsealedCount(tx: Tx, after: number): Promise<number> {
  const [row] = await tx.query<{ count: string }>(
    'select count(*) as count from kernel.event where position > $1',
    [after],
  )
  return Number(row!.count)
}
