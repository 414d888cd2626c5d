import type { Definition } from '@tongqu/kernel/command'
import { type Schema, typeOf } from './types.ts'

/** A module's calls, as the browser's client takes them: what goes in and what comes back, by name. */
export interface ClientFile {
  /** The first part of the calls' names. */
  readonly module: string
  readonly text: string
}

const HEAD = '// Written from the definitions of the calls: node apps/server/client/write.ts\n'
/** What the edge itself finds out of an upload's bytes, or takes from its address. */
const FOUND = ['sm3', 'bytes', 'type']

/** The client's files: one a module, and the index over them. */
export function clientFiles(calls: readonly Definition[]): ClientFile[] {
  const modules = [...new Set(calls.map(({ name }) => name.split('.')[0]!))].sort()
  const files = modules.map(module => ({
    module,
    text: moduleText(
      module,
      calls.filter(({ name }) => name.startsWith(`${module}.`)),
    ),
  }))
  return [...files, { module: 'index', text: indexText(modules, calls) }]
}

const kinds = ['Queries', 'Commands', 'Uploads', 'Downloads'] as const

function kindOf(call: Definition): (typeof kinds)[number] {
  if (call.kind === 'query') return call.download ? 'Downloads' : 'Queries'
  return call.kind === 'command' && call.upload ? 'Uploads' : 'Commands'
}

function moduleText(module: string, calls: readonly Definition[]): string {
  const parts = kinds.map(kind => {
    const entries = calls
      .filter(call => kindOf(call) === kind)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(call => entryOf(kind, call))
    return `export interface ${kind} ${entries.length === 0 ? '{}' : `{\n${entries.join('')}}`}\n`
  })
  return `${HEAD}\n/* Calls of \`${module}\`. */\n\n${parts.join('\n')}`
}

function entryOf(kind: (typeof kinds)[number], call: Definition): string {
  const [input, answer] = [call.input as Schema, call.output as Schema]
  const shown = kind === 'Uploads' ? without(input, FOUND) : input
  const given = `    input: ${typeOf(shown, '    ')}\n`
  const answered = kind === 'Downloads' ? '' : `    answer: ${typeOf(answer, '    ')}\n`
  return `  /** ${call.summary.en.replaceAll('*/', '* /')} */\n  '${call.name}': {\n${given}${answered}  }\n`
}

function without(schema: Schema, names: readonly string[]): Schema {
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name))
  return { ...schema, properties: Object.fromEntries(properties) }
}

function indexText(modules: readonly string[], calls: readonly Definition[]): string {
  const imports = modules.map(module => `import type * as ${module} from './${module}.ts'\n`)
  const parts = kinds.map(
    kind => `export interface ${kind} extends ${modules.map(module => `${module}.${kind}`).join(', ')} {}\n`,
  )
  const permissions = [...new Set(calls.map(({ permission }) => permission))]
    .filter(name => name !== 'public' && name !== 'signed-in')
    .sort()
    .map(name => `  | '${name}'\n`)
  return `${HEAD}${imports.join('')}\n${parts.join('\n')}\n/** What a role can grant. */\nexport type Permission =\n${permissions.join('')}`
}
