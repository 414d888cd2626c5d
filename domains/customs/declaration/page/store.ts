import type { Tx } from '@tongqu/kernel/db'
import type { Given } from '../rows.ts'

/* SQL of what a page asks beside the declarations themselves. */

export interface MessageRow extends Record<string, unknown> {
  readonly id: string
  readonly direction: string
  readonly kind: string
  readonly name: string
  readonly sm3: string
  readonly bytes: string | number
  readonly records: number
  readonly created_at: Date
  readonly state: string
  readonly signature: {
    readonly profile: string
    readonly algorithm: string
    readonly digest: string
    readonly serial?: string
  } | null
  readonly failure: { readonly text?: { readonly zh: string; readonly en: string } } | null
  readonly tries: number
  readonly done_at: Date | null
}

// A message that came in belongs to whoever has a record that it answers, also where its own row names nobody.
const MESSAGE = `
  select id, direction, kind, name, sm3, bytes, records, created_at, state, signature, failure, tries, done_at
  from customs.message where id = $1`

export async function messageRow(tx: Tx, id: string): Promise<MessageRow | undefined> {
  const [row] = await tx.query<MessageRow>(MESSAGE, [id])
  return row
}

export interface DeclarationNamed extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly plan_id: string | null
  readonly order_no: string | null
  readonly given: Given
}

const ID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** A name as id and as number, so that each is found by its index. */
export const byName = (name: string): [id: string | null, number: string] => [
  ID.test(name) ? name : null,
  name,
]

export async function declarationNamed(tx: Tx, name: string): Promise<DeclarationNamed | undefined> {
  const [row] = await tx.query<DeclarationNamed>(
    'select id, number, party_id, plan_id, order_no, given from customs.declaration where id = $1 or number = $2',
    byName(name),
  )
  return row
}
