import { After, closed, sortOf } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { Coverage } from '../cover/contract.ts'
import { Deadline } from '../deadline/contract.ts'

/** What callers see of declarations: schemas only, shared by the routes, the command line and the web. */

const Text = Type.Object({ zh: Type.String(), en: Type.String() })
const Time = Type.String({ format: 'date-time' })
/** A declaration by its id or by the number that people name it by. */
const Name = Type.String({ minLength: 1, maxLength: 60, description: 'id, or number: D26112300000001' })
const OrderNo = Type.String({ minLength: 1, maxLength: 200 })

/** A plan by its id or by its number, with some of its orders or all. */
export const OfPlan = closed({
  plan: Type.String({ minLength: 1, maxLength: 60, description: 'id, or number: P-20261123-0001' }),
  orders: Type.Optional(Type.Array(OrderNo, { minItems: 1, maxItems: 1000, uniqueItems: true })),
})

/** What stands in the way of a declaration: something missing, wrong, or not agreeing. */
export const Obstacle = Type.Object({
  code: Type.String({ description: 'declaration.missing, match.differs, match.sum, message.*' }),
  message: Type.String(),
  element: Type.String(),
  /** What the element is called. */
  elementTitle: Type.Optional(Text),
  /** Of a declaration of several orders: the one that it is about. */
  order: Type.Optional(Type.String()),
  line: Type.Optional(Type.Integer()),
  /** Of what is missing: book, declarant, table or plan, and the field there. */
  where: Type.Optional(Type.String()),
  field: Type.Optional(Type.String()),
  /** What is to be given there is called. */
  title: Type.Optional(Text),
  text: Text,
})

export const Prepare = closed({
  ...OfPlan.properties,
  after: Type.Optional(Type.Integer({ minimum: -1 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 250 })),
})
export const Prepared = Type.Object({
  orders: Type.Array(
    Type.Object({
      orderNo: Type.String(),
      mode: Type.Optional(Type.String()),
      form: Type.Optional(Type.String()),
      /** ready; missing: something is to be given; unsupported: this mode’s messages are not there yet; no_mode; declared. */
      answer: Type.String(),
      /** Number of the draft that it has already: that is given what it misses, not submitted again. */
      draft: Type.Optional(Type.String()),
      messages: Type.Array(Type.String()),
      /** Messages that others send. */
      byOthers: Type.Array(Type.String()),
      /** Messages that follow later, and papers that are no messages. */
      later: Type.Array(Type.String()),
      papers: Type.Array(Type.String()),
      obstacles: Type.Array(Obstacle),
    }),
  ),
  next: Type.Optional(Type.Integer()),
})

export const Submitted = Type.Object({ plan: Type.String(), orders: Type.Integer() })

export const Declaration = Type.Object({
  id: Type.String(),
  number: Type.String(),
  partyId: Type.String(),
  /** Whose it is. */
  party: Type.Optional(Text),
  /** Absent: it is about no order of a plan, as a monthly summary is. */
  plan: Type.Optional(Type.String()),
  planId: Type.Optional(Type.String()),
  /** The order that it is about, where it is exactly one. */
  orderNo: Type.Optional(Type.String()),
  /** How many orders of its plan it is about. */
  orders: Type.Integer(),
  mode: Type.String(),
  form: Type.String(),
  direction: Type.String(),
  /** Destination or origin, two letters; absent: several, or none. */
  country: Type.Optional(Type.String()),
  /** CNY of its orders, at the rates that their plan was decided by, and their taxes as planned. */
  value: Type.Optional(Type.String()),
  taxes: Type.Optional(Type.String()),
  state: Type.String(),
  stateAt: Time,
  createdAt: Time,
  /** Number that the customs gave its list. */
  listNo: Type.Optional(Type.String()),
  waitingSince: Type.Optional(Time),
  /** The counter has been silent for longer than it should be. */
  isLate: Type.Boolean(),
  /** Released and rejected at once: a person asks the counter. */
  isContradicted: Type.Boolean(),
  /** What the counter said last. */
  said: Type.Optional(Type.String()),
  obstacles: Type.Integer(),
  /** What to do, where there is something to do. */
  todo: Type.Optional(Type.Object({ code: Type.String(), text: Text })),
})

/** What a list of declarations may be ordered by; of the silence of the counter only those that wait for it. */
const SORTS = ['number', 'state', 'mode', 'changed', 'waiting'] as const
export type DeclarationSort = (typeof SORTS)[number]

export const List = closed({
  plan: Type.Optional(Type.String({ maxLength: 60 })),
  /** waiting for the counter, late, refused, released or concluded, draft, contradicted, or a state. */
  what: Type.Optional(Type.String({ maxLength: 30 })),
  /** States, any of them. */
  states: Type.Optional(Type.Array(Type.String({ maxLength: 30 }), { minItems: 1, maxItems: 30 })),
  mode: Type.Optional(Type.String({ maxLength: 20 })),
  form: Type.Optional(Type.String({ maxLength: 40 })),
  direction: Type.Optional(Type.String({ maxLength: 10 })),
  /** Destination or origin; `none`: of several countries, or about no order. */
  country: Type.Optional(Type.String({ pattern: '^([A-Z]{2}|none)$' })),
  /** Legal days on which it was made, both included. */
  from: Type.Optional(Type.String({ format: 'legal-day' })),
  to: Type.Optional(Type.String({ format: 'legal-day' })),
  /** What a number of it begins with, its order’s or its list’s; where none begins so, what one holds. */
  search: Type.Optional(Type.String({ maxLength: 100 })),
  sort: sortOf(SORTS),
  after: After,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
})
export const Listed = Type.Object({
  declarations: Type.Array(Declaration),
  next: Type.Optional(Type.String()),
})

export const Status = closed({ plan: Type.Optional(Type.String({ maxLength: 60 })) })
export const StatusRead = Type.Object({
  /** Declarations by state. */
  states: Type.Array(Type.Object({ state: Type.String(), declarations: Type.Integer() })),
  waiting: Type.Integer(),
  late: Type.Integer(),
  contradicted: Type.Integer(),
  /** Receipts that could not be applied. */
  held: Type.Integer(),
  isGatewayOpen: Type.Boolean(),
})

export const OfDeclaration = closed({ id: Name })

export const Record = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  title: Text,
  role: Type.String(),
  key: Type.Array(Type.String()),
  state: Type.String(),
  attempt: Type.Integer(),
  said: Type.Optional(Type.String()),
  listNo: Type.Optional(Type.String()),
  sentAt: Type.Optional(Time),
  answeredAt: Type.Optional(Time),
  message: Type.Optional(Type.String()),
})
export const TimelineEntry = Type.Object({
  at: Time,
  /** made, sent, received, receipt, held. */
  what: Type.String(),
  kind: Type.String(),
  title: Text,
  status: Type.Optional(Type.String()),
  /** What the status means: a receipt’s, or why one is held. */
  text: Type.Optional(Text),
  /** The counter's own time stamp, yyyyMMddHHmmssSSS. */
  time: Type.Optional(Type.String()),
  info: Type.Optional(Type.String()),
  copies: Type.Optional(Type.Integer()),
  isLate: Type.Optional(Type.Boolean()),
  message: Type.Optional(Type.String()),
  sm3: Type.Optional(Type.String()),
  signature: Type.Optional(Type.Unknown()),
})
export const DeclarationRead = Type.Object({
  ...Declaration.properties,
  /** The orders that it is about. */
  orderNos: Type.Array(Type.String()),
  obstacleList: Type.Array(Obstacle),
  records: Type.Array(Record),
  timeline: Type.Array(TimelineEntry),
  /** The guarantee and the bonded book that it rests on. */
  coverage: Type.Array(Coverage),
  /** Duties first. */
  deadlines: Type.Array(Type.Object({ ...Deadline.properties, source: Type.String() })),
})

const Fields = Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 1000, personal: true }))
export const Amend = closed({
  id: Name,
  /** Of a declaration of several orders: the one that it is given for; absent: all of them. */
  order: Type.Optional(OrderNo),
  /** Fields of the order by their names in the order book. */
  fields: Type.Optional(Fields),
  /** Fields of lines, by number from 1. */
  lines: Type.Optional(Type.Record(Type.String({ pattern: '^[1-9]\\d{0,3}$' }), Fields)),
})
export const Reasoned = closed({ id: Name, reason: Type.String({ minLength: 2, maxLength: 500 }) })
export const Return = closed({
  ...Reasoned.properties,
  /** What goes back, by number of line; absent: everything. */
  lines: Type.Optional(
    Type.Array(
      closed({
        line: Type.Integer({ minimum: 1 }),
        qty: Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,5})?$' }),
      }),
      { minItems: 1, maxItems: 99 },
    ),
  ),
})

export const HeldReceipts = closed({
  after: Type.Optional(Type.String({ maxLength: 60 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export const HeldReceiptsRead = Type.Object({
  receipts: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.String(),
      key: Type.Array(Type.String()),
      status: Type.String(),
      time: Type.String(),
      info: Type.Optional(Type.String()),
      reason: Type.String(),
      text: Text,
      at: Time,
    }),
  ),
})

export const Gateway = Type.Object({
  isOpen: Type.Boolean(),
  reason: Type.String(),
  /** Messages of which nobody knows whether they arrived. */
  unknown: Type.Integer(),
  name: Type.Optional(Type.String()),
  /** PEM, of the key that messages are signed with. */
  publicKey: Type.Optional(Type.String()),
})
