import type { Letter, LetterRow, RowState } from '../remote/contracts.ts'
import type { Language } from '../text/catalogue.ts'

export interface Wanted {
  readonly q?: string
  readonly unit?: string
  readonly section?: string
  readonly state?: RowState
}

export interface Chapter {
  readonly id: string
  readonly name: string
  /** The section it is a part of. */
  readonly within?: string
  readonly rows: readonly LetterRow[]
}

const isIn = (letter: Letter, section: string, wanted: string): boolean =>
  section === wanted || letter.sections.find(one => one.id === section)?.in === wanted

const mentions = (row: LetterRow, words: string, language: Language): boolean => {
  const texts = [String(row.row), row.title[language], row.figure?.[language] ?? '', row.does[language]]
  return texts.some(text => text.toLowerCase().includes(words))
}

/** The rows that meet every condition, in the letter's order. */
export function selectRows(letter: Letter, wanted: Wanted, language: Language): LetterRow[] {
  const words = wanted.q?.trim().toLowerCase()
  return letter.rows.filter(
    row =>
      (!wanted.unit || row.unit === wanted.unit) &&
      (!wanted.section || isIn(letter, row.section, wanted.section)) &&
      (!wanted.state || row.state === wanted.state) &&
      (!words || mentions(row, words, language)),
  )
}

/** Rows under their sections; a section whose parts have rows keeps its heading, an empty one goes. */
export function chaptersOf(letter: Letter, rows: readonly LetterRow[], language: Language): Chapter[] {
  const filled = new Set(rows.map(row => row.section))
  const parents = new Set(letter.sections.filter(one => filled.has(one.id)).map(one => one.in))
  return letter.sections
    .filter(one => filled.has(one.id) || parents.has(one.id))
    .map(one => ({
      id: one.id,
      name: one[language],
      within: one.in,
      rows: rows.filter(row => row.section === one.id),
    }))
}

/** Dates and ranges stay on one line: hyphens between digits become unbreakable ones. */
export function unbroken(text: string): string {
  return text.replace(/(?<=\d)-(?=\d)/g, '\u2011')
}
