import { closed } from '@tongqu/kernel/command'
import { Type } from 'typebox'

/** What callers see of deadlines: schemas only. */

const Text = Type.Object({ zh: Type.String(), en: Type.String() })
const Day = Type.String({ format: 'legal-day' })

/** The rule that a deadline rests on. */
export const Rule = Type.Object({
  id: Type.String(),
  /** First day of the version that holds. */
  from: Type.String(),
  source: Type.String(),
  /** official, secondary, weak or assumed. */
  strength: Type.String(),
  note: Type.Optional(Type.String()),
})

/** One deadline, of one declaration or of all that have the same. */
export const Deadline = Type.Object({
  /** export_summary, import_tax, return, export_return, refund.declare, refund.last_day, refund.settle. */
  what: Type.String(),
  title: Text,
  /** duty: late when it is not done; right: it lapses. */
  kind: Type.String(),
  opens: Type.Optional(Type.String()),
  /** Last day. */
  until: Type.String(),
  /** Whether that is a day of rest is not known yet: it may be later. */
  isProvisional: Type.Boolean(),
  /** coming: it cannot be done yet; due; late; lapsed; done. */
  state: Type.String(),
  /** Days from today to the last day; below zero: it is over. */
  daysLeft: Type.Integer(),
  rule: Rule,
})

export const List = closed({
  what: Type.Optional(
    Type.String({ maxLength: 40, description: 'export_summary, import_tax, refund.declare …' }),
  ),
  state: Type.Optional(Type.Union(['coming', 'due', 'late', 'lapsed'].map(state => Type.Literal(state)))),
  /** Last days up to so many days from today; absent: 45. */
  within: Type.Optional(Type.Integer({ minimum: 0, maximum: 1200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
})

export const Listed = Type.Object({
  /** The legal day that it is of. */
  today: Type.String(),
  deadlines: Type.Array(
    Type.Object({
      ...Deadline.properties,
      /** How many declarations have it. */
      declarations: Type.Integer(),
      /** How many parties they are of. */
      parties: Type.Integer(),
      /** Number of one of them. */
      example: Type.String(),
      /** What to do about it, and the call that does it. */
      todo: Type.Object({ text: Text, call: Type.Optional(Type.String()) }),
    }),
  ),
  /** There are more than were asked for. */
  isCut: Type.Boolean(),
})

export const State = closed({
  /** Declarations by id or number. */
  declarations: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
    minItems: 1,
    maxItems: 1000,
    uniqueItems: true,
  }),
  what: Type.String({
    maxLength: 40,
    description: 'tax_paid, refund_declared, refund_received, refund_settled',
  }),
  /** When it was done. */
  day: Day,
  note: Type.Optional(Type.String({ maxLength: 300 })),
})
export const Stated = Type.Object({ declarations: Type.Integer() })
