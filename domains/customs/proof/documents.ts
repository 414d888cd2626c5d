import { sm3 } from '@tongqu/kernel/crypto'
import type { DocumentRow } from '../document/store.ts'
import { jsonBytes } from './json.ts'
import { digestsOf, type Withheld } from './messages.ts'
import type { ProofFile } from './tar.ts'

/* Papers in a proof: each as it was attached, those withdrawn with their reason. */

export interface ProvingDocuments {
  readonly isFull: boolean
  bytesOf(sm3: string): Promise<Buffer>
  /** Files of the events that name a digest. */
  eventsOf(sm3: string): readonly string[]
}

export interface DocumentFiles {
  readonly files: readonly ProofFile[]
  readonly withheld: readonly Withheld[]
  /** SM3, path, file of the event, a line each. */
  readonly sealed: readonly string[]
}

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

/** A paper's scan cannot be searched for identity numbers: it is shown in the full proof only. */
const UNSEEN = {
  zh: '扫描件可能含证件号码；持有 customs.proof.full 权限者可取得全文',
  en: 'a scan may hold identity numbers; whoever has the permission customs.proof.full can have it',
}

export async function documentFiles(
  rows: readonly DocumentRow[],
  { isFull, bytesOf, eventsOf }: ProvingDocuments,
): Promise<DocumentFiles> {
  if (rows.length === 0) return { files: [], withheld: [], sealed: [] }
  const files: ProofFile[] = []
  const withheld: Withheld[] = []
  const sealed: string[] = []
  const list: unknown[] = []
  for (const [n, row] of rows.entries()) {
    const content = await bytesOf(row.sm3)
    if (sm3(content) !== row.sm3) throw new Error(`The file ${row.sm3} is not what it was.`)
    const path = `documents/${String(n + 1).padStart(3, '0')}-${row.kind}.${ENDINGS[row.type] ?? 'bin'}`
    if (isFull) files.push({ path, content })
    else withheld.push(digestsOf(path, content, UNSEEN))
    const events = eventsOf(row.sm3)
    sealed.push(...events.map(event => `${row.sm3} ${path} ${event}`))
    list.push({ ...row, bytes: Number(row.bytes), file: path, isShown: isFull, events })
  }
  return {
    files: [{ path: 'documents/documents.json', content: jsonBytes(list) }, ...files],
    withheld,
    sealed,
  }
}
