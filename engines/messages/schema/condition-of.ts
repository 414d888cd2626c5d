import type { Condition } from './condition.ts'

/** A version of a dated parameter as the rules engine hands it out; only these fields are read. */
export interface ConditionVersion {
  readonly from: string
  readonly to?: string | undefined
  readonly source: string
  readonly value: unknown
}

/** Why a value is no condition. */
export interface ConditionProblem {
  readonly code: 'condition.not_a_map' | 'condition.unknown_key' | 'condition.missing' | 'condition.bad_value'
  readonly id: string
  readonly key: string
}

const KEYS = new Set(['message', 'record', 'when', 'needs', 'forbids', 'allows'])

/**
 * Reads a condition out of one version of a dated parameter, whose value is `{ message, record, when?, needs?,
 * forbids?, allows? }`: texts, lists of texts, and maps from paths to lists of texts. A misspelt key is a problem,
 * not a rule that never holds.
 */
export function conditionOf(id: string, version: ConditionVersion): Condition | ConditionProblem {
  const { value } = version
  if (!isMap(value)) return { code: 'condition.not_a_map', id, key: '' }
  const strange = Object.keys(value).find(key => !KEYS.has(key))
  if (strange !== undefined) return { code: 'condition.unknown_key', id, key: strange }
  for (const key of ['message', 'record'])
    if (typeof value[key] !== 'string') return { code: 'condition.missing', id, key }
  const { when = {}, needs = [], forbids = [], allows = {} } = value
  const bad = Object.entries({ needs, forbids }).find(([, list]) => !isTexts(list))
  const badMap = Object.entries({ when, allows }).find(([, map]) => !isTextLists(map))
  if (bad || badMap) return { code: 'condition.bad_value', id, key: (bad ?? badMap)![0] }
  return {
    id,
    message: value.message as string,
    record: value.record as string,
    when: when as Condition['when'],
    needs: needs as string[],
    forbids: forbids as string[],
    allows: allows as Condition['allows'],
    from: version.from,
    to: version.to,
    source: version.source,
  }
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(one => typeof one === 'string')

const isTextLists = (value: unknown): boolean => isMap(value) && Object.values(value).every(isTexts)
