import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { PlanJson } from './plan-json.ts'

/*
 * The plan's JSON, closed: a field that the layout of order books does not name is a fault. Only an allowed mode
 * carries amounts; a mode that is not allowed says why.
 */
const closed = { additionalProperties: false } as const
const Money = Type.String({ pattern: '^-?\\d+\\.\\d{2}$' })
const Text = Type.String({ minLength: 1 })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Count = Type.Integer({ minimum: 0 })

const Reason = Type.Object(
  { code: Text, text: Text, source: Type.Optional(Text), line: Type.Optional(Count) },
  closed,
)
const Line = Type.Object(
  {
    line: Count,
    dutiableValue: Money,
    duty: Money,
    consumptionTax: Money,
    vat: Money,
    exportDuty: Type.Optional(Money),
    postal: Type.Optional(Money),
    assessed: Type.Optional(Money),
    refund: Type.Optional(Money),
  },
  closed,
)
const Taxes = Type.Object(
  {
    duty: Money,
    exportDuty: Money,
    consumptionTax: Money,
    vat: Money,
    postal: Money,
    assessed: Money,
    total: Money,
  },
  closed,
)
const Allowed = Type.Object(
  {
    mode: Text,
    allowed: Type.Literal(true),
    reasons: Type.Array(Reason),
    taxes: Taxes,
    refund: Money,
    netCost: Money,
    lines: Type.Array(Line, { minItems: 1 }),
    documents: Type.Array(Text),
    deadlines: Type.Array(Type.Object({ what: Text, from: Type.Optional(Day), until: Day }, closed)),
  },
  closed,
)
const NotAllowed = Type.Object(
  {
    mode: Text,
    allowed: Type.Union([Type.Literal(false), Type.Literal('undetermined')]),
    reasons: Type.Array(Reason, { minItems: 1 }),
    remedy: Type.Optional(
      Type.Union([
        Type.Object({ code: Type.Literal('split'), declarations: Count }, closed),
        Type.Object({ code: Type.Literal('obtain'), what: Text }, closed),
      ]),
    ),
  },
  closed,
)
const OrderPart = Type.Object(
  {
    orderNo: Text,
    // Both are absent only where no rate of exchange is loaded.
    value: Type.Object({ cny: Type.Optional(Money), usd: Type.Optional(Money) }, closed),
    modes: Type.Array(Type.Union([Allowed, NotAllowed]), { minItems: 1 }),
    chosen: Type.Union([Text, Type.Null()]),
    breakEven: Type.Optional(
      Type.Object(
        { between: Type.Tuple([Text, Text]), invoicePremium: Type.String({ pattern: '^\\d+\\.\\d{4}$' }) },
        closed,
      ),
    ),
  },
  closed,
)
const Shipment = Type.Object(
  {
    shipment: Text,
    mode: Type.Union([Text, Type.Null()]),
    declarations: Type.Array(
      Type.Object(
        {
          orders: Type.Array(Text, { minItems: 1 }),
          lines: Count,
          declaredLines: Type.Optional(Count),
          usd: Type.Optional(Money),
        },
        closed,
      ),
    ),
    leave: Type.Array(Type.Object({ orderNo: Text, line: Count, code: Text }, closed)),
  },
  closed,
)
const Remark = Type.Object(
  {
    orderNo: Type.Optional(Text),
    sheet: Type.Optional(Text),
    row: Type.Optional(Count),
    column: Type.Optional(Text),
    pointer: Type.Optional(Text),
    code: Text,
    text: Text,
  },
  closed,
)
const Plan = Type.Object(
  {
    date: Day,
    ruleset: Type.Object(
      { id: Text, asAt: Day, digest: Type.String({ pattern: '^sm3:[0-9a-f]{64}$' }) },
      closed,
    ),
    fx: Type.Record(Type.String({ pattern: '^[A-Z]{3}$' }), Type.String({ pattern: '^\\d+(\\.\\d+)?$' })),
    orders: Type.Array(OrderPart),
    shipments: Type.Array(Shipment),
    warnings: Type.Array(Remark),
    refused: Type.Array(Remark),
    totals: Type.Object(
      { orders: Count, planned: Count, refused: Count, taxes: Money, refund: Money },
      closed,
    ),
  },
  closed,
)

/** Where a plan's JSON is not what the layout says, or does not add up; nothing: it is and it does. */
export function planFaults(plan: PlanJson): string[] {
  const shape = Value.Errors(Plan, plan).map(({ instancePath, message }) => `${instancePath} ${message}`)
  return shape.length > 0 ? shape.slice(0, 10) : [...sumFaults(plan)]
}

const cents = (text: string | number | undefined) => BigInt(String(text ?? '0.00').replace('.', ''))
const sum = (values: readonly (string | number | undefined)[]) =>
  values.reduce((total, value) => total + cents(value), 0n)

function* sumFaults({ orders, totals }: PlanJson): Generator<string> {
  const kinds = ['duty', 'exportDuty', 'consumptionTax', 'vat', 'postal', 'assessed'] as const
  const chosen = orders.map(order => order.modes.find(mode => mode.mode === order.chosen))
  for (const { orderNo, modes, chosen: mode } of orders) {
    const allowed = modes.filter(each => each.allowed === true)
    if ((mode === null) !== (allowed.length === 0)) yield `${orderNo}: ${mode} is chosen of ${allowed.length}`
    if (mode !== null && !allowed.some(each => each.mode === mode)) yield `${orderNo}: ${mode} is not allowed`
    for (const { mode: name, taxes = {}, refund, netCost, lines = [] } of allowed) {
      const at = `${orderNo} ${name}`
      if (sum(kinds.map(kind => taxes[kind])) !== cents(taxes.total)) yield `${at}: total`
      if (cents(taxes.total) - cents(refund) !== cents(netCost)) yield `${at}: netCost`
      for (const kind of kinds)
        if (sum(lines.map(line => line[kind])) !== cents(taxes[kind])) yield `${at}: ${kind} of its lines`
    }
  }
  if (sum(chosen.map(mode => mode?.taxes?.total)) !== cents(totals.taxes)) yield 'totals.taxes'
  if (sum(chosen.map(mode => mode?.refund)) !== cents(totals.refund)) yield 'totals.refund'
  if (totals.planned !== orders.length) yield 'totals.planned'
  if (totals.orders !== totals.planned + totals.refused) yield 'totals.orders'
}

const COLUMNS =
  'orderNo,shipment,direction,channel,country,currency,sellerKind,vatPayer,hsCode,name,qty,unit,price'

/**
 * An order book of many orders of one line: every twentieth begins a container of five, the fourteenth has a
 * negative quantity, every thousandth a code that no table knows. `kind` makes the bytes differ.
 */
export function csvOfOrders(orders: number, kind = 0): string {
  const rows = Array.from({ length: orders }, (_, n) => {
    const shipment = n % 20 < 5 && n < 200 ? `C-${Math.floor(n / 20)}` : ''
    const code = n % 1000 === 999 ? '9999999999' : '9503002100'
    return `L-${n},${shipment},export,b2b,AE,USD,trader,yes,${code},toy,${n === 13 ? -1 : 10 + kind},007,1.50`
  })
  return [COLUMNS, ...rows].join('\n')
}
