import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// Import and export lines at the start of a line (a specifier inside a string or comment is not one),
// and dynamic imports of a literal.
const statement =
  /^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*{},\s$]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** What a source text imports or exports from: the specifier, its line, and whether only types come by it. */
export function importStatements(source) {
  return [...source.matchAll(statement)].map(found => ({
    name: found[2] ?? found[3],
    typeOnly: found[1] !== undefined,
    line: source.slice(0, found.index).split('\n').length,
  }))
}

/** The specifiers that a source text imports, exports from, or imports dynamically. */
export function importsOf(source) {
  return importStatements(source).map(found => found.name)
}

const known = new Map()

/** The workspaces by package name: their folder and manifest. */
export function workspacesOf(root) {
  const cached = known.get(root)
  if (cached) return cached
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const folders = workspaces.flatMap(pattern =>
    pattern.endsWith('/*') ? foldersIn(root, pattern.slice(0, -2)) : [pattern],
  )
  const found = new Map()
  for (const folder of folders) {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    found.set(manifest.name, { folder, manifest })
  }
  known.set(root, found)
  return found
}

function foldersIn(root, folder) {
  return (
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => `${folder}/${entry.name}`)
      // What is left of a package that went, or not yet one: npm passes over such a folder too.
      .filter(path => existsSync(join(root, path, 'package.json')))
  )
}

/** The file of this repository that an import means; undefined for packages from elsewhere and closed doors. */
export function resolveImport(root, from, name) {
  if (name.startsWith('.')) return join(dirname(from), name.replace(/[?#].*$/, ''))
  const [, packageName, rest] = /^(@[^/]+\/[^/]+)(\/.*)?$/.exec(name) ?? []
  const workspace = workspacesOf(root).get(packageName)
  if (!workspace) return undefined
  const target = exportedFile(workspace.manifest.exports ?? {}, `.${rest ?? ''}`)
  return target && join(root, workspace.folder, target)
}

/** The file that a package's `exports` give for a door such as `.` or `./plan/contract`. */
export function exportedFile(exports, door) {
  if (exports[door]) return exports[door]
  for (const [pattern, target] of Object.entries(exports)) {
    const [head, tail] = pattern.split('*')
    if (tail === undefined || !door.startsWith(head) || !door.endsWith(tail)) continue
    return target.replaceAll('*', door.slice(head.length, door.length - tail.length))
  }
  return undefined
}
