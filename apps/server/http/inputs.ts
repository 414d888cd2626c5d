import type { TSchema } from 'typebox'

interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly anyOf?: readonly TSchema[]
  readonly const?: unknown
}

/**
 * A query string as the input that a schema describes: numbers and booleans are read as such, whatever is
 * nested as JSON text. What cannot be read stays text, and the check of the input names it.
 */
export function inputFromQuery(
  schema: TSchema,
  query: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const properties = (schema as Shape).properties ?? {}
  const read = Object.entries(query).map(([name, value]) => {
    const known = Object.hasOwn(properties, name) && typeof value === 'string'
    return [name, known ? readAs(properties[name]!, value) : value] as const
  })
  return Object.fromEntries(read)
}

const WHOLE = /^-?\d{1,15}$/
const DECIMAL = /^-?\d{1,15}(\.\d{1,15})?$/

function readAs(schema: TSchema, text: string): unknown {
  const { type, anyOf } = schema as Shape
  if (anyOf) return readAsAny(anyOf, text)
  if (type === 'integer') return WHOLE.test(text) ? Number(text) : text
  if (type === 'number') return DECIMAL.test(text) ? Number(text) : text
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  if (type === 'null') return text === 'null' ? null : text
  if (type === 'object' || type === 'array') return parsed(text)
  return text
}

/** Text where a branch takes it as it is, else what the first branch makes of it. */
function readAsAny(branches: readonly TSchema[], text: string): unknown {
  const takes = ({ type, const: only = text }: Shape) => type === 'string' && only === text
  if (branches.some(branch => takes(branch as Shape))) return text
  for (const branch of branches) {
    const value = readAs(branch, text)
    if (value !== text) return value
  }
  return text
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
