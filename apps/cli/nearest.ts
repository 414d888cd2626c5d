/** Edits (insert, delete, replace) from one text to another. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    above = row
  }
  return above[b.length]!
}

/** The known text that is nearest to an unknown one; undefined where none is near enough to be a slip. */
export function nearest(unknown: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map(each => ({ each, edits: distance(unknown.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)
  return best && best.edits <= Math.max(2, Math.floor(best.each.length / 3)) ? best.each : undefined
}
