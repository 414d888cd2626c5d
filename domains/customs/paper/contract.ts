import { closed, Id } from '@tongqu/kernel/command'
import { Issued } from '@tongqu/kernel/paper'
import { Type } from 'typebox'

/* What callers see of printed papers: schemas only. */

const Text = Type.Object({ zh: Type.String(), en: Type.String() })

const Kind = Type.Union([
  Type.Literal('contract'),
  Type.Literal('invoice'),
  Type.Literal('packing_list'),
  Type.Literal('declaration'),
  Type.Literal('list'),
])

/** A declaration, or an order of a plan. */
const Subject = {
  declaration: Type.Optional(
    Type.String({ minLength: 1, maxLength: 60, description: 'id, or number: D26112300000001' }),
  ),
  plan: Type.Optional(
    Type.String({ minLength: 1, maxLength: 60, description: 'id, or number: P-20261123-0001' }),
  ),
  /** With a plan; or of a declaration that is about several orders. */
  orderNo: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
}

export const OfSubject = closed(Subject)

export const Print = closed({
  ...Subject,
  kind: Kind,
  /** Absent: both for commercial papers, zh for what the customs are told. */
  language: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en'), Type.Literal('both')])),
})

/** What the customs are told: no other paper holds an identity number. */
export const PrintFull = closed({
  declaration: Type.String({ minLength: 1, maxLength: 60 }),
  kind: Type.Union([Type.Literal('declaration'), Type.Literal('list')]),
  language: Print.properties.language,
})

/** The paper, and what it lacks. */
export const Printed = Issued

export const Offered = Type.Object({
  /** What can be printed of it. */
  offered: Type.Array(
    Type.Object({
      kind: Type.String(),
      title: Text,
      /** It holds identity numbers, which are withheld unless it is printed in full. */
      isPersonal: Type.Boolean(),
    }),
  ),
  /** What was printed, the last first. */
  papers: Type.Array(Issued),
})

export const OfPaper = closed({ id: Id })
export const Withdraw = closed({ id: Id, reason: Type.String({ minLength: 2, maxLength: 200 }) })
