import type { ValueFault } from '../fault.ts'
import type { Kind } from '../kind.ts'

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Octets in base64 (RFC 4648 §4), of up to `max` characters; white space between them is passed over. */
export function base64(max: number): Kind {
  return {
    format: 'base64',
    check(found): ValueFault | undefined {
      if (found.length > max)
        return { code: 'message.too_long', params: { found: found.length, expected: max } }
      return isBase64(found)
        ? undefined
        : { code: 'message.not_base64', params: { found: found.slice(0, 20) } }
    },
    sample(pick) {
      let made = ''
      for (let n = 4 * (1 + pick(20)); n > 0; n--) made += SIGNS[pick(SIGNS.length)]
      return made
    },
    wrong: [
      { text: 'A', code: 'message.not_base64' },
      { text: 'AA=A', code: 'message.not_base64' },
      { text: 'AA-A', code: 'message.not_base64' },
    ],
  }
}

function isBase64(text: string): boolean {
  const dense = /\s/.test(text) ? text.replace(/\s+/g, '') : text
  const body = dense.endsWith('==') ? dense.slice(0, -2) : dense.endsWith('=') ? dense.slice(0, -1) : dense
  return dense.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(body)
}
