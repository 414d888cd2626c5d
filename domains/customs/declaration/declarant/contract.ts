import { closed } from '@tongqu/kernel/command'
import { Type } from 'typebox'

/* What a party that declares is to the customs, and whom it works with: given once, used by every declaration. */

const Code = Type.String({ minLength: 2, maxLength: 50, pattern: '^[0-9A-Za-z]+$' })
const Name = Type.String({ minLength: 1, maxLength: 100 })
/** A firm as the customs knows it: customs registration or unified social credit code, and registered name. */
export const Firm = closed({ code: Code, name: Name })
/** A firm by the name that order books call it. */
const Named = closed({ book: Name, code: Code, name: Name })

/** Messages that one of the three parties of a retail sale sends. */
export const Sendable = Type.Union(
  ['CEB303', 'CEB311', 'CEB403', 'CEB411', 'CEB505', 'CEB511'].map(kind => Type.Literal(kind)),
)

export const Profile = closed({
  /** Number at the exchange platform: messages go out under it and receipts come in to it. */
  dxpId: Type.String({ minLength: 1, maxLength: 16, pattern: '^[0-9A-Z]+$' }),
  /** The firm that transmits. */
  transmitter: Firm,
  /** Customs office where it declares. */
  customsOffice: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{4}$' })),
  /** The declaring firm. */
  agent: Type.Optional(Firm),
  /** The e-commerce firm: seller of an import, consignor of an export. */
  seller: Type.Optional(Firm),
  /** The firm whose guarantee covers the taxes of retail imports. */
  guarantor: Type.Optional(Firm),
  /** The firm in the bonded zone, and its book. */
  zone: Type.Optional(closed({ code: Code, name: Name, book: Type.String({ minLength: 1, maxLength: 30 }) })),
  /** The payment firm. */
  payment: Type.Optional(Firm),
  platforms: Type.Optional(Type.Array(Named, { maxItems: 200 })),
  carriers: Type.Optional(Type.Array(Named, { maxItems: 200 })),
  /** Producing or selling units; the code NO where one is not registered with the customs. */
  producers: Type.Optional(Type.Array(Named, { maxItems: 1000 })),
  /** The messages on order, payment and waybill that this party sends itself; the others are sent by whom they are due. */
  sends: Type.Array(Sendable, { uniqueItems: true }),
})

export const DeclarantRead = closed({
  profile: Type.Union([Profile, Type.Null()]),
  changedAt: Type.Optional(Type.String({ format: 'date-time' })),
})
