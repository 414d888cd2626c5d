import { among, day, type Given, order, word } from '../search.ts'
import { declarationStates } from './words.ts'

export const whats = [
  'todo',
  'waiting',
  'late',
  'refused',
  'draft',
  'unknown',
  'contradicted',
  'released',
] as const
const sorts = ['number', 'state', 'mode', 'changed', 'waiting'] as const

/** What the address of the list holds after `?`. */
export interface DeclarationsSearch {
  q?: string
  what?: (typeof whats)[number]
  state?: (typeof declarationStates)[number]
  mode?: string
  form?: string
  direction?: 'export' | 'import'
  /** Two letters, or `none`: of several countries, or about no order. */
  country?: string
  plan?: string
  from?: string
  to?: string
  /** Absent: the newest first. */
  sort?: (typeof sorts)[number] | `-${(typeof sorts)[number]}`
}

export const declarationsSearch = (given: Given): DeclarationsSearch => ({
  q: word(given, 'q'),
  what: among(given, 'what', whats),
  state: among(given, 'state', declarationStates),
  mode: word(given, 'mode'),
  form: word(given, 'form'),
  direction: among(given, 'direction', ['export', 'import']),
  country: /^([A-Z]{2}|none)$/.test(word(given, 'country') ?? '') ? word(given, 'country') : undefined,
  plan: word(given, 'plan'),
  from: day(given, 'from'),
  to: day(given, 'to'),
  sort: order(given, sorts),
})

/** Which message is open on the page of a declaration. */
export const declarationSearch = (given: Given): { message?: string } => ({ message: word(given, 'message') })

/** What the pages of monthly summaries hold in their address. */
export interface SummariesSearch {
  /** As in 2026-11. */
  month?: string
}

export const summariesSearch = (given: Given): SummariesSearch => {
  const month = word(given, 'month')
  return { month: month && /^\d{4}-\d{2}$/.test(month) ? month : undefined }
}
