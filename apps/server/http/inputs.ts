import type { TSchema } from 'typebox'

interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly anyOf?: readonly TSchema[]
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
  const input: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(query)) {
    const property = properties[name]
    input[name] = property && typeof value === 'string' ? read(property, value) : value
  }
  return input
}

function read(schema: TSchema, text: string): unknown {
  const { type } = schema as Shape
  if (type === 'integer' || type === 'number') {
    const number = Number(text)
    return text.trim() !== '' && Number.isFinite(number) ? number : text
  }
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  if (type === 'object' || type === 'array') return parsed(text)
  return text
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
