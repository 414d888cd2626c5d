import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { createDatabase, dropDatabase } from '@tongqu/kernel/db/embedded'
import { afterAll, inject } from 'vitest'
import { answerFile, requestFile, templateName } from './names.ts'

/** A database that belongs to one test file. */
export interface TestDatabase {
  /** Its address as the server's administrator. */
  url: string
  name: string
  /** The administrator's address of the whole server (database `postgres`). */
  adminUrl: string
  drop(): Promise<void>
}

/**
 * A fresh database for a test file, copied from the migrated template (about 20 ms) or empty, on the run's
 * real PostgreSQL, and dropped after the file's last test. Call it at the top of the file or in a `describe`:
 * `const database = await testDatabase()`.
 */
export async function testDatabase(from: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const adminUrl = await testServer()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const url = await createDatabase(adminUrl, name, from === 'migrated' ? templateName : undefined)
  const drop = () => dropDatabase(adminUrl, name)
  afterAll(drop)
  return { url, name, adminUrl, drop }
}

/** The administrator's address of the run's PostgreSQL; starts it when this is the first to ask. */
export async function testServer(): Promise<string> {
  const folder = inject('tongquTestFolder')
  const path = join(folder, answerFile)
  if (!existsSync(path)) await asked(folder, path)
  const answer = JSON.parse(readFileSync(path, 'utf8')) as { url?: string; failure?: string }
  if (!answer.url) throw new Error(`the run's PostgreSQL did not start: ${answer.failure}`)
  return answer.url
}

/** Asks the run's process and waits for its answer. Our own request wakes the watcher too: an answer is never missed. */
async function asked(folder: string, path: string): Promise<void> {
  await new Promise<void>(resolve => {
    const watcher = watch(folder, () => {
      if (!existsSync(path)) return
      watcher.close()
      resolve()
    })
    appendFileSync(join(folder, requestFile), 'x')
  })
}
