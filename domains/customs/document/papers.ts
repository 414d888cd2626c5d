import type { Tx } from '@tongqu/kernel/db'
import type { Content, KindEntry } from '../declaration/form/kind.ts'
import { edocsOf } from './edocs.ts'
import type { Attachments } from './kinds.ts'
import { documentsOfRecords } from './store.ts'

/** Records as they are before they go out, with what their kind of message says of the papers attached by then. */
export async function withPapers<R extends { readonly id: string; readonly value: Content }>(
  tx: Tx,
  { withPapers: put }: Pick<KindEntry, 'withPapers'>,
  rule: Attachments,
  records: readonly R[],
): Promise<readonly R[]> {
  if (!put || records.length === 0) return records
  const papers = await documentsOfRecords(
    tx,
    records.map(record => record.id),
  )
  return records.map(record => ({
    ...record,
    value: put(record.value, edocsOf(papers.get(record.id) ?? [], rule)),
  }))
}
