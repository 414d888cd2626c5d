/** A column of a table on a terminal. */
export interface Column {
  readonly title: string
  /** Places on the screen; a Chinese character takes two. */
  readonly width: number
  readonly right?: boolean
}

/** One row, each cell in its place; a cell that is too long pushes on rather than being cut. */
export function columns(spec: readonly Column[], cells: readonly string[]): string {
  return spec
    .map(({ width, right }, n) => {
      const text = cells[n] ?? ''
      const gap = ' '.repeat(Math.max(0, width - places(text)))
      return right ? gap + text : text + gap
    })
    .join('  ')
    .trimEnd()
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u

/** Places that a text takes on a terminal. */
export function places(text: string): number {
  let sum = 0
  for (const character of text) sum += wide.test(character) ? 2 : 1
  return sum
}
