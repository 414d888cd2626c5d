/** The part of an address after `?`, as pages keep their state in it: plain texts, nothing hidden in JSON. */
export type Given = Record<string, unknown>

export function parseSearch(text: string): Given {
  return Object.fromEntries(new URLSearchParams(text))
}

/** A text field of the address; empty counts as absent. */
export function word(given: Given, key: string): string | undefined {
  const value = given[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A field that takes only these values; anything else counts as absent. */
export function among<T extends string>(given: Given, key: string, values: readonly T[]): T | undefined {
  return values.find(value => value === given[key])
}

/** An ISO day; anything else counts as absent. */
export function day(given: Given, key: string): string | undefined {
  const value = word(given, key)
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined
}

/** The order that a list stands in: one of these, or with `-` the greatest first; else absent. */
export function order<K extends string>(given: Given, keys: readonly K[]): K | `-${K}` | undefined {
  const isDown = String(given.sort).startsWith('-')
  const key = keys.find(each => given.sort === (isDown ? `-${each}` : each))
  return key === undefined ? undefined : isDown ? `-${key}` : key
}

interface LetterSearch {
  q?: string
  unit?: string
  section?: string
  state?: 'none' | 'part' | 'whole'
}

export const letterSearch = (given: Given): LetterSearch => ({
  q: word(given, 'q'),
  unit: word(given, 'unit'),
  section: word(given, 'section'),
  state: among(given, 'state', ['none', 'part', 'whole']),
})

/** What the orders of a plan may be put in the order of. */
export const orderSorts = ['orderNo', 'value', 'taxes', 'refund', 'netCost'] as const

interface PlanSearch {
  /** Absent: the orders. */
  tab?: 'containers' | 'fix'
  q?: string
  mode?: string
  shipment?: string
  sort?: (typeof orderSorts)[number] | `-${(typeof orderSorts)[number]}`
  /** The order that is open, and its mode that is open. */
  order?: string
  open?: string
  panel?: 'what-if' | 'submit'
  /** The refusal whose order is being put right, by its position. */
  fix?: string
}

export const planSearch = (given: Given): PlanSearch => ({
  tab: among(given, 'tab', ['containers', 'fix']),
  q: word(given, 'q'),
  mode: word(given, 'mode'),
  shipment: word(given, 'shipment'),
  sort: order(given, orderSorts),
  order: word(given, 'order'),
  open: word(given, 'open'),
  panel: among(given, 'panel', ['what-if', 'submit']),
  fix: word(given, 'fix'),
})

const planSorts = ['created', 'name', 'orders', 'taxes', 'netCost'] as const

/** What the address of the list of plans holds. */
export interface PlansSearch {
  q?: string
  from?: string
  to?: string
  /** Plans with orders of this mode; `none`: of no mode. */
  mode?: string
  sort?: (typeof planSorts)[number] | `-${(typeof planSorts)[number]}`
}

export const plansSearch = (given: Given): PlansSearch => ({
  q: word(given, 'q'),
  from: day(given, 'from'),
  to: day(given, 'to'),
  mode: word(given, 'mode'),
  sort: order(given, planSorts),
})

/** Where to go after signing in. */
export const signInSearch = (given: Given): { to?: string; refused?: string } => ({
  to: word(given, 'to'),
  // Code of what an identity provider's sign-in was refused for.
  refused: word(given, 'refused'),
})

/** The token of a one-time link. */
export const welcomeSearch = (given: Given): { token?: string } => ({ token: word(given, 'token') })

export const wordsSearch = (given: Given): { q?: string } => ({ q: word(given, 'q') })
