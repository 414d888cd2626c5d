import { Type } from 'typebox'
import { isRefusal, type Refusal } from '../refusal/index.ts'
import { commandRefusals } from './refusals.ts'

/*
 * Lists in an order that the reader chooses, page by page. A page begins behind the last row of the page before it, by
 * that row's value and id (its key), so that a page costs the same at the end of a list as at its beginning and rows
 * that come or go in between move no other. Each order has an index that begins with its expression and ends with the id.
 */

/** What a list may be ordered by: `name`, or `-name` for the greatest first. */
export type Sort<K extends string> = K | `-${K}`

/** An expression that rows have a place by. */
export interface SortKey {
  /** SQL of a value that is never null, on the table's alias. */
  readonly sql: string
  readonly type: keyof typeof SHAPES
  /** A condition that takes out the rows that have no such value. */
  readonly only?: string
}

export interface SortKeys<K extends string> {
  readonly keys: Readonly<Record<K, SortKey>>
  /** Unique, behind every key: it tells rows with the same value apart. */
  readonly id: SortKey
  readonly usual: Sort<K>
}

/** One order of a list, from one place on. */
export interface Keyset {
  /** What to select beside the row: its value and its id, as `Keyed`. */
  readonly columns: string
  /** After `order by`. */
  readonly orderBy: string
  /** Conditions on the rows of the page. `value` takes a parameter and answers its name (`$3`). */
  conditions(value: (value: unknown) => string): string[]
  /** The key of the next page, told by a page's rows; undefined when they are the last. */
  next(rows: readonly Keyed[], limit: number): string | undefined
}

export interface Keyed {
  readonly sort_key: string
  readonly sort_id: string
}

/** What a value of each type looks like as PostgreSQL writes it. */
const SHAPES = {
  text: /^/,
  uuid: /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/,
  int: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  date: /^(\d{4}-\d\d-\d\d|-?infinity)$/,
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
} as const

/** Names in the order of their pinyin (the ICU root of Chinese), other scripts after them. */
export const byPinyin = (sql: string): SortKey => ({ sql: `(${sql} collate "zh-x-icu")`, type: 'text' })

/** The member `sort` of a list's input. */
export function sortOf<K extends string>(keys: readonly K[]) {
  const ways = keys.flatMap(key => [Type.Literal(key), Type.Literal(`-${key}`)])
  return Type.Optional(
    Type.Unsafe<Sort<K>>(Type.Union(ways, { description: 'the order; with “-” the greatest first' })),
  )
}

/** The member `after` of a list's input: the `next` of the page before. */
export const After = Type.Optional(
  Type.String({ maxLength: 700, description: 'the `next` of the page before' }),
)

/**
 * The part of a list that is asked for.
 * @returns `input.invalid` at `/after` when the key is none of this order
 */
export function keyset<K extends string>(
  { keys, id, usual }: SortKeys<K>,
  { sort = usual, after }: { readonly sort?: Sort<K> | undefined; readonly after?: string | undefined },
): Keyset | Refusal {
  const isDown = sort.startsWith('-')
  const key = keys[(isDown ? sort.slice(1) : sort) as K]
  const from = after === undefined ? undefined : placeOf(after, key, id)
  if (isRefusal(from)) return from
  const [sign, way] = isDown ? ['<', ' desc'] : ['>', '']
  const isId = key.sql === id.sql
  return {
    columns: `${key.sql}::text as sort_key, ${id.sql}::text as sort_id`,
    orderBy: isId ? `${id.sql}${way}` : `${key.sql}${way}, ${id.sql}${way}`,
    conditions(value) {
      const only = key.only === undefined ? [] : [key.only]
      if (!from) return only
      const last = `${value(from.id)}::${id.type}`
      if (isId) return [...only, `${id.sql} ${sign} ${last}`]
      return [...only, `(${key.sql}, ${id.sql}) ${sign} (${value(from.key)}::${key.type}, ${last})`]
    },
    next(rows, limit) {
      const last = rows.length === limit ? rows.at(-1) : undefined
      return last && (isId ? last.sort_id : `${last.sort_id} ${last.sort_key}`)
    },
  }
}

interface Place {
  readonly key: string
  readonly id: string
}

/** `id`, or `id value`: an id has no space. */
function placeOf(after: string, key: SortKey, id: SortKey): Place | Refusal {
  const at = after.indexOf(' ')
  const isId = key.sql === id.sql
  const place =
    isId || at < 0 ? { id: after, key: after } : { id: after.slice(0, at), key: after.slice(at + 1) }
  const fits = (isId || at >= 0) && SHAPES[id.type].test(place.id) && SHAPES[key.type].test(place.key)
  return fits
    ? place
    : commandRefusals.refuse('input.invalid', { found: 'no `next` of this order' }, '/after')
}
