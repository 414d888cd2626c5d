import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomToken } from '../crypto/index.ts'
import { writePrivate } from '../files/private.ts'

/** Passwords of a demonstration's accounts, by login, as this installation made them. */
export async function demonstrationPasswords(dataDir: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(pathIn(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  return JSON.parse(text) as Record<string, string>
}

/** The same, with one made for each login that has none; kept in a file that only its user can read. */
export async function completePasswords(
  dataDir: string,
  logins: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const before = await demonstrationPasswords(dataDir)
  const missing = logins.filter(login => !before[login])
  if (missing.length === 0) return before
  const all = { ...before, ...Object.fromEntries(missing.map(login => [login, randomToken(12)])) }
  await writePrivate(pathIn(dataDir), `${JSON.stringify(all, null, 2)}\n`)
  return all
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'secrets', 'demonstration.json')
}
