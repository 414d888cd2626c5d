import type { ParameterEntry, ParameterSnapshot, ParameterValue } from '@tongqu/rules/parameters'
import { parseCents } from '../amount/cents.ts'
import { parseRate, type Rate } from '../amount/rate.ts'
import type { Rule, RuleUse } from './rule.ts'

/** A parameter whose value does not have the shape its rule needs; it is then treated as missing. */
export interface RulesetProblem {
  readonly code: 'ruleset.bad_value'
  readonly id: string
  readonly source: string
}

type Shape<T> = (value: ParameterValue | undefined) => T | undefined

/** Takes typed rules out of a snapshot. */
export class RuleReader {
  readonly problems: RulesetProblem[] = []
  readonly #snapshot: ParameterSnapshot

  constructor(snapshot: ParameterSnapshot) {
    this.#snapshot = snapshot
  }

  rule<T>(id: string, shape: Shape<T>): Rule<T> {
    const entry = this.#snapshot.get(id)
    if (entry === undefined) return { id, value: undefined, use: undefined }
    const value = shape(entry.value)
    if (value === undefined) this.problems.push({ code: 'ruleset.bad_value', id, source: entry.source })
    return { id, value, use: useOf(entry) }
  }

  /** Every parameter in force whose id begins so. */
  family<T>(prefix: string, shape: Shape<T>): Rule<T>[] {
    return this.#snapshot
      .ids()
      .filter(id => id.startsWith(prefix))
      .map(id => this.rule(id, shape))
  }
}

function useOf(entry: ParameterEntry): RuleUse {
  const { id, from, to, source, strength } = entry
  return Object.freeze({ id, from, ...(to === undefined ? {} : { to }), source, strength })
}

export const text: Shape<string> = value => (typeof value === 'string' ? value : undefined)

export const yes: Shape<boolean> = value => (value === 'yes' ? true : value === 'no' ? false : undefined)

/** CNY or USD with at most two decimals, as cents. */
export const cents: Shape<number> = value => (typeof value === 'string' ? parseCents(value) : undefined)

export const rate: Shape<Rate> = value => (typeof value === 'string' ? parseRate(value) : undefined)

export const count: Shape<number> = value =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : undefined

export const oneOf =
  <T extends string>(...allowed: readonly T[]): Shape<T> =>
  value =>
    allowed.find(one => one === value)

export const list =
  <T>(item: Shape<T>): Shape<readonly T[]> =>
  value => {
    if (!Array.isArray(value)) return undefined
    const items = value.map(item)
    return items.every(one => one !== undefined) ? (items as T[]) : undefined
  }

export const mapOf =
  <T>(item: Shape<T>): Shape<ReadonlyMap<string, T>> =>
  value => {
    const members = record(value)
    if (members === undefined) return undefined
    const map = new Map<string, T>()
    for (const [key, inner] of Object.entries(members)) {
      const taken = item(inner)
      if (taken === undefined) return undefined
      map.set(key, taken)
    }
    return map
  }

/** A map with named members, each of its own shape; all are needed, others are refused. */
export const shape =
  <T extends object>(members: { readonly [K in keyof T]: Shape<T[K]> }): Shape<T> =>
  value => {
    const found = record(value)
    if (found === undefined || Object.keys(found).some(key => !(key in members))) return undefined
    const taken: Partial<T> = {}
    for (const key of Object.keys(members) as (keyof T & string)[]) {
      const member = members[key](found[key])
      if (member === undefined) return undefined
      taken[key] = member
    }
    return taken as T
  }

function record(value: ParameterValue | undefined): Readonly<Record<string, ParameterValue>> | undefined {
  return typeof value === 'object' && !Array.isArray(value)
    ? (value as Readonly<Record<string, ParameterValue>>)
    : undefined
}
