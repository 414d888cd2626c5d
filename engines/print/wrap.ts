/*
 * Breaking text into lines. Chinese breaks between any two characters but for marks that must not begin a line or end
 * one (GB/T 15834, JIS X 4051's kinsoku in short); Latin breaks at spaces, and within a word that is wider than a line.
 */

/** Must not begin a line. */
const NOT_FIRST = new Set('，。、；：？！）〕】》〉」』”’…—·％%!),.:;?]}')
/** Must not end a line. */
const NOT_LAST = new Set('（〔【《〈「『“‘([{￥＄')

/** Pieces between which a line may end. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let before = ''
  for (const char of text) {
    if (piece !== '' && mayBreak(before, char)) {
      pieces.push(piece)
      piece = ''
    }
    piece += char
    before = char
  }
  if (piece !== '') pieces.push(piece)
  return pieces
}

function mayBreak(before: string, next: string): boolean {
  if (NOT_FIRST.has(next) || NOT_LAST.has(before)) return false
  if (before === ' ') return next !== ' '
  return isWide(before) || isWide(next) ? next !== ' ' : false
}

/** Chinese characters and full-width marks. */
const isWide = (char: string): boolean =>
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u.test(char)

/**
 * Lines no wider than `width`.
 * @param widthOf width of one character in the same measure
 */
export function wrapped(text: string, width: number, widthOf: (char: string) => number): string[] {
  return text.split('\n').flatMap(line => wrappedLine(line, width, widthOf))
}

function wrappedLine(text: string, width: number, widthOf: (char: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const end = () => {
    lines.push(line.trimEnd())
    line = ''
    used = 0
  }
  for (const piece of piecesOf(text)) {
    const wide = widthIn(piece, widthOf)
    if (line !== '' && used + widthIn(piece.trimEnd(), widthOf) > width) end()
    if (wide <= width) {
      line += piece
      used += wide
      continue
    }
    for (const char of piece) {
      const own = widthOf(char)
      if (line !== '' && used + own > width) end()
      line += char
      used += own
    }
  }
  end()
  return lines
}

export function widthIn(text: string, widthOf: (char: string) => number): number {
  let width = 0
  for (const char of text) width += widthOf(char)
  return width
}
