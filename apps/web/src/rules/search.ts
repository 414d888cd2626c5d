import { day, type Given, word } from '../search.ts'

interface RulesSearch {
  date?: string
  /** The day that it is compared with. */
  with?: string
  q?: string
}

export const rulesSearch = (given: Given): RulesSearch => ({
  date: day(given, 'date'),
  with: day(given, 'with'),
  q: word(given, 'q'),
})

/** A rule's name in an address and back: a dot would be taken for a file's ending. */
export const rulePath = (id: string): string => id.replaceAll('.', '~')
export const ruleOfPath = (path: string): string => path.replaceAll('~', '.')
