import { Type } from 'typebox'
import { closed } from '../command/index.ts'

/* What callers see of printed papers: schemas only. */

const Text = Type.Object({ zh: Type.String(), en: Type.String() })
const Time = Type.String({ format: 'date-time' })

const Standing = Type.Union([
  Type.Literal('current'),
  Type.Literal('superseded'),
  Type.Literal('cancelled'),
  Type.Literal('withdrawn'),
])

export const Check = closed({
  code: Type.String({ minLength: 1, maxLength: 60, description: 'as printed: XXXX-XXXX-XXXX' }),
})

const Common = {
  code: Type.String(),
  title: Text,
  number: Type.String(),
  /** Legal day of the paper. */
  day: Type.String(),
  issuer: Text,
  issuedAt: Time,
  sm3: Type.String(),
  sha256: Type.String(),
  bytes: Type.Integer(),
  pages: Type.Integer(),
  /** current, superseded (it says something else by now, or a newer one was printed), cancelled, withdrawn. */
  standing: Standing,
  endedAt: Type.Optional(Time),
  reason: Type.Optional(Type.String()),
}

/** What anybody who has the code may know. */
export const Checked = Type.Object({
  /** mistyped: no code is so written; unknown: it was not issued here. */
  answer: Type.Union([Type.Literal('found'), Type.Literal('unknown'), Type.Literal('mistyped')]),
  paper: Type.Optional(
    Type.Object({
      ...Common,
      facts: Type.Array(Type.Object({ title: Text, value: Type.Union([Type.String(), Text]) })),
    }),
  ),
})

export const Issued = Type.Object({
  ...Common,
  id: Type.String(),
  kind: Type.String(),
  language: Type.String(),
  /** With identity numbers in full. */
  isFull: Type.Boolean(),
  name: Type.String(),
  /** Where anybody checks it. */
  address: Type.String(),
  /** What the record lacked. */
  missing: Type.Array(Text),
})
