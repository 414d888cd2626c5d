/** A line of a comparison: kept, added or removed, with its number in the later (or, of a removed one, the earlier) text. */
export interface DiffLine {
  readonly sign: ' ' | '+' | '-'
  readonly number: number
  readonly text: string
}

/** A stretch of lines around what differs. */
export type Hunk = readonly DiffLine[]

export interface LineDiff {
  readonly hunks: readonly Hunk[]
  readonly added: number
  readonly removed: number
  /** The middle of the texts was too long to be compared line by line: it is told as replaced. */
  readonly isCoarse: boolean
}

/** Lines shown around a change. */
const AROUND = 2
/** Longest middles, in lines multiplied, that are compared line by line. */
const MOST_CELLS = 4_000_000

/** What differs between two texts, line by line. Pure. */
export function diffLines(before: string, after: string): LineDiff {
  const [old, now] = [linesOf(before), linesOf(after)]
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail))
    tail++
  const [a, b] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)]
  const isCoarse = a.length * b.length > MOST_CELLS
  const middle = isCoarse ? replaced(a, b) : aligned(a, b)
  const all = [
    ...now.slice(0, head).map(text => ({ sign: ' ' as const, text })),
    ...middle,
    ...now.slice(now.length - tail).map(text => ({ sign: ' ' as const, text })),
  ]
  return {
    hunks: hunksOf(numbered(all)),
    added: middle.filter(({ sign }) => sign === '+').length,
    removed: middle.filter(({ sign }) => sign === '-').length,
    isCoarse,
  }
}

type Signed = Pick<DiffLine, 'sign' | 'text'>

const linesOf = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))

const replaced = (a: readonly string[], b: readonly string[]): Signed[] => [
  ...a.map(text => ({ sign: '-' as const, text })),
  ...b.map(text => ({ sign: '+' as const, text })),
]

/** By the longest common subsequence: lengths of it from each pair of places on, then the walk along it. */
function aligned(a: readonly string[], b: readonly string[]): Signed[] {
  const width = b.length + 1
  const length = new Int32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] =
        a[i] === b[j]
          ? length[(i + 1) * width + j + 1]! + 1
          : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!)
  const lines: Signed[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ sign: ' ', text: a[i]! })
      i++
      j++
    } else if (j === b.length || (i < a.length && length[(i + 1) * width + j]! >= length[i * width + j + 1]!))
      lines.push({ sign: '-', text: a[i++]! })
    else lines.push({ sign: '+', text: b[j++]! })
  }
  return lines
}

function numbered(lines: readonly Signed[]): DiffLine[] {
  let [old, now] = [0, 0]
  return lines.map(({ sign, text }) => {
    if (sign !== '+') old++
    if (sign !== '-') now++
    return { sign, text, number: sign === '-' ? old : now }
  })
}

function hunksOf(lines: readonly DiffLine[]): Hunk[] {
  const hunks: DiffLine[][] = []
  let until = -1
  for (const [n, line] of lines.entries()) {
    if (line.sign === ' ') continue
    const from = Math.max(0, n - AROUND)
    if (from > until) hunks.push([])
    hunks.at(-1)!.push(...lines.slice(Math.max(from, until), n + AROUND + 1))
    until = Math.min(lines.length, n + AROUND + 1)
  }
  return hunks
}
