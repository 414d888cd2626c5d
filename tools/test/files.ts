import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importsOf, resolveImport } from '../launch/imports.mjs'

/** Kinds of test files, in the order in which they run: what fails fast first. */
export type Kind = 'unit' | 'database' | 'fault' | 'browser'

const byName = /\.(fault|browser)\.test\.tsx?$/
const doors = ['tools/test/database.ts', 'tools/test/cluster.ts']

/** Test files of the repository by kind, as paths from the root; only those that contain one of the filters. */
export function testFiles(root: string, filters: string[]): Record<Kind, string[]> {
  const all = globSync('{engines,domains,links,apps,tools}/**/*.test.{ts,tsx}', {
    cwd: root,
    exclude: ['**/node_modules/**', '**/dist/**'],
  }).sort()
  const wanted = filters.map(filter => filter.replace(/^\.\//, '').replace(/\/$/, ''))
  const chosen = wanted.length === 0 ? all : all.filter(path => wanted.some(part => path.includes(part)))
  const byKind: Record<Kind, string[]> = { unit: [], database: [], fault: [], browser: [] }
  for (const path of chosen) byKind[kindOf(root, path)].push(path)
  return byKind
}

/** A file's kind, by its name, else by whether its imports lead to a test database. */
export function kindOf(root: string, path: string): Kind {
  const named = byName.exec(path)?.[1]
  if (named) return named as 'fault' | 'browser'
  const ends = new Set(doors.map(door => join(root, door)))
  return leadsTo(root, join(root, path), ends, new Set()) ? 'database' : 'unit'
}

function leadsTo(root: string, from: string, ends: Set<string>, seen: Set<string>): boolean {
  if (ends.has(from)) return true
  if (seen.has(from) || !existsSync(from) || !/\.tsx?$/.test(from)) return false
  seen.add(from)
  return importsOf(readFileSync(from, 'utf8')).some(name => {
    const to = resolveImport(root, from, name)
    return to !== undefined && leadsTo(root, to, ends, seen)
  })
}
