import { closed } from '@tongqu/kernel/command'
import { Type } from 'typebox'

/* What somebody who is not signed in sees of a consignment: schemas only. Nothing personal. */

const Text = Type.Object({ zh: Type.String(), en: Type.String() })
const Time = Type.String({ format: 'date-time' })

export const Find = closed({
  number: Type.String({
    minLength: 2,
    maxLength: 60,
    description: 'number of the waybill, the bill of lading, the list or the customs declaration',
  }),
  /** What only the parties know: see `proof.ts`. */
  proof: Type.String({
    minLength: 2,
    maxLength: 60,
    personal: true,
    description: 'order number, contract number, or the last four digits of the buyer’s telephone',
  }),
})

export const Found = Type.Object({
  /** none: there is none, or the second fact is another one: which of the two nobody is told. wait: too many tries. */
  answer: Type.Union([Type.Literal('found'), Type.Literal('none'), Type.Literal('wait')]),
  /** Seconds. */
  wait: Type.Optional(Type.Integer()),
  consignments: Type.Optional(
    Type.Array(
      Type.Object({
        direction: Type.String(),
        mode: Type.String(),
        state: Type.String(),
        stateAt: Time,
        /** The customs’ number of the list or declaration, but for its last six characters hidden. */
        listNo: Type.Optional(Type.String()),
        /** The last first. */
        steps: Type.Array(Type.Object({ at: Time, title: Text, text: Type.Optional(Text) })),
      }),
    ),
  ),
})
