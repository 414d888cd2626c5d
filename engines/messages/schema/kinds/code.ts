import { type FaultCode, shown } from '../fault.ts'
import type { Kind } from '../kind.ts'
import type { Text } from '../text.ts'

/** Keys as text: `{ 1: … }` has the key '1'. */
type Names<C> = `${Extract<keyof C, string | number>}`

/** One of a few values that the message itself fixes. */
export function choice<const C extends Readonly<Record<string, Text>>>(choices: C): Kind<Names<C>> {
  const values = Object.keys(choices)
  const known = new Set(values)
  const expected = values.join(' ')
  const lengths = values.map(one => one.length)
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)]
  return {
    format: shortest === longest ? `C${longest}` : `C..${longest}`,
    choices,
    check: found =>
      known.has(found)
        ? undefined
        : { code: 'message.not_a_choice', params: { found: shown(found), expected } },
    sample: pick => values[pick(values.length)]!,
    wrong: [{ text: '?', code: 'message.not_a_choice' as FaultCode }],
  }
}

/**
 * A code of a table that the caller hands in, of `length` characters, or `min` to `length`. Where the table is not
 * there the code is not judged by it, and the result says so (`unchecked`).
 */
export function code(table: string, length: number, { min = length }: { readonly min?: number } = {}): Kind {
  const format = min === length ? `C${length}` : `C${min}..${length}`
  return {
    format,
    table,
    check(found, { tables, day, unchecked }) {
      if (found.length > length)
        return { code: 'message.too_long', params: { found: found.length, expected: length } }
      if (found.length < min)
        return { code: 'message.too_short', params: { found: found.length, expected: min } }
      const isThere = tables?.has(table, found, day)
      if (isThere === undefined) unchecked.add(table)
      return isThere === false
        ? { code: 'message.not_in_table', params: { found: shown(found), expected: table } }
        : undefined
    },
    sample: pick => Array.from({ length: min + pick(length - min + 1) }, () => pick(10)).join(''),
    wrong: [
      { text: '9'.repeat(length + 1), code: 'message.too_long' },
      ...(min > 1 ? [{ text: '9'.repeat(min - 1), code: 'message.too_short' as FaultCode }] : []),
    ],
  }
}
