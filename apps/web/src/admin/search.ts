import { among, type Given, word } from '../search.ts'

/* What the addresses of the desk of administration hold after `?`. */

export const accountStates = ['active', 'invited', 'disabled'] as const
const accountSorts = [
  'login',
  '-login',
  'name',
  '-name',
  'created',
  '-created',
  'signedIn',
  '-signedIn',
] as const

export interface AccountsSearch {
  q?: string
  state?: (typeof accountStates)[number]
  factor?: 'with' | 'without'
  role?: string
  sort?: (typeof accountSorts)[number]
}

export const accountsSearch = (given: Given): AccountsSearch => ({
  q: word(given, 'q'),
  state: among(given, 'state', accountStates),
  factor: among(given, 'factor', ['with', 'without']),
  role: word(given, 'role'),
  sort: among(given, 'sort', accountSorts),
})

const partySorts = ['created', '-created', 'name', '-name'] as const

export interface PartiesSearch {
  q?: string
  kind?: string
  state?: 'open' | 'closed'
  sort?: (typeof partySorts)[number]
}

export const partiesSearch = (given: Given): PartiesSearch => ({
  q: word(given, 'q'),
  kind: word(given, 'kind'),
  state: among(given, 'state', ['open', 'closed']),
  sort: among(given, 'sort', partySorts),
})

export const keyStates = ['valid', 'expired', 'revoked'] as const

export interface KeysSearch {
  q?: string
  state?: (typeof keyStates)[number]
  party?: string
}

export const keysSearch = (given: Given): KeysSearch => ({
  q: word(given, 'q'),
  state: among(given, 'state', keyStates),
  party: word(given, 'party'),
})

/** The matrix of roles: words that narrow it. */
export const matrixSearch = (given: Given): { q?: string } => ({ q: word(given, 'q') })

/** Two roles held against each other. */
export const compareSearch = (given: Given): { a?: string; b?: string } => ({
  a: word(given, 'a'),
  b: word(given, 'b'),
})
