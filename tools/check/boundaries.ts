import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { resolveImport, type Workspace, workspacesOf } from '../launch/imports.mjs'
import type { Check, Finding } from './check.ts'
import { apart, apartInTests, floors, inBrowser, pure, sideways } from './floors.ts'
import { type Source, sources } from './sources.ts'

interface Owned extends Source {
  owner: string
  workspace: Workspace
}

/** Imports go down, not sideways, only to what a package opens and what the importer declares. */
export const boundaries: Check = {
  name: 'boundaries',
  mend: 'import only downwards and through the names in the other package’s "exports" (tools/check/floors.ts)',
  async run(root) {
    const workspaces = workspacesOf(root)
    const owned = sources(root).flatMap(source => owner(workspaces, source))
    return [
      ...owned.flatMap(source => source.imports.flatMap(found => judged(root, workspaces, source, found))),
      ...browserFindings(root, owned),
    ]
  },
}

function owner(workspaces: Map<string, Workspace>, source: Source): Owned[] {
  for (const [name, workspace] of workspaces) {
    if (source.path.startsWith(`${workspace.folder}/`)) return [{ ...source, owner: name, workspace }]
  }
  return []
}

function judged(
  root: string,
  workspaces: Map<string, Workspace>,
  source: Owned,
  found: Source['imports'][number],
): Finding[] {
  const refuse = (message: string): Finding[] => [{ place: `${source.path}:${found.line}`, message }]
  if (found.name.startsWith('.')) {
    const target = relative(
      join(root, source.workspace.folder),
      resolveImport(root, join(root, source.path), found.name) ?? '',
    )
    return target.startsWith('..')
      ? refuse(`${found.name} leaves the package: import the other by its name`)
      : []
  }
  if (found.name.startsWith('node:')) {
    const allowed = source.isTest || writesPage(source) ? undefined : pure[source.owner]
    return allowed && !allowed.includes(found.name)
      ? refuse(
          `${source.owner} takes values and gives values: what ${found.name} knows comes in as an argument`,
        )
      : []
  }
  return judgedPackage(root, workspaces, source, found.name, refuse)
}

function judgedPackage(
  root: string,
  workspaces: Map<string, Workspace>,
  source: Owned,
  name: string,
  refuse: (message: string) => Finding[],
): Finding[] {
  const alone = apart[source.owner]
  if (alone && !alone.includes(name) && !(source.isTest && apartInTests.test(name)))
    return refuse(
      `${source.owner} stands apart and shares no code with what it judges; it may import ${alone.join(', ')}`,
    )
  const [packageName = ''] = /^(@[^/]+\/[^/]+|[^/]+)/.exec(name) ?? []
  const to = workspaces.get(packageName)
  const { dependencies, optionalDependencies, devDependencies } = source.workspace.manifest
  const declared = {
    ...dependencies,
    ...optionalDependencies,
    ...(source.isTest || isTools(source) ? devDependencies : {}),
  }
  if (!to) {
    const isKnown =
      packageName in declared ||
      source.path.startsWith('tools/') ||
      `@types/${packageName}` in (devDependencies ?? {})
    // The test runner and what tests use stand in tools; a build's own plugins in devDependencies.
    const isBuild = /(^|\/)vite\.config\.ts$/.test(source.path) || source.isTest
    return isKnown || isBuild
      ? []
      : refuse(`${packageName} is not in "dependencies" of ${source.workspace.folder}/package.json`)
  }
  if (packageName === source.owner)
    return refuse(`${name} is this package itself: import the file by its path`)
  if (packageName === '@tongqu/tools' && !source.isTest) return refuse('product code does not use the tools')
  const target = resolveImport(root, join(root, source.path), name)
  if (!target || !existsSync(target))
    return refuse(`${packageName} opens no door ${name}: see "exports" in ${to.folder}/package.json`)
  if (packageName === '@tongqu/tools' || isTools(source)) return []
  if (!(packageName in declared))
    return refuse(`${packageName} is not in "dependencies" of ${source.workspace.folder}/package.json`)
  return direction(source, packageName, to, refuse)
}

function direction(
  source: Owned,
  name: string,
  to: Workspace,
  refuse: (message: string) => Finding[],
): Finding[] {
  const [from, below] = [source.workspace, to].map(({ folder }) =>
    floors.findIndex(floor => folder.startsWith(`${floor}/`)),
  )
  if (from === undefined || below === undefined || below < from) return []
  if (below > from)
    return refuse(`${name} is a floor above: let it call down, or listen to this package's events`)
  if (sideways[source.owner]?.includes(name)) return []
  return refuse(`${name} is on the same floor: a relation between the two belongs on the floor above`)
}

/** The script that writes a page of docs/ from a package's own tables; nothing of the package leads to it. */
function writesPage(source: Owned): boolean {
  return source.path.endsWith('/docs/write.ts')
}

function isTools(source: Owned): boolean {
  return source.workspace.folder === 'tools'
}

/** Follows the value imports of what runs in a browser; the first module of Node on each way is told. */
function browserFindings(root: string, owned: Owned[]): Finding[] {
  const byPath = new Map(owned.map(source => [join(root, source.path), source]))
  const open = owned.filter(
    source => inBrowser.includes(source.owner) && !source.isTest && !source.path.endsWith('.config.ts'),
  )
  const seen = new Set(open)
  const findings: Finding[] = []
  for (let source = open.pop(); source; source = open.pop()) {
    for (const found of source.imports.filter(one => !one.typeOnly)) {
      if (found.name.startsWith('node:')) {
        findings.push({
          place: `${source.path}:${found.line}`,
          message: `${found.name} is not there in a browser, and the browser gets this file`,
        })
      }
      const next = byPath.get(resolveImport(root, join(root, source.path), found.name) ?? '')
      if (next && !seen.has(next)) {
        seen.add(next)
        open.push(next)
      }
    }
  }
  return findings
}
