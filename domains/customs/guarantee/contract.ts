import { closed, Id, Instant } from '@tongqu/kernel/command'
import { Type } from 'typebox'

/** What callers see of guarantees: schemas only. Money is CNY, decimals as text. */

const Money = Type.String({ pattern: '^\\d{1,14}(\\.\\d{1,2})?$', description: 'CNY' })
const MoneyShown = Type.String({ pattern: '^-?\\d{1,17}\\.\\d{2}$' })
const Day = Type.String({ format: 'legal-day', description: 'ISO day, Asia/Shanghai' })
const Party = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'party by id, name or credit code; absent: one’s own',
  }),
)
export const Reason = Type.String({ minLength: 2, maxLength: 300 })

export const RegisterGuarantee = closed({
  party: Party,
  /** The guaranteeing firm as lists name it (assureCode). */
  code: Type.String({ pattern: '^[0-9A-Z]{9,18}$' }),
  name: Type.String({ minLength: 1, maxLength: 100 }),
  /** Customs office where the lists are declared. */
  office: Type.String({ pattern: '^[0-9A-Z]{4}$' }),
  number: Type.String({ minLength: 1, maxLength: 60 }),
  amount: Money,
  from: Day,
  to: Day,
})

export const ChangeGuarantee = closed({
  id: Id,
  /** The whole amount from now on, more or less than before. */
  amount: Type.Optional(Money),
  /** Its last day from now on. */
  to: Type.Optional(Day),
  reason: Reason,
})

export const Guarantee = closed({
  id: Id,
  party: Id,
  code: Type.String(),
  name: Type.String(),
  office: Type.String(),
  number: Type.String(),
  from: Type.String(),
  to: Type.String(),
  amount: MoneyShown,
  /** What lists may still draw on it. */
  left: MoneyShown,
  /** Taxes of lists under way and of bills not summed up yet. */
  held: MoneyShown,
  /** Called upon by payment orders that are not paid. */
  due: MoneyShown,
  isValid: Type.Boolean(),
  /** Lists that wait until there is more of it. */
  waiting: Type.Integer(),
})

export const ListGuarantees = closed({
  after: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export const GuaranteeList = closed({ guarantees: Type.Array(Guarantee), next: Type.Optional(Id) })

export const ReadGuarantee = closed({ id: Id })
export const GuaranteeRead = closed({ ...Guarantee.properties, admitted: Type.Array(Id) })
export const AdmitTo = closed({
  id: Id,
  party: Type.String({ minLength: 1, maxLength: 200, description: 'party by id, name or credit code' }),
})
export const Admitted = closed({ id: Id, party: Id })

/** A statement: from when, as at when, as known at which position. */
export const AskMoves = {
  from: Type.Optional(Instant),
  asAt: Type.Optional(Instant),
  knownAt: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
}
export const Move = closed({
  transfer: Id,
  at: Type.String(),
  /** transfer, hold, post, void. */
  kind: Type.String(),
  what: closed({ zh: Type.String(), en: Type.String() }),
  /** What it added to the account, or took off it; of a hold what it sets aside. */
  change: Type.String(),
  left: Type.String(),
  held: Type.String(),
  /** The declaration that it is of, by number, and its list by the customs' number. */
  declaration: Type.Optional(Type.String()),
  listNo: Type.Optional(Type.String()),
  line: Type.Optional(Type.Integer()),
})
export const GuaranteeStatement = closed({ id: Id, ...AskMoves })
export const Moves = closed({
  id: Id,
  opening: Type.String(),
  closing: Type.String(),
  moves: Type.Array(Move),
  knownAt: Type.Integer(),
  more: Type.Boolean(),
})
