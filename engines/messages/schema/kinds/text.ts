import { type FaultCode, shown } from '../fault.ts'
import type { Kind } from '../kind.ts'
import type { Text } from '../text.ts'

const ALPHABET = '跨境电商Tongqu0123456789-·（武汉）&<>"\' abcXYZ'

/** How many characters a person counts: a character outside the basic plane is one. */
function characters(text: string): number {
  let count = text.length
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit < 0xdc00) count--
  }
  return count
}

/** Any text of up to `max` characters: C..max in the counters' tables. */
export function text(max: number, { min = 1 }: { readonly min?: number } = {}): Kind {
  const format = min === max ? `C${max}` : `C..${max}`
  return {
    format,
    check(found) {
      // Units are never fewer than characters, so most texts need no counting.
      if (found.length > max && characters(found) > max)
        return { code: 'message.too_long', params: { found: characters(found), expected: max } }
      if (min > 1 && characters(found) < min)
        return { code: 'message.too_short', params: { found: characters(found), expected: min } }
      return undefined
    },
    sample(pick) {
      const length = min + pick(max - min + 1)
      let made = ''
      for (let i = 0; i < length; i++) made += ALPHABET[pick(ALPHABET.length)]
      return made
    },
    wrong: [
      { text: '长'.repeat(max + 1), code: 'message.too_long' as FaultCode },
      ...(min > 1 ? [{ text: '短', code: 'message.too_short' as FaultCode }] : []),
    ],
  }
}

/** A text that a pattern describes. `samples` are texts that fit it, `wrong` ones that do not. */
export function pattern(
  format: string,
  expression: RegExp,
  says: Text,
  samples: (pick: (n: number) => number) => string,
  wrong: readonly string[],
): Kind {
  return {
    format,
    says,
    check: found =>
      expression.test(found)
        ? undefined
        : { code: 'message.bad_format', params: { found: shown(found), expected: format } },
    sample: samples,
    wrong: wrong.map(one => ({ text: one, code: 'message.bad_format' as FaultCode })),
  }
}
