/** A workspace: its folder from the root and its manifest. */
export interface Workspace {
  folder: string
  manifest: Manifest
}

export interface Manifest {
  name: string
  exports?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

export interface ImportStatement {
  name: string
  typeOnly: boolean
  line: number
}

/** What a source text imports or exports from: the specifier, its line, and whether only types come by it. */
export function importStatements(source: string): ImportStatement[]
/** The specifiers that a source text imports, exports from, or imports dynamically. */
export function importsOf(source: string): string[]
/** The workspaces by package name. */
export function workspacesOf(root: string): Map<string, Workspace>
/** The file of this repository that an import means; undefined for packages from elsewhere and closed doors. */
export function resolveImport(root: string, from: string, name: string): string | undefined
/** The file that a package's `exports` give for a door such as `.` or `./plan/contract`. */
export function exportedFile(exports: Record<string, string>, door: string): string | undefined
