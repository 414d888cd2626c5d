import { After, sortOf } from '@tongqu/kernel/command'
import { Type } from 'typebox'

/** What callers see of plans: schemas only, shared by the routes, the command line and the web. */
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'legal-day', description: 'ISO day, Asia/Shanghai' })
const Money = Type.String({ pattern: '^-?\\d+\\.\\d{2}$', description: 'CNY' })
const Rate = Type.String({ pattern: '^\\d{1,6}(\\.\\d{1,8})?$' })
const Amount = Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,6})?$' })
const Text = Type.Object({ zh: Type.String(), en: Type.String() })

/** CNY per unit of a currency, by its ISO code; replaces the registers' rate for this plan. */
export const Fx = Type.Record(Type.String({ pattern: '^[A-Z]{3}$' }), Rate)

export const CreatePlan = Type.Object(
  {
    file: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SM3 of a stored workbook, CSV or JSON order book',
    }),
    name: Type.Optional(Type.String({ maxLength: 200 })),
    date: Type.Optional(Day),
    fx: Type.Optional(Fx),
  },
  { additionalProperties: false },
)

/** The life of a plan: waiting → reading → done, or failed with a reason, or cancelled by somebody. */
export const PlanState = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('reading'),
  Type.Literal('done'),
  Type.Literal('failed'),
  Type.Literal('cancelled'),
])

/** A refusal or warning, in both languages. */
export const Remark = Type.Object({
  code: Type.String(),
  text: Text,
  place: Type.Optional(Type.String()),
})

export const PlanHead = Type.Object({
  id: Id,
  /** Number that people name it by: P-20261123-0001. */
  number: Type.String(),
  name: Type.String(),
  file: Type.String(),
  state: PlanState,
  /** Orders read so far, and how much of the file, from 0 to 100. */
  read: Type.Integer(),
  percent: Type.Integer(),
  createdAt: Type.String({ format: 'date-time' }),
  createdBy: Text,
  party: Text,
  date: Day,
  orders: Type.Integer(),
  planned: Type.Integer(),
  refused: Type.Integer(),
  taxes: Money,
  refund: Money,
  netCost: Money,
  failure: Type.Optional(Remark),
})

export const ModeCount = Type.Object({ mode: Type.String(), orders: Type.Integer(), netCost: Money })

export const ShipmentPlan = Type.Object({
  shipment: Type.String(),
  /** Null: no mode is open to what is listed under `leave`. */
  mode: Type.Union([Type.String(), Type.Null()]),
  declarations: Type.Array(
    Type.Object({
      orders: Type.Array(Type.String()),
      lines: Type.Integer(),
      /** Lines after simplified declaration, for market procurement. */
      declaredLines: Type.Optional(Type.Integer()),
      /** Absent: no rate of exchange. */
      usd: Type.Optional(Type.String()),
    }),
  ),
  leave: Type.Array(
    Type.Object({ orderNo: Type.String(), line: Type.Integer(), code: Type.String(), text: Type.String() }),
  ),
})

export const Plan = Type.Object({
  ...PlanHead.properties,
  ruleset: Type.Object({ id: Type.String(), asAt: Day, digest: Type.String() }),
  fx: Fx,
  chosen: Type.Array(ModeCount),
  shipments: Type.Array(ShipmentPlan),
  warnings: Type.Array(Remark),
})

/** One order as the list shows it. */
export const OrderHead = Type.Object({
  orderNo: Type.String(),
  shipment: Type.Optional(Type.String()),
  direction: Type.String(),
  channel: Type.String(),
  country: Type.String(),
  lines: Type.Integer(),
  cny: Money,
  usd: Money,
  /** Absent: no mode is allowed. */
  chosen: Type.Optional(Type.String()),
  overridden: Type.Boolean(),
  taxes: Money,
  refund: Money,
  netCost: Money,
})

export const RefusedOrder = Type.Object({
  /** Names it within the plan. */
  position: Type.Integer(),
  /** It is about an order whose cells can be put right in place. */
  isFixable: Type.Boolean(),
  orderNo: Type.Optional(Type.String()),
  sheet: Type.Optional(Type.String()),
  row: Type.Optional(Type.Integer()),
  column: Type.Optional(Type.String()),
  code: Type.String(),
  text: Text,
})

export const Page = {
  after: After,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
}

export const PlanId = Type.Object({ id: Id }, { additionalProperties: false })
/** What lists of plans and of a plan's orders may be ordered by. */
const PLAN_SORTS = ['created', 'name', 'orders', 'taxes', 'netCost'] as const
export type PlanSort = (typeof PLAN_SORTS)[number]
const ORDER_SORTS = ['position', 'orderNo', 'value', 'taxes', 'refund', 'netCost'] as const
export type OrderSort = (typeof ORDER_SORTS)[number]

export const ListPlans = Type.Object(
  {
    ...Page,
    sort: sortOf(PLAN_SORTS),
    search: Type.Optional(Type.String({ maxLength: 100 })),
    /** Legal days on which it was made, both included. */
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    /** With orders that this mode was chosen for; `none`: that no mode is open to. */
    mode: Type.Optional(Type.String({ maxLength: 10 })),
  },
  { additionalProperties: false },
)
export const PlanList = Type.Object({ plans: Type.Array(PlanHead), next: Type.Optional(Type.String()) })

export const ListOrders = Type.Object(
  {
    id: Id,
    ...Page,
    sort: sortOf(ORDER_SORTS),
    search: Type.Optional(Type.String({ maxLength: 100 })),
    mode: Type.Optional(
      Type.String({ maxLength: 10, description: 'chosen mode; "none" for orders without one' }),
    ),
    shipment: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
)
export const OrderList = Type.Object({
  orders: Type.Array(OrderHead),
  total: Type.Integer(),
  next: Type.Optional(Type.String()),
})

export const ListRefused = Type.Object({ id: Id, ...Page }, { additionalProperties: false })
export const RefusedList = Type.Object({
  refused: Type.Array(RefusedOrder),
  total: Type.Integer(),
  next: Type.Optional(Type.String()),
})

export const OrderKey = Type.Object(
  { id: Id, orderNo: Type.String({ maxLength: 200 }) },
  { additionalProperties: false },
)

/** Who put a refused order right: each cell that was changed, with what stood there. */
export const PlanFix = Type.Object({
  orderNo: Type.String(),
  by: Text,
  at: Type.String(),
  changes: Type.Array(
    Type.Object({
      place: Text,
      column: Type.String(),
      before: Type.String(),
      after: Type.String(),
    }),
  ),
})

/**
 * An order with its whole reasoning: `input` as the book gave it (an `Order` of the tariff engine), `plan` the
 * order's part of the plan's JSON (docs/order-book.md), in the reader's language.
 */
export const OrderDetail = Type.Object({
  head: OrderHead,
  input: Type.Unknown(),
  plan: Type.Unknown(),
  /** Rules used, each with the version in force. */
  rules: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.Optional(Text),
      value: Type.Unknown(),
      from: Type.String(),
      to: Type.Optional(Type.String()),
      source: Type.String(),
      strength: Type.String(),
    }),
  ),
  override: Type.Optional(
    Type.Object({ mode: Type.String(), reason: Type.String(), by: Text, at: Type.String() }),
  ),
  /** How it was put right, where the book's own rows were refused. */
  fix: Type.Optional(PlanFix),
})

const RuleVersion = Type.Object({
  from: Type.String(),
  to: Type.Optional(Type.String()),
  source: Type.String(),
})

/** What to change, to see the order's plan move; nothing is saved. */
export const WhatIf = Type.Object(
  {
    id: Id,
    orderNo: Type.String({ maxLength: 200 }),
    date: Type.Optional(Day),
    fx: Type.Optional(Fx),
    /** Fields of lines to replace, by line number from 1; null takes a field away. */
    lines: Type.Optional(
      Type.Array(
        Type.Object(
          {
            line: Type.Integer({ minimum: 1 }),
            invoiceAmount: Type.Optional(Type.Union([Amount, Type.Null()])),
            invoiceRate: Type.Optional(Type.Union([Rate, Type.Null()])),
            hsCode: Type.Optional(Type.String({ pattern: '^\\d{4,10}$' })),
          },
          { additionalProperties: false },
        ),
        { maxItems: 1000 },
      ),
    ),
  },
  { additionalProperties: false },
)
export const WhatIfResult = Type.Object({
  before: Type.Unknown({ description: "the order's part of the plan's JSON" }),
  after: Type.Unknown({ description: "the order's part of the plan's JSON" }),
  /** Rule versions, table editions and rates that differ between the two; `decisive`: this alone changes the outcome. */
  differences: Type.Array(
    Type.Object({
      kind: Type.Union([Type.Literal('parameter'), Type.Literal('tables'), Type.Literal('fx')]),
      id: Type.String(),
      decisive: Type.Boolean(),
      before: Type.Optional(RuleVersion),
      after: Type.Optional(RuleVersion),
    }),
  ),
})

export const OverrideMode = Type.Object(
  {
    id: Id,
    orderNo: Type.String({ maxLength: 200 }),
    mode: Type.String({ maxLength: 10 }),
    reason: Type.String({ minLength: 4, maxLength: 500 }),
  },
  { additionalProperties: false },
)

export const FaultyKey = Type.Object(
  { id: Id, position: Type.Integer({ minimum: 0 }) },
  { additionalProperties: false },
)
const Field = Type.Object({
  name: Type.String(),
  label: Text,
  note: Text,
  level: Type.Union([Type.Literal('order'), Type.Literal('line')]),
  kind: Type.String(),
  needed: Type.Boolean(),
  example: Type.String(),
  choices: Type.Array(Type.Object({ value: Type.String(), zh: Type.String(), en: Type.String() })),
})
/** What is wrong with a cell; without a line it is about the order. */
const CellFault = Type.Object({
  line: Type.Optional(Type.Integer()),
  column: Type.Optional(Type.String()),
  code: Type.String(),
  text: Text,
})
/** A refused order as its rows stand in the book, and what is wrong with it. */
export const FaultyOrder = Type.Object({
  orderNo: Type.String(),
  fields: Type.Array(Field),
  /** The order's own cells, by field; identity numbers are withheld. */
  order: Type.Record(Type.String(), Type.String()),
  lines: Type.Array(
    Type.Object({
      /** Number of the row among the order's rows. */
      line: Type.Integer(),
      place: Text,
      cells: Type.Record(Type.String(), Type.String()),
    }),
  ),
  faults: Type.Array(CellFault),
})
export const FixOrder = Type.Object(
  {
    ...FaultyKey.properties,
    /** Cells that are to hold something else; without a line: of the order. */
    cells: Type.Array(
      Type.Object(
        {
          line: Type.Optional(Type.Integer({ minimum: 0 })),
          column: Type.String({ maxLength: 60 }),
          // May be an identity number.
          value: Type.String({ maxLength: 500, personal: true }),
        },
        { additionalProperties: false },
      ),
      { maxItems: 2000 },
    ),
  },
  { additionalProperties: false },
)
/** Either the order as it is planned now, or what is still wrong; then nothing is saved. */
export const FixedOrder = Type.Object({
  planned: Type.Optional(OrderHead),
  faults: Type.Array(CellFault),
})

export const Language = Type.Union([Type.Literal('zh'), Type.Literal('en')])
