/* Identity numbers in a record that is kept: their keyed hash, with a mark. The number is put in when it is sent. */

const MARK = 'sealed:'
/** The same within a text. */
const WITHIN = /⟦sealed:([^⟧]*)⟧/g

/** A keyed hash as it stands in a kept record. */
export const sealed = (hash: string | undefined): string | undefined =>
  hash === undefined ? undefined : MARK + hash

/** A keyed hash as it stands within a longer text of a kept record. */
export const sealedWithin = (hash: string): string => `⟦${MARK}${hash}⟧`

/** The hashes in a record. */
export function hashesIn(content: unknown): string[] {
  if (typeof content === 'string') {
    if (content.startsWith(MARK)) return [content.slice(MARK.length)]
    return [...content.matchAll(WITHIN)].map(([, hash]) => hash!)
  }
  if (typeof content !== 'object' || content === null) return []
  return Object.values(content).flatMap(hashesIn)
}

/** The record with each hash replaced; undefined where a number was erased. */
export function opened<T>(content: T, numberOf: (hash: string) => string | undefined): T | undefined {
  let isWhole = true
  const number = (hash: string) => {
    const found = numberOf(hash)
    if (found === undefined) isWhole = false
    return found
  }
  const open = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (value.startsWith(MARK)) return number(value.slice(MARK.length))
      return value.includes('⟦') ? value.replace(WITHIN, (_, hash: string) => number(hash) ?? '') : value
    }
    if (Array.isArray(value)) return value.map(open)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, open(each)]))
    return value
  }
  const made = open(content) as T
  return isWhole ? made : undefined
}
