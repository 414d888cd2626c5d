import { join } from 'node:path'
import type pg from 'pg'
import { fileSigner, verifyAudit } from '../audit/index.ts'
import type { Config } from '../config/index.ts'
import { secret } from '../crypto/secrets.ts'
import { connect } from '../db/index.ts'
import { FileStore } from '../files/index.ts'
import type { StorageUrls } from '../host/storage.ts'
import type { Manifest } from './manifest.ts'
import { digestOfFile } from './parts.ts'

/** What was looked at after a restore, and found as it was. */
export interface RestoreCheck {
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Files that were missing already when the backup was made. */
  readonly missingFiles: readonly string[]
  readonly head: number
  readonly auditBlocks: number
  readonly auditEvents: number
  /** Events that no block sealed yet when the backup was made: the next sealing takes them. */
  readonly unsealed: number
}

/**
 * Counts every table again, recomputes the audit, reads every file that a row names.
 * Errors: each difference, in one sentence each.
 */
export async function checkRestored(
  client: pg.ClientBase,
  urls: StorageUrls,
  config: Config,
  manifest: Manifest,
): Promise<RestoreCheck> {
  const faults = [...(await wrongCounts(client, manifest)), ...(await wrongFiles(client, config, manifest))]
  const audit = await audited(urls, config)
  faults.push(...audit.faults.map(({ code, block }) => `${code} in block ${block}`))
  if (audit.blocks !== manifest.audit.blocks)
    faults.push(`${audit.blocks} blocks, not ${manifest.audit.blocks}`)
  const { rows } = await client.query<{ position: string }>('select position from kernel.event_head')
  if (Number(rows[0]?.position) !== manifest.head)
    faults.push(`the log ends at ${rows[0]?.position}, not ${manifest.head}`)
  if (faults.length > 0) throw new Error(`What was restored is not what was backed up: ${faults.join('; ')}.`)
  return {
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    files: manifest.files.length,
    missingFiles: manifest.missingFiles,
    head: manifest.head,
    auditBlocks: audit.blocks,
    auditEvents: audit.events,
    unsealed: audit.unsealed,
  }
}

async function wrongCounts(client: pg.ClientBase, manifest: Manifest): Promise<string[]> {
  const wrong: string[] = []
  for (const { table, rows } of manifest.tables) {
    const { rows: found } = await client.query<{ n: string }>(`select count(*) as n from ${table.name}`)
    if (Number(found[0]!.n) !== rows) wrong.push(`${table.name} has ${found[0]!.n} rows, not ${rows}`)
  }
  return wrong
}

async function wrongFiles(client: pg.ClientBase, config: Config, manifest: Manifest): Promise<string[]> {
  const store = new FileStore(join(config.dataDir, 'files'))
  const known = new Set(manifest.missingFiles)
  const { rows } = await client.query<{ sm3: string }>('select distinct sm3 from kernel.file')
  const wrong: string[] = []
  for (const { sm3 } of rows) {
    if (known.has(sm3)) continue
    const found = await digestOfFile(store.path(sm3)).catch(() => undefined)
    if (found?.sm3 !== sm3) wrong.push(`the file ${sm3} is not there as it was`)
  }
  return wrong
}

async function audited(urls: StorageUrls, config: Config) {
  const signer = fileSigner(await secret(join(config.dataDir, 'secrets'), 'audit-signing'))
  const database = connect({ url: urls.app, max: 1 })
  try {
    return await verifyAudit(database, signer.publicKeyPem, config.anchorFile)
  } finally {
    await database.close()
  }
}
