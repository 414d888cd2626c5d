import type { Static } from 'typebox'
import type { Tx } from '../db/index.ts'
import { shownCode } from './code.ts'
import type { Checked, Issued } from './contract.ts'
import type { PaperSource } from './source.ts'
import type { PaperRow } from './store.ts'

/* Papers as callers see them. */

/** What its records say, and what was done to it. */
type Now = Static<typeof Issued>['standing']

/** The sources of an installation, by what their records are called. */
export type Sources = () => readonly PaperSource[]

/** How it stands with a paper now: what was done to it, else what its record says. */
export async function standingNow(tx: Tx, sources: Sources, row: PaperRow): Promise<Now> {
  if (row.ended) return row.ended
  const name = row.record.slice(0, row.record.indexOf('/'))
  const source = sources().find(each => each.records === name)
  return source ? source.standing(tx, row) : 'current'
}

function common(row: PaperRow, standing: Now) {
  return {
    code: shownCode(row.code),
    title: row.title,
    number: row.number,
    day: row.day,
    issuer: row.issuer,
    issuedAt: row.issued_at.toISOString(),
    sm3: row.sm3,
    sha256: row.sha256,
    bytes: Number(row.bytes),
    pages: row.pages,
    standing,
    ...(row.ended_at && { endedAt: row.ended_at.toISOString() }),
    ...(row.reason !== null && { reason: row.reason }),
  }
}

/** What anybody who has the code may know; of one that was withdrawn nothing of its content. */
export const checkedPaper = (row: PaperRow, standing: Now): Static<typeof Checked>['paper'] => ({
  ...common(row, standing),
  facts: standing === 'withdrawn' ? [] : row.facts.map(({ title, value }) => ({ title, value })),
})

/** Where anybody checks a paper. */
export const checkAddress = (origin: string, code: string): string => `${origin}/check/${code}`

export const issuedPaper = (row: PaperRow, standing: Now, origin: string): Static<typeof Issued> => ({
  ...common(row, standing),
  id: row.id,
  kind: row.kind,
  language: row.language,
  isFull: row.is_full,
  name: row.name,
  address: checkAddress(origin, row.code),
  missing: [...row.missing],
})
