import { XmlRefused } from './refusal.ts'
import type { XmlPlace } from './tree.ts'

/** The text of a document in UTF-8, without its byte order mark. Throws `XmlRefused`. */
export function decodeUtf8(bytes: Uint8Array): string {
  const [a, b] = bytes
  const isWide = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0
  if (isWide) throw new XmlRefused('xml.encoding_unsupported', { found: 'UTF-16 / UTF-32', needed: 'UTF-8' })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new XmlRefused('xml.not_utf8', {}, placeOfEnd(goodStart(bytes)))
  }
}

/** The text before the first byte that is no UTF-8, found by halving. */
function goodStart(bytes: Uint8Array): string {
  let good = ''
  let from = 0
  let to = bytes.length
  while (from < to) {
    const middle = (from + to + 1) >> 1
    try {
      good = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      from = middle
    } catch {
      to = middle - 1
    }
  }
  return good
}

function placeOfEnd(text: string): XmlPlace {
  const lines = text.split(/\r\n|\r|\n/)
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 }
}
