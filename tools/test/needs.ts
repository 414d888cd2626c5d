import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeEach } from 'vitest'
import { findBrowser, findOldestPostgres } from './machine.ts'

/**
 * Skips every test of this file (or of the `describe` it is called in) where something is missing, and says
 * what: the run lists each skipped test with the reason.
 */
export function skipUnless(available: boolean, missing: string): void {
  beforeEach(context => context.skip(!available, `skipped: ${missing}`))
}

/** The browser's path for this file's tests; where there is none they are skipped ("skipped: no browser"). */
export function needsBrowser(): string {
  const path = findBrowser()
  skipUnless(path !== undefined, 'no browser')
  return path ?? ''
}

/**
 * The path of a file or folder of the shared material beside the repository, such as `data/tariff.csv`; the
 * tests are skipped where it is missing. Read it inside the tests, not at the top of the file.
 */
export function needsShared(path: string): string {
  const found = fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url))
  skipUnless(existsSync(found), 'no ../shared')
  return found
}

/** The folder of PostgreSQL 15's binaries; the tests are skipped where it is not installed. */
export function needsOldestPostgres(): string {
  const path = findOldestPostgres()
  skipUnless(path !== undefined, 'no PostgreSQL 15')
  return path ?? ''
}

/** Skips the tests where we are not root (loop images, changing users). */
export function needsRoot(): void {
  skipUnless(process.getuid?.() === 0, 'not root')
}
