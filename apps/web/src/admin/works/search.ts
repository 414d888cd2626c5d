import { among, day, type Given, word } from '../../search.ts'

/* What the addresses of the works' pages hold after `?`. */

export interface AuditSearch {
  q?: string
  who?: string
  record?: string
  outcome?: 'done' | 'refused'
  call?: string
  from?: string
  to?: string
}

export const auditSearch = (given: Given): AuditSearch => ({
  q: word(given, 'q'),
  who: word(given, 'who'),
  record: word(given, 'record'),
  outcome: among(given, 'outcome', ['done', 'refused']),
  call: word(given, 'call'),
  from: day(given, 'from'),
  to: day(given, 'to'),
})

export interface JobsSearch {
  state?: 'waiting' | 'running' | 'failed'
  name?: string
}

export const jobsSearch = (given: Given): JobsSearch => ({
  state: among(given, 'state', ['waiting', 'running', 'failed']),
  name: word(given, 'name'),
})

export interface PacksSearch {
  pack?: string
  /** Runs that applied the versions that are compared; `from` absent: the one before. */
  to?: string
  from?: string
}

export const packsSearch = (given: Given): PacksSearch => ({
  pack: word(given, 'pack'),
  to: word(given, 'to'),
  from: word(given, 'from'),
})
