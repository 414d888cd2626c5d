import type { Tx } from '@tongqu/kernel/db'

/* SQL of papers attached to declarations. */

export interface DocumentRow extends Record<string, unknown> {
  readonly id: string
  readonly declaration_id: string
  readonly kind: string
  readonly number: string
  readonly sm3: string
  readonly bytes: string
  readonly type: string
  readonly name: string
  readonly attached_at: Date
  readonly attached_by: string | null
  readonly withdrawn_at: Date | null
  readonly withdrawn_by: string | null
  readonly withdrawn_reason: string | null
}

const DOCUMENT = `
  select id, declaration_id, kind, number, sm3, bytes, type, name, attached_at, attached_by, withdrawn_at, withdrawn_by,
    withdrawn_reason
  from customs.document`

/** All that were attached, those withdrawn among them, in the order of attaching. */
export function documentsOf(tx: Tx, declaration: string): Promise<DocumentRow[]> {
  return tx.query<DocumentRow>(`${DOCUMENT} where declaration_id = $1 order by attached_at, id`, [
    declaration,
  ])
}

/** Papers of the declarations of records, by the record; what was withdrawn is left out. */
export async function documentsOfRecords(
  tx: Tx,
  records: readonly string[],
): Promise<ReadonlyMap<string, DocumentRow[]>> {
  const rows = await tx.query<DocumentRow & { readonly record: string }>(
    `select r.id as record, d.* from customs.record r join customs.document d on d.declaration_id = r.declaration_id
     where r.id = any($1) and d.withdrawn_at is null order by d.attached_at, d.id`,
    [records],
  )
  return Map.groupBy(rows, row => row.record)
}

export interface PapersDeclaration extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly mode: string
  readonly form: string
  readonly direction: string
  readonly day: string
}

export async function declarationNamed(tx: Tx, name: string): Promise<PapersDeclaration | undefined> {
  const [row] = await tx.query<PapersDeclaration>(
    'select id, number, party_id, mode, form, direction, day from customs.declaration where id::text = $1 or number = $1',
    [name],
  )
  return row
}

export interface NewDocument {
  readonly id: string
  readonly declaration: string
  readonly party: string
  readonly kind: string
  readonly number: string
  readonly sm3: string
  readonly bytes: number
  readonly type: string
  readonly name: string
  readonly at: Date
  readonly by: string | undefined
}

const ADD = `
  insert into customs.document (id, declaration_id, party_id, kind, number, sm3, bytes, type, name, attached_at, attached_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (declaration_id, kind, sm3) where withdrawn_at is null do nothing`

/** @returns whether it is new: the same file of the same kind is attached once */
export async function addDocument(tx: Tx, row: NewDocument): Promise<boolean> {
  const { id, declaration, party, kind, number, sm3, bytes, type, name, at, by } = row
  const values = [id, declaration, party, kind, number, sm3, bytes, type, name, at, by ?? null]
  return (await tx.execute(ADD, values)) > 0
}

const WITHDRAW = `
  update customs.document set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4
  where id = $1 and withdrawn_at is null`

/** @returns the paper as it was; undefined: there is none, or it was withdrawn before */
export async function withdrawDocument(
  tx: Tx,
  id: string,
  { at, by, reason }: { readonly at: Date; readonly by: string | undefined; readonly reason: string },
): Promise<DocumentRow | undefined> {
  const [row] = await tx.query<DocumentRow>(`${DOCUMENT} where id = $1 and withdrawn_at is null for update`, [
    id,
  ])
  if (row) await tx.execute(WITHDRAW, [id, at, by ?? null, reason])
  return row
}
