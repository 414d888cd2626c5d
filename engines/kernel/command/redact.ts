import type { TSchema } from 'typebox'
import { sm3 } from '../crypto/index.ts'

/** Longest input, in characters of JSON, that the audit keeps whole; of a longer one it keeps the digest. */
const KEPT_WHOLE = 4000

/**
 * The input as the audit may keep it. A schema marks what must not be kept with `personal: true` (identity
 * numbers, passwords, keys): such a value is replaced by its kind.
 */
export function redacted(schema: TSchema, input: unknown): { input?: unknown; digest: string } {
  const text = JSON.stringify(input) ?? 'null'
  const digest = `sm3:${sm3(text)}`
  if (text.length > KEPT_WHOLE) return { digest: holdsPersonal(schema) ? 'withheld' : digest }
  if (!holdsPersonal(schema)) return { input, digest }
  // A digest of a short secret could be guessed, so none is kept.
  return { input: strip(schema, input), digest: 'withheld' }
}

interface Shape {
  personal?: boolean
  properties?: Record<string, TSchema>
  items?: TSchema
  anyOf?: TSchema[]
}

const known = new WeakMap<TSchema, boolean>()

function holdsPersonal(schema: TSchema): boolean {
  const before = known.get(schema)
  if (before !== undefined) return before
  const shape = schema as Shape
  const inside = [
    ...Object.values(shape.properties ?? {}),
    ...(shape.items ? [shape.items] : []),
    ...(shape.anyOf ?? []),
  ]
  const answer = shape.personal === true || inside.some(holdsPersonal)
  known.set(schema, answer)
  return answer
}

function strip(schema: TSchema, value: unknown): unknown {
  const shape = schema as Shape
  if (value === undefined || value === null) return value
  if (shape.personal) return '(withheld)'
  if (shape.items && Array.isArray(value)) return value.map(each => strip(shape.items as TSchema, each))
  if (shape.properties && typeof value === 'object') {
    const properties = shape.properties
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        properties[name] ? strip(properties[name], each) : each,
      ]),
    )
  }
  if (shape.anyOf?.some(holdsPersonal)) return '(withheld)'
  return value
}
