import { type FaultCode, shown } from '../fault.ts'
import type { Kind } from '../kind.ts'
import type { Text } from '../text.ts'

/** One of a few values that the message itself fixes. */
export function choice<const C extends Readonly<Record<string, Text>>>(choices: C): Kind<keyof C & string> {
  const values = Object.keys(choices)
  const known = new Set(values)
  const expected = values.join(' ')
  return {
    format: `C..${Math.max(...values.map(one => one.length))}`,
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
 * A code of a table that the caller hands in, of up to `max` characters. Where the table is not there the code is
 * not judged by it, and the result says so (`unchecked`).
 */
export function code(table: string, max: number): Kind {
  return {
    format: `C..${max}`,
    table,
    check(found, { tables, day, unchecked }) {
      if (found.length > max)
        return { code: 'message.too_long', params: { found: found.length, expected: max } }
      const isThere = tables?.has(table, found, day)
      if (isThere === undefined) unchecked.add(table)
      return isThere === false
        ? { code: 'message.not_in_table', params: { found: shown(found), expected: table } }
        : undefined
    },
    sample(pick) {
      let made = ''
      for (let n = 1 + pick(max); n > 0; n--) made += pick(10)
      return made
    },
    wrong: [{ text: '9'.repeat(max + 1), code: 'message.too_long' as FaultCode }],
  }
}
