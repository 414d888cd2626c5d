import type { Kind } from '../schema/kind.ts'

/** How a kind's text stands in JSON; what is not named stands as a string. */
export type JsonForm = 'string' | 'number' | 'string-or-number'

const forms = new WeakMap<Kind, JsonForm>()

/** The same kind, standing as a number, or read as either and written as a string. */
export function inJson(kind: Kind, form: Exclude<JsonForm, 'string'>): Kind {
  const own = { ...kind }
  forms.set(own, form)
  return own
}

export const formOf = (kind: Kind): JsonForm => forms.get(kind) ?? 'string'
