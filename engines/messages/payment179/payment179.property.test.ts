import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildJson, parseJson } from '../json/codec.ts'
import type { MessageSchema } from '../schema/message.ts'
import { valid } from '../schema/testing/arbitrary.ts'
import { mutations } from '../schema/testing/mutate.ts'
import {
  paymentData,
  paymentDataAnswer,
  paymentRequest,
  paymentRequestAnswer,
  unsignedPaymentData,
} from './schema.ts'

const day = { day: '2026-11-23' }
const schemas: readonly MessageSchema[] = [
  paymentRequest,
  paymentRequestAnswer,
  unsignedPaymentData,
  paymentData,
  paymentDataAnswer,
]

function textOf(schema: MessageSchema, value: unknown): string {
  const built = buildJson(schema, value as never, day)
  if ('faults' in built) throw new Error(JSON.stringify(built.faults.slice(0, 3)))
  return built.text
}

const codesOf = (outcome: object) =>
  'faults' in outcome ? (outcome.faults as readonly { code: string }[]).map(({ code }) => code) : []

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** What no member of these texts may be, in the place of each member. */
function* misshapen(json: Json): Generator<Json> {
  if (typeof json !== 'object' || json === null) {
    yield* [true, [], {}, [json], { value: json }]
    return
  }
  const entries = Object.entries(json)
  const put = (name: string, value: Json): Json =>
    Array.isArray(json) ? json.with(Number(name), value) : { ...json, [name]: value }
  for (const [name, value] of entries) for (const wrong of misshapen(value)) yield put(name, wrong)
  yield* Array.isArray(json) ? ['x', {}] : ['x', []]
}

describe.each(schemas.map(schema => [schema.name, schema] as const))('%s', (_, schema) => {
  test('written and read again is the same value, for any valid value', () => {
    fc.assert(
      fc.property(valid(schema), value => {
        const parsed = parseJson(schema, textOf(schema, value), day)
        expect('value' in parsed ? parsed.value : parsed.faults).toEqual(value)
      }),
      { numRuns: 50 },
    )
  })

  test('is not written with any single value made wrong', () => {
    fc.assert(
      fc.property(valid(schema), value => {
        for (const one of mutations(schema, value)) {
          const codes = codesOf(buildJson(schema, one.value as never, day))
          expect([one.name, codes]).toEqual([one.name, [one.code]])
        }
      }),
      { numRuns: 3 },
    )
  })

  test('is not read with any member of another shape', () => {
    fc.assert(
      fc.property(valid(schema), value => {
        const json = JSON.parse(textOf(schema, value)) as Json
        for (const wrong of misshapen(json)) {
          const text = JSON.stringify(wrong)
          expect([text, codesOf(parseJson(schema, text, day)).length > 0]).toEqual([text, true])
        }
      }),
      { numRuns: 3 },
    )
  })

  test('is not read when it is cut short anywhere', () => {
    fc.assert(
      fc.property(valid(schema), fc.nat(), (value, at) => {
        const text = textOf(schema, value)
        expect(codesOf(parseJson(schema, text.slice(0, at % text.length), day))).toEqual(['json.not_json'])
      }),
      { numRuns: 50 },
    )
  })
})
