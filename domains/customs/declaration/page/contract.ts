import { closed, Id } from '@tongqu/kernel/command'
import { Type } from 'typebox'

/* What a page about declarations asks beside the declaration itself: schemas only. */

const Text = Type.Object({ zh: Type.String(), en: Type.String() })
const Time = Type.String({ format: 'date-time' })

/** A field of the order book that can be given for an order that is to be declared. */
export const GivenField = Type.Object({
  /** Its name in the order book, as `customs.declaration.amend` takes it. */
  name: Type.String(),
  title: Text,
  note: Text,
  kind: Type.String({
    description: 'text, identifier, decimal, integer, day, yesNo, choice, unit, country …',
  }),
  choices: Type.Array(Type.Object({ value: Type.String(), ...Text.properties })),
  example: Type.String(),
  /** As it stands now; of an identity number only that there is one. */
  value: Type.Optional(Type.String()),
  isSealed: Type.Boolean(),
  /** Given after the book was planned. */
  isGiven: Type.Boolean(),
})

export const OfFields = closed({
  id: Type.String({ minLength: 1, maxLength: 60, description: 'id, or number: D26112300000001' }),
  /** Of a declaration of several orders: one of them; absent: what is common to all. */
  order: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
})

export const GivenFields = Type.Object({
  order: Type.Array(GivenField),
  lines: Type.Array(
    Type.Object({
      line: Type.Integer(),
      name: Type.String(),
      hsCode: Type.String(),
      qty: Type.String(),
      unit: Type.String(),
      fields: Type.Array(GivenField),
    }),
  ),
})

const Cell = Type.Object({
  message: Type.String(),
  element: Type.String(),
  /** Absent: it is about a person, or another sends this message. */
  value: Type.Optional(Type.String()),
  isThere: Type.Boolean(),
})
/** Order, payment, waybill and list beside each other (三单比对). */
export const Matched = Type.Object({
  messages: Type.Array(Type.Object({ kind: Type.String(), title: Text })),
  rows: Type.Array(
    Type.Object({
      title: Text,
      line: Type.Optional(Type.Integer()),
      /** One of each message, in their order; null: this message does not say it. */
      cells: Type.Array(Type.Union([Cell, Type.Null()])),
      agrees: Type.Boolean(),
      isPersonal: Type.Boolean(),
    }),
  ),
})

export const OfOrders = closed({
  plan: Type.String({ minLength: 1, maxLength: 60 }),
  orders: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 500 }),
})
export const OrdersDeclared = Type.Object({
  declarations: Type.Array(
    Type.Object({ orderNo: Type.String(), id: Type.String(), number: Type.String(), state: Type.String() }),
  ),
})

export const OfMessage = closed({ id: Id })
export const MessageRead = Type.Object({
  id: Type.String(),
  direction: Type.String({ description: 'out, in' }),
  kind: Type.String(),
  title: Text,
  /** Sender’s number of the message. */
  name: Type.String(),
  sm3: Type.String(),
  bytes: Type.Integer(),
  records: Type.Integer(),
  state: Type.String(),
  createdAt: Time,
  doneAt: Type.Optional(Time),
  tries: Type.Integer(),
  failure: Type.Optional(Text),
  /** What stands on the envelope; absent: there is none, or it cannot be read. */
  envelope: Type.Optional(
    Type.Object({
      sender: Type.String(),
      receivers: Type.Array(Type.String()),
      created: Type.String(),
    }),
  ),
  signature: Type.Optional(
    Type.Object({
      algorithm: Type.String(),
      digest: Type.String(),
      serial: Type.Optional(Type.String()),
      /** Of a message that went out: whether the value is right under the key of this installation. */
      isValid: Type.Optional(Type.Boolean()),
      fault: Type.Optional(Text),
    }),
  ),
  /** The message within the envelope. */
  xml: Type.String(),
  /** Identity numbers are hidden. */
  isMasked: Type.Boolean(),
  /** Only its beginning is shown. */
  isCut: Type.Boolean(),
})
