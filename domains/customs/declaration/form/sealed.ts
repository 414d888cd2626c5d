/* Identity numbers in a record that is kept: their keyed hash, with a mark. The number is put in when it is sent. */

const MARK = 'sealed:'

/** A keyed hash as it stands in a kept record. */
export const sealed = (hash: string | undefined): string | undefined =>
  hash === undefined ? undefined : MARK + hash

/** The hashes in a record. */
export function hashesIn(content: unknown): string[] {
  if (typeof content === 'string') return content.startsWith(MARK) ? [content.slice(MARK.length)] : []
  if (typeof content !== 'object' || content === null) return []
  return Object.values(content).flatMap(hashesIn)
}

/** The record with each hash replaced; undefined where a number was erased. */
export function opened<T>(content: T, numberOf: (hash: string) => string | undefined): T | undefined {
  let isWhole = true
  const open = (value: unknown): unknown => {
    if (typeof value === 'string' && value.startsWith(MARK)) {
      const number = numberOf(value.slice(MARK.length))
      if (number === undefined) isWhole = false
      return number
    }
    if (Array.isArray(value)) return value.map(open)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, open(each)]))
    return value
  }
  const made = open(content) as T
  return isWhole ? made : undefined
}
