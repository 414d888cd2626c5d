import { createHash } from 'node:crypto'
import type { UnitOfWork } from '../command/index.ts'
import type { FileStore } from '../files/index.ts'
import { isRefusal, type Refusal } from '../refusal/index.ts'
import type { Text } from '../text/index.ts'
import { newCode } from './code.ts'
import {
  addPaper,
  endPaper,
  lockRecord,
  type PaperFact,
  type PaperRow,
  partyName,
  standingPaper,
} from './store.ts'

/** A paper that is to be printed. */
export interface NewPaper {
  readonly party: string
  /** `customs.declaration/ID`, or what a `PaperSource` knows. */
  readonly record: string
  readonly kind: string
  readonly language: 'zh' | 'en' | 'both'
  readonly isFull: boolean
  readonly title: Text
  readonly number: string
  /** Legal day. */
  readonly day: string
  /** Who issues it where the register of parties has no name. */
  readonly issuer: Text
  readonly facts: readonly PaperFact[]
  readonly missing: readonly Text[]
  /** Digest of what it states. */
  readonly basis: string
  /** Digest of all that is drawn. */
  readonly drawn: string
  /** Without the ending. */
  readonly name: string
}

export interface PrintedPaper {
  readonly bytes: Uint8Array
  readonly pages: number
  /** What its reader must know of it beside what the record lacks. */
  readonly remarks?: readonly Text[]
}

/** Largest paper that is kept. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * Issues a paper: the one that stands where it says the same, else a new one with a code of its own, by which the one
 * before is superseded.
 * @param draw makes the file with its code
 */
export async function issuePaper(
  work: UnitOfWork,
  files: FileStore,
  paper: NewPaper,
  draw: (code: string) => Promise<PrintedPaper | Refusal>,
): Promise<PaperRow | Refusal> {
  const { party, record, kind, language, isFull } = paper
  await lockRecord(work.tx, record)
  const before = await standingPaper(work.tx, { record, kind, language, isFull })
  if (before?.drawn === paper.drawn) return before
  const code = newCode()
  const made = await draw(code)
  if (isRefusal(made)) return made
  const kept = await files.keepBytes(made.bytes, MAX_BYTES)
  if (isRefusal(kept)) return kept
  const name = `${paper.name}.pdf`
  await files.name(work.tx, { ...kept, type: 'application/pdf', name }, party, work.now)
  if (before) await endPaper(work.tx, before.id, { as: 'superseded', at: work.now, by: work.actor.account })
  const row = {
    id: work.newId(),
    code,
    party_id: party,
    record,
    kind,
    language,
    is_full: isFull,
    title: paper.title,
    number: paper.number,
    day: paper.day,
    issuer: (await partyName(work.tx, party)) ?? paper.issuer,
    facts: paper.facts,
    missing: [...paper.missing, ...(made.remarks ?? [])],
    basis: paper.basis,
    drawn: paper.drawn,
    sm3: kept.sm3,
    sha256: createHash('sha256').update(made.bytes).digest('hex'),
    bytes: kept.bytes,
    pages: made.pages,
    name,
    issued_at: work.now,
    issued_by: work.actor.account ?? null,
  }
  await addPaper(work.tx, row)
  work.emit({
    type: 'kernel.paper.issued',
    record,
    data: { paper: row.id, kind, language, isFull, sm3: row.sm3, ...(before && { instead: before.id }) },
  })
  return { ...row, ended: null, ended_at: null, reason: null }
}
