import type { Answer } from '../../remote/contracts.ts'

export type Faulty = Answer<'customs.plan.faulty'>
export type FixField = Faulty['fields'][number]
export type Fault = Faulty['faults'][number]

/** Cells that somebody typed anew, by `cellKey`. */
export type Typed = ReadonlyMap<string, string>

/** Names a cell of an order's form: the order's own, or a line's. */
export const cellKey = (line: number | undefined, column: string) => `${line ?? ''}/${column}`

/** What the command takes: the cells that were typed anew. */
export function cellsOf(typed: Typed): { line?: number; column: string; value: string }[] {
  return [...typed].map(([key, value]) => {
    const [line = '', column = ''] = key.split('/')
    return { ...(line === '' ? {} : { line: Number(line) }), column, value }
  })
}

/** The fields that a part of the form shows: those filled in, needed or wrong, or all of its level. */
export function fieldsShown(
  fields: readonly FixField[],
  level: FixField['level'],
  isShown: (field: FixField) => boolean,
  isAll: boolean,
): FixField[] {
  return fields.filter(field => field.level === level && (isAll || field.needed || isShown(field)))
}
