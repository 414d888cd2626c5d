import type { TSchema } from 'typebox'
import { sm3 } from '../crypto/index.ts'
import { withoutIdentityNumbers } from '../log/index.ts'

/** Longest input, in characters of JSON, that the audit keeps whole; of a longer one it keeps the digest. */
const KEPT_WHOLE = 4000

/**
 * The input as the audit may keep it. A schema marks what must not be kept with `personal: true` (identity
 * numbers, passwords, keys): such a value is withheld, and so is an identity number wherever it stands.
 */
export function redacted(schema: TSchema, input: unknown): { input?: unknown; digest?: string } {
  const text = JSON.stringify(input) ?? 'null'
  if (text.length > KEPT_WHOLE) return { digest: holdsPersonal(schema) ? 'withheld' : `sm3:${sm3(text)}` }
  const screened = withoutIdentityNumbers(text)
  if (!holdsPersonal(schema) && screened === text) return { input }
  // A digest of a short secret could be guessed, so none is kept.
  return { input: strip(schema, JSON.parse(screened)), digest: 'withheld' }
}

interface Shape {
  personal?: boolean
  properties?: Record<string, TSchema>
  items?: TSchema
  anyOf?: TSchema[]
  allOf?: TSchema[]
  patternProperties?: Record<string, TSchema>
}

const known = new WeakMap<TSchema, boolean>()

/** Whether a schema marks anything, however deep, as personal. */
export function holdsPersonal(schema: TSchema): boolean {
  const before = known.get(schema)
  if (before !== undefined) return before
  const shape = schema as Shape
  const inside = [
    ...Object.values(shape.properties ?? {}),
    ...Object.values(shape.patternProperties ?? {}),
    ...(shape.items ? [shape.items] : []),
    ...(shape.anyOf ?? []),
    ...(shape.allOf ?? []),
  ]
  const answer = shape.personal === true || inside.some(holdsPersonal)
  known.set(schema, answer)
  return answer
}

const WITHHELD = '(withheld)'

/**
 * The value without what its schema marks as personal. A value that does not have the schema's shape is
 * withheld whole: a secret may stand under a misspelt name.
 */
function strip(schema: TSchema, value: unknown): unknown {
  if (value === undefined || value === null || !holdsPersonal(schema)) return value
  const { items, properties } = schema as Shape
  if (items && Array.isArray(value)) return value.map(each => strip(items, each))
  if (!properties || typeof value !== 'object' || Array.isArray(value)) return WITHHELD
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      properties[name] ? strip(properties[name], each) : WITHHELD,
    ]),
  )
}

/** An answer as it may be stored: members that its schema marks as personal are left out. */
export function withoutPersonal(schema: TSchema, value: unknown): unknown {
  if (value === undefined || value === null || !holdsPersonal(schema)) return value
  const { items, properties } = schema as Shape
  if (items && Array.isArray(value)) return value.map(each => withoutPersonal(items, each))
  if (!properties || typeof value !== 'object') return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      const kept = properties[name] ? withoutPersonal(properties[name], each) : undefined
      return kept === undefined ? [] : [[name, kept]]
    }),
  )
}
