import { closed, Id } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { forParty } from '../../declaration/for-party.ts'

/** What callers give for a bonded list (核注清单): schemas only. What the book knows of its lines is taken from there. */

const Decimal = Type.String({ pattern: '^\\d{1,14}(\\.\\d{1,5})?$' })
const Country = Type.String({ pattern: '^[0-9A-Z]{3}$' })
const Firm = closed({
  /** Customs code, ten characters, and unified credit code, eighteen. */
  code: Type.String({ pattern: '^[0-9A-Z]{10}$' }),
  creditCode: Type.String({ pattern: '^[0-9A-Z]{18}$' }),
  name: Type.String({ minLength: 1, maxLength: 255 }),
})

export const BondedLine = closed({
  /** Number of the line in the book (PutrecSeqno). */
  recordNo: Type.Integer({ minimum: 1 }),
  /** In the book's declared unit, and in its legal units. */
  qty: Decimal,
  legalQty: Decimal,
  secondQty: Type.Optional(Decimal),
  unitPrice: Decimal,
  total: Decimal,
  currency: Type.String({ pattern: '^[0-9A-Z]{3}$' }),
  /** Country of final destination. */
  destination: Country,
  /** Way of levying (征免方式). */
  levy: Type.String({ pattern: '^\\d$' }),
  grossWeight: Type.Optional(Decimal),
  netWeight: Type.Optional(Decimal),
  note: Type.Optional(Type.String({ maxLength: 300 })),
})

const fields = {
  /** Number of the book. */
  book: Type.String({ minLength: 1, maxLength: 64 }),
  /** Into the book or out of it. */
  direction: Type.Union([Type.Literal('in'), Type.Literal('out')]),
  /** Kind of list (清单类型); absent: an ordinary one. */
  kind: Type.Optional(Type.String({ pattern: '^\\d$' })),
  material: Type.Union([Type.Literal('I'), Type.Literal('E')], {
    description: 'I materials, E finished goods',
  }),
  /** Trade mode (监管方式) and way of transport. */
  mode: Type.String({ pattern: '^\\d{4}$' }),
  transport: Type.String({ pattern: '^[0-9A-Z]$' }),
  /** Customs of entry or exit, and in charge. */
  port: Type.String({ pattern: '^[0-9A-Z]{4}$' }),
  /** Country of departure or arrival. */
  country: Country,
  /** A customs declaration goes with it: 1 related, 2 corresponding; absent: none. */
  declaredAs: Type.Optional(Type.Union([Type.Literal('1'), Type.Literal('2')])),
  /** The declaring firm; absent: the book's. */
  declarer: Type.Optional(Firm),
  note: Type.Optional(Type.String({ maxLength: 1000 })),
  lines: Type.Array(BondedLine, { minItems: 1, maxItems: 500 }),
}

export const DeclareBonded = closed({ ...fields, party: forParty })
export const CorrectBonded = closed({ id: Type.String({ minLength: 1, maxLength: 60 }), ...fields })
/** What is kept of it: the list is made of this again when it is corrected. */
export const AskedBonded = closed(fields)
export const BondedDeclared = closed({ id: Id, number: Type.String(), isDraft: Type.Boolean() })
