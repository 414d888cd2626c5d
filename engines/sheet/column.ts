const names: string[] = []

/** Letters of a 0-based column: 0 is A, 25 Z, 26 AA. */
export function columnName(index: number): string {
  const known = names[index]
  if (known !== undefined) return known
  let name = ''
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  if (index < 16_384) names[index] = name
  return name
}

/** A cell reference ("AB12") as 0-based column and 1-based row; undefined if it is none. */
export function parseReference(reference: string): { column: number; row: number } | undefined {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + (code - 64)
  }
  if (at === 0 || at > 3 || at === reference.length) return undefined
  let row = 0
  for (; at < reference.length; at++) {
    const digit = reference.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return undefined
    row = row * 10 + digit
  }
  if (column > 16_384 || row < 1 || row > 1_048_576) return undefined
  return { column: column - 1, row }
}
