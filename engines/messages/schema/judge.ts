import type { Condition } from './condition.ts'
import type { Faults } from './faults.ts'
import type { MessageSchema } from './message.ts'
import type { MessageOptions } from './options.ts'

interface Spot {
  readonly path: string
  readonly value: unknown
}

/** Tells what the conditions of the day find in a value whose shape is good. */
export function judgeConditions(
  schema: MessageSchema,
  value: unknown,
  { conditions = [], day }: MessageOptions,
  faults: Faults,
): void {
  for (const one of conditions) {
    if (one.message !== schema.name || day < one.from || (one.to !== undefined && day > one.to)) continue
    for (const record of spots({ path: schema.root, value }, one.record)) judgeRecord(one, record, faults)
  }
}

function judgeRecord(one: Condition, record: Spot, faults: Faults): void {
  for (const [path, values] of Object.entries(one.when)) {
    if (!spots(record, path).some(({ value }) => values.includes(value as string))) return
  }
  const params = { rule: one.id, source: one.source }
  for (const path of one.needs) {
    for (const spot of spots(record, path))
      if (isAbsent(spot.value)) faults.add('message.needed', () => spot.path, params)
  }
  for (const path of one.forbids) {
    for (const spot of spots(record, path))
      if (!isAbsent(spot.value)) faults.add('message.not_allowed', () => spot.path, params)
  }
  for (const [path, values] of Object.entries(one.allows)) {
    for (const { path: at, value } of spots(record, path))
      if (!isAbsent(value) && !values.includes(value as string))
        faults.add('message.not_allowed', () => at, {
          ...params,
          found: String(value),
          expected: values.join(' '),
        })
  }
}

const isAbsent = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0)

/** Everything that stands at a path under a spot; the last name is given even where nothing stands there. */
function spots(from: Spot, path: string): Spot[] {
  if (path === '') return [from]
  let at: Spot[] = [from]
  for (const name of path.split('.')) {
    at = at.flatMap(spot => {
      const next = (spot.value as Record<string, unknown> | undefined)?.[name]
      const under = `${spot.path}/${name}`
      if (!Array.isArray(next) || next.length === 0) return [{ path: under, value: next }]
      return next.map((value: unknown, i) => ({
        path: next.length > 1 ? `${under}[${i + 1}]` : under,
        value,
      }))
    })
  }
  return at
}
