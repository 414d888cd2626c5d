/** A scalar or a list of scalars as text; a missing value as a dash. */
export function shownValue(value: unknown): string {
  if (value === undefined || value === null) return '—'
  if (Array.isArray(value)) return value.map(shownValue).join(', ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, part]) => `${key} ${shownValue(part)}`)
      .join(' · ')
  }
  return String(value)
}

/** Codes in their order: an object gives "1039" before "0110", for the one looks like a number. */
const inOrder = (value: object): [string, unknown][] =>
  Object.entries(value).sort(([a], [b]) => (/^\d/.test(a) && /^\d/.test(b) ? a.localeCompare(b) : 0))

/** A rule's value as lines for people: a map by its keys, a list of maps one to a line. */
export function valueLines(value: unknown): string[] {
  if (Array.isArray(value) && value.some(part => typeof part === 'object')) return value.map(shownValue)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return inOrder(value).flatMap(([key, part]) => {
      const [first = '', ...rest] = valueLines(part)
      return rest.length === 0
        ? [`${key}: ${first}`]
        : [`${key}:`, ...[first, ...rest].map(line => `  ${line}`)]
    })
  }
  return [shownValue(value)]
}
