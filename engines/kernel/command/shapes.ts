import { type TProperties, Type } from 'typebox'

/** An object that takes these members and no others. */
export function closed<P extends TProperties>(properties: P) {
  return Type.Object(properties, { additionalProperties: false })
}

/** Input of a call that takes nothing. */
export const NoInput = closed({})

/** A record's id: a UUID in lower case. */
export const Id = Type.String({
  pattern: '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$',
  description: 'UUID, lower case',
})

/** A text for people in both languages. */
export const Bilingual = closed({
  zh: Type.String({ minLength: 1, maxLength: 200 }),
  en: Type.String({ minLength: 1, maxLength: 200 }),
})

/** An instant, ISO 8601 in UTC. */
export const Instant = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?Z$',
  description: 'ISO 8601, UTC',
})
