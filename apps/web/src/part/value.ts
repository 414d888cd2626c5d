/** A rule's value for people: decimals as they are, lists by commas, maps as "key: value". */
export function shownValue(value: unknown): string {
  if (value === undefined || value === null) return '—'
  if (Array.isArray(value)) return value.map(shownValue).join(', ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${shownValue(part)}`)
      .join('; ')
  }
  return String(value)
}
