import type { Tx } from '@tongqu/kernel/db'
import type { Content } from '../declaration/form/kind.ts'

export interface TrackedRow extends Record<string, unknown> {
  readonly declaration_id: string
  readonly number: string
  readonly mode: string
  readonly direction: string
  readonly state: string
  readonly state_at: Date
  readonly content: Content
  readonly logistics_no: string | null
  readonly list_no: string | null
}

/** One bill of lading may bring many declarations. */
const MOST = 20

const TRACKED = `
  select r.declaration_id, d.number, d.mode, d.direction, d.state, d.state_at, r.content, r.logistics_no, r.list_no
  from customs.record r join customs.declaration d on d.id = r.declaration_id`

/** Lists and declarations by the number that a carrier or the customs know them by. System scope. */
export async function trackedBy(tx: Tx, number: string): Promise<TrackedRow[]> {
  const by = (column: string) =>
    tx.query<TrackedRow>(
      `${TRACKED} where r.${column} = $1 and r.role = 'list' order by r.id desc limit ${MOST}`,
      [number],
    )
  const carried = await by('logistics_no')
  return carried.length > 0 ? carried : by('list_no')
}
