import { closed, lastChange } from '@tongqu/kernel/command'
import { Type } from 'typebox'

/* What a party that declares is to the customs, and whom it works with: given once, used by every declaration. */

const Code = Type.String({ minLength: 2, maxLength: 50, pattern: '^[0-9A-Za-z]+$' })
const Name = Type.String({ minLength: 1, maxLength: 100 })
/** Unified social credit code: a customs declaration names each firm by it as well. */
const creditCode = Type.Optional(Type.String({ pattern: '^[0-9A-Z]{18}$' }))
/** A firm as the customs knows it: customs registration or unified social credit code, and registered name. */
export const Firm = closed({ code: Code, name: Name, creditCode })
/** A firm by the name that order books call it. */
const Named = closed({ book: Name, code: Code, name: Name, creditCode })

/** Who enters and declares customs declarations, as the single window knows them. */
const Window = closed({
  /** The firm that enters them: customs code, ten characters. */
  copCode: Type.String({ pattern: '^[0-9A-Z]{10}$' }),
  copName: Type.String({ minLength: 1, maxLength: 70 }),
  creditCode,
  /** The operator's card, and name. */
  icCode: Type.String({ minLength: 1, maxLength: 13, pattern: '^[0-9A-Z]+$' }),
  operator: Type.String({ minLength: 1, maxLength: 30 }),
  /** The person who declares. */
  declarer: Type.String({ minLength: 1, maxLength: 50 }),
  /** Number of the card's certificate. */
  certificate: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
  /** Way of declaring (报关标志) and kind of declaration (报关单类型). */
  ediId: Type.Union(['1', '3', '5', '6'].map(code => Type.Literal(code))),
  entryType: Type.Union(['0', 'L', 'W', 'D', 'M'].map(code => Type.Literal(code))),
})

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
  /** Stalls of the market, by the numbers that order books call them. */
  stalls: Type.Optional(Type.Array(Named, { maxItems: 5000 })),
  window: Type.Optional(Window),
  /** The messages on order, payment and waybill that this party sends itself; the others are sent by whom they are due. */
  sends: Type.Array(Sendable, { uniqueItems: true }),
})

export const DeclarantRead = closed({
  profile: Type.Union([Profile, Type.Null()]),
  ...lastChange,
})
