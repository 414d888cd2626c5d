import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { ownFolderPrefix } from './names.ts'

/** A folder of its own for a test file, removed after its last test. Others may pass through it. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), ownFolderPrefix))
  await chmod(folder, 0o711)
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}
