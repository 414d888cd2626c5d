/** A JSON Schema as the definitions of calls carry it. */
export interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly patternProperties?: Readonly<Record<string, Schema>>
}

const plain: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
}

/**
 * A schema as a TypeScript type.
 * @param indent what stands before each of its further lines
 * @throws for a schema that contracts do not use so far
 */
export function typeOf(schema: Schema, indent = ''): string {
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.anyOf) return [...new Set(schema.anyOf.map(each => typeOf(each, indent)))].join(' | ')
  if (schema.type === 'array') return `Array<${schema.items ? typeOf(schema.items, indent) : 'unknown'}>`
  if (schema.type === 'object') return objectOf(schema, indent)
  if (schema.type === undefined) return 'unknown'
  const name = plain[schema.type]
  if (!name) throw new Error(`No type is known for ${JSON.stringify(schema)}`)
  return name
}

function objectOf({ properties, required = [], patternProperties }: Schema, indent: string): string {
  if (patternProperties) {
    const values = Object.values(patternProperties).map(each => typeOf(each, indent))
    return `Record<string, ${values.join(' | ')}>`
  }
  const fields = Object.entries(properties ?? {})
  if (fields.length === 0) return 'Record<never, never>'
  const inside = `${indent}  `
  const lines = fields.map(
    ([name, field]) =>
      `${inside}${keyOf(name)}${required.includes(name) ? '' : '?'}: ${typeOf(field, inside)}\n`,
  )
  return `{\n${lines.join('')}${indent}}`
}

const keyOf = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name))

const literal = (value: unknown) =>
  typeof value === 'string'
    ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
    : JSON.stringify(value)
