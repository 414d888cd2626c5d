import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sm3 } from '../crypto/index.ts'
import { isRefusal, type Refusal } from '../refusal/index.ts'
import { digestOfFile, writeSynced } from './parts.ts'
import { backupRefusals } from './refusals.ts'
import type { Sequence, Table } from './tables.ts'

/** A file of the backup. */
export interface Part {
  /** Path inside the backup. */
  readonly path: string
  readonly bytes: number
  readonly sm3: string
}

export interface TablePart extends Part {
  readonly table: Table
  readonly rows: number
}

/** What a backup holds, as it says itself. Its own SM3 stands in `manifest.sm3`, which is written last. */
export interface Manifest {
  readonly format: 1
  readonly madeAt: string
  /** Migrations that the database had, with their digests. */
  readonly migrations: readonly { module: string; file: string; digest: string }[]
  readonly tables: readonly TablePart[]
  readonly sequences: readonly Sequence[]
  /** Stored files, named by their SM3; what they are named by in rows and was not there. */
  readonly files: readonly Part[]
  readonly missingFiles: readonly string[]
  readonly secrets: readonly Part[]
  readonly anchors: Part | undefined
  /** Position of the last event placed, and the last sealed block. */
  readonly head: number
  readonly audit: { readonly blocks: number; readonly root: string | undefined }
}

const MANIFEST = 'manifest.json'
const SEAL = 'manifest.sm3'

export async function writeManifest(dir: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, undefined, 1)}\n`
  await writeSynced(join(dir, MANIFEST), text)
  await writeSynced(join(dir, SEAL), `${sm3(text)}\n`)
}

/** Reads the manifest and holds every part against it, before anything is done with one. */
export async function checkedManifest(dir: string): Promise<Manifest | Refusal> {
  const seal = await textOf(dir, SEAL)
  if (isRefusal(seal)) return seal
  const text = await textOf(dir, MANIFEST)
  if (isRefusal(text)) return text
  if (sm3(text) !== seal.trim()) return backupRefusals.refuse('restore.damaged', { part: MANIFEST })
  const manifest = JSON.parse(text) as Manifest
  if (manifest.format !== 1)
    return backupRefusals.refuse('restore.other_code', { found: `format ${manifest.format}` })
  for (const part of partsOf(manifest)) {
    const found = await digestOfFile(join(dir, part.path)).catch(() => undefined)
    if (found?.sm3 !== part.sm3) return backupRefusals.refuse('restore.damaged', { part: part.path })
  }
  return manifest
}

export function partsOf(manifest: Manifest): Part[] {
  const { tables, files, secrets, anchors } = manifest
  return [...tables, ...files, ...secrets, ...(anchors ? [anchors] : [])]
}

/** Makes the folder, or takes one that is empty. */
export async function emptyFolder(dir: string): Promise<Refusal | undefined> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  return (await readdir(dir)).length > 0 ? backupRefusals.refuse('backup.place_taken', { dir }) : undefined
}

async function textOf(dir: string, file: string): Promise<string | Refusal> {
  return readFile(join(dir, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return backupRefusals.refuse('restore.no_backup', { dir, file })
    throw error
  })
}
