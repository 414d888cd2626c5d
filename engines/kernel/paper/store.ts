import type { Tx } from '../db/index.ts'
import type { Text } from '../text/index.ts'

/* SQL of printed papers. */

/** What is said of a paper to whoever holds it. */
export interface PaperFact {
  readonly title: Text
  readonly value: string | Text
}

export interface PaperRow extends Record<string, unknown> {
  readonly id: string
  readonly code: string
  readonly party_id: string
  readonly record: string
  readonly kind: string
  readonly language: string
  readonly is_full: boolean
  readonly title: Text
  readonly number: string
  readonly day: string
  readonly issuer: Text
  readonly facts: readonly PaperFact[]
  readonly missing: readonly Text[]
  readonly basis: string
  readonly drawn: string
  readonly sm3: string
  readonly sha256: string
  readonly bytes: string | number
  readonly pages: number
  readonly name: string
  readonly issued_at: Date
  readonly issued_by: string | null
  readonly ended: 'superseded' | 'withdrawn' | null
  readonly ended_at: Date | null
  readonly reason: string | null
}

const PAPER = `
  select id, code, party_id, record, kind, language, is_full, title, number, day, issuer, facts, missing, basis, drawn,
    sm3, sha256, bytes, pages, name, issued_at, issued_by, ended, ended_at, reason
  from kernel.paper`

const one = async (tx: Tx, where: string, values: readonly unknown[]): Promise<PaperRow | undefined> =>
  (await tx.query<PaperRow>(`${PAPER} where ${where}`, values))[0]

export const paperByCode = (tx: Tx, code: string) => one(tx, 'code = $1', [code])
export const paperById = (tx: Tx, id: string) => one(tx, 'id = $1', [id])

/** Papers of a record, the last first. */
export const papersOf = (tx: Tx, record: string): Promise<PaperRow[]> =>
  tx.query<PaperRow>(`${PAPER} where record = $1 order by issued_at desc, id desc limit 200`, [record])

/** The paper of a kind that nobody has ended. Held until the transaction ends, so that two do not print at once. */
export const standingPaper = (
  tx: Tx,
  { record, kind, language, isFull }: { record: string; kind: string; language: string; isFull: boolean },
) =>
  one(tx, 'record = $1 and kind = $2 and language = $3 and is_full = $4 and ended is null for update', [
    record,
    kind,
    language,
    isFull,
  ])

/** Papers of one record are issued one after the other. */
export const lockRecord = (tx: Tx, record: string) =>
  tx.execute(`select pg_advisory_xact_lock(hashtextextended($1, 19))`, [`paper ${record}`])

const ADD = `
  insert into kernel.paper (id, code, party_id, record, kind, language, is_full, title, number, day, issuer, facts, missing,
    basis, drawn, sm3, sha256, bytes, pages, name, issued_at, issued_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`

export async function addPaper(tx: Tx, row: Omit<PaperRow, 'ended' | 'ended_at' | 'reason'>): Promise<void> {
  await tx.execute(ADD, [
    row.id,
    row.code,
    row.party_id,
    row.record,
    row.kind,
    row.language,
    row.is_full,
    JSON.stringify(row.title),
    row.number,
    row.day,
    JSON.stringify(row.issuer),
    JSON.stringify(row.facts),
    JSON.stringify(row.missing),
    row.basis,
    row.drawn,
    row.sm3,
    row.sha256,
    row.bytes,
    row.pages,
    row.name,
    row.issued_at,
    row.issued_by,
  ])
}

/** @returns whether it stood until now */
export async function endPaper(
  tx: Tx,
  id: string,
  {
    as,
    at,
    by,
    reason,
  }: { as: 'superseded' | 'withdrawn'; at: Date; by: string | undefined; reason?: string },
): Promise<boolean> {
  const changed = await tx.execute(
    'update kernel.paper set ended = $2, ended_at = $3, ended_by = $4, reason = $5 where id = $1 and ended is null',
    [id, as, at, by ?? null, reason ?? null],
  )
  return changed > 0
}

/** A party's name as it stands in the register of parties. */
export async function partyName(tx: Tx, id: string): Promise<Text | undefined> {
  const [row] = await tx.query<{ name: { zh: string; en?: string } }>(
    'select name from kernel.party where id = $1',
    [id],
  )
  return row && { zh: row.name.zh, en: row.name.en ?? row.name.zh }
}
