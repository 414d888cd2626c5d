import { closed, Id, uploadFields } from '@tongqu/kernel/command'
import { Type } from 'typebox'

/* What callers see of papers attached to declarations: schemas only. */

const Text = Type.Object({ zh: Type.String(), en: Type.String() })
const Time = Type.String({ format: 'date-time' })
const Declaration = Type.String({
  minLength: 1,
  maxLength: 60,
  description: 'id, or number: D26112300000001',
})

export const Attach = closed({
  ...uploadFields,
  declaration: Declaration,
  kind: Type.String({
    minLength: 1,
    maxLength: 40,
    description:
      'contract, commercial_invoice, packing_list, eight digits of the table of attachments, cert_A …',
  }),
  /** The paper's own number; of a certificate it must be given. */
  number: Type.Optional(Type.String({ maxLength: 32, personal: true })),
})

export const OfDeclaration = closed({ declaration: Declaration })
export const Withdraw = closed({ id: Id, reason: Type.String({ minLength: 2, maxLength: 300 }) })

export const Attached = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  title: Text,
  number: Type.String(),
  sm3: Type.String(),
  bytes: Type.Integer(),
  type: Type.String(),
  name: Type.String(),
  attachedAt: Time,
  attachedBy: Type.Optional(Type.String()),
  withdrawnAt: Type.Optional(Time),
  withdrawnBy: Type.Optional(Type.String()),
  withdrawnReason: Type.Optional(Type.String()),
})

export const AttachedList = Type.Object({
  documents: Type.Array(Attached),
  /** Papers that the mode needs on the declaration's day. */
  needed: Type.Array(Type.Object({ kind: Type.String(), title: Text, isAttached: Type.Boolean() })),
})
