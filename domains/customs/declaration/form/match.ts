import { type Decimal, decimal, isSame, less, sum } from './decimal.ts'
import type { Content, Kind } from './kinds.ts'

/*
 * The match of order, payment and waybill with the list of a retail import (三单比对), element by element. What the
 * counter would refuse is found before it is sent. Sources: 财关税〔2016〕18号; field notes of the messages.
 */

/** One side of a comparison. */
export interface Side {
  readonly message: Kind
  readonly element: string
  /** Withheld where it is about a person. */
  readonly value?: string
}

export interface Mismatch {
  readonly code: 'match.differs' | 'match.sum'
  readonly left: Side
  readonly right: Side
  /** Number of the line in both, from 1. */
  readonly line?: number
}

export type Documents = Partial<Readonly<Record<Kind, Content>>>

type Pair = readonly [
  left: readonly [Kind, string],
  right: readonly [Kind, string],
  kind?: 'amount' | 'person',
]

const order = (element: string) => ['CEB311', `OrderHead.${element}`] as const
const payment = (element: string) => ['CEB411', `PaymentHead.${element}`] as const
const waybill = (element: string) => ['CEB511', `LogisticsHead.${element}`] as const
const list = (element: string) => ['CEB621', `InventoryHead.${element}`] as const

const HEADS: readonly Pair[] = [
  [order('orderNo'), payment('orderNo')],
  [order('orderNo'), waybill('orderNo')],
  [order('orderNo'), list('orderNo')],
  [order('ebpCode'), payment('ebpCode')],
  [order('ebpCode'), list('ebpCode')],
  [order('ebcCode'), list('ebcCode')],
  [order('payTransactionId'), payment('payTransactionId')],
  [order('acturalPaid'), payment('amountPaid'), 'amount'],
  [waybill('logisticsNo'), list('logisticsNo')],
  [waybill('logisticsCode'), list('logisticsCode')],
  [order('consignee'), waybill('consignee'), 'person'],
  [order('consigneeTelephone'), waybill('consigneeTelephone'), 'person'],
  [order('consigneeAddress'), waybill('consigneeAddress'), 'person'],
  [order('consigneeAddress'), list('consigneeAddress'), 'person'],
  [order('buyerIdNumber'), list('buyerIdNumber'), 'person'],
  [order('buyerName'), list('buyerName'), 'person'],
  [waybill('weight'), list('grossWeight'), 'amount'],
]

/** The buyer pays, unless the platform has verified who the buyer is (parameter retail_import.three_documents). */
const PAYER: Pair = [order('buyerIdNumber'), payment('payerIdNumber'), 'person']

const LINES: readonly Pair[] = [
  [
    ['CEB311', 'gnum'],
    ['CEB621', 'gnum'],
  ],
  [['CEB311', 'qty'], ['CEB621', 'qty'], 'amount'],
  [
    ['CEB311', 'unit'],
    ['CEB621', 'unit'],
  ],
  [['CEB311', 'totalPrice'], ['CEB621', 'totalPrice'], 'amount'],
  [
    ['CEB311', 'country'],
    ['CEB621', 'country'],
  ],
]

/** What does not agree; documents that another sends are not there and are not compared. */
export function mismatches(documents: Documents, isIdentityVerified = false): Mismatch[] {
  const heads = isIdentityVerified ? HEADS : [...HEADS, PAYER]
  return [
    ...sumOf(documents),
    ...heads.flatMap(pair => compared(pair, documents)),
    ...lineMismatches(documents),
  ]
}

function compared([left, right, kind]: Pair, documents: Documents): Mismatch[] {
  const [a, b] = [left, right].map(([message, element]) => valueAt(documents[message], element))
  if (a === undefined || b === undefined || isEqual(a, b, kind)) return []
  return [{ code: 'match.differs', left: side(left, a, kind), right: side(right, b, kind) }]
}

function isEqual(a: string, b: string, kind: Pair[2]): boolean {
  return kind === 'amount' && isDecimal(a) && isDecimal(b) ? isSame(decimal(a), decimal(b)) : a === b
}

function side([message, element]: Pair[0], value: string, kind: Pair[2]): Side {
  return { message, element, ...(kind !== 'person' && { value }) }
}

/** goods + freight + tax − what is not paid in money = what is paid. */
function sumOf({ CEB311: content }: Documents): Mismatch[] {
  const value = (name: string): Decimal | undefined => {
    const text = valueAt(content, `OrderHead.${name}`)
    return text !== undefined && isDecimal(text) ? decimal(text) : undefined
  }
  const [goods, freight, tax, discount, paid] = [
    'goodsValue',
    'freight',
    'taxTotal',
    'discount',
    'acturalPaid',
  ].map(value)
  if (!goods || !freight || !tax || !discount || !paid) return []
  if (isSame(less(sum([goods, freight, tax]), discount), paid)) return []
  const at = (element: string) => side(order(element), valueAt(content, `OrderHead.${element}`)!, undefined)
  return [{ code: 'match.sum', left: at('goodsValue'), right: at('acturalPaid') }]
}

function lineMismatches({ CEB311, CEB621 }: Documents): Mismatch[] {
  const left = CEB311?.OrderList as readonly Content[] | undefined
  const right = CEB621?.InventoryList as readonly Content[] | undefined
  if (!left || !right) return []
  const lines = Array.from({ length: Math.max(left.length, right.length) }, (_, n) => n)
  return lines.flatMap(n =>
    LINES.flatMap(([a, b, kind]) => {
      const [one = '', other = ''] = [left[n]?.[a[1]], right[n]?.[b[1]]] as (string | undefined)[]
      if (isEqual(one, other, kind)) return []
      return [
        {
          code: 'match.differs' as const,
          left: { message: a[0], element: `OrderList.${a[1]}`, value: one },
          right: { message: b[0], element: `InventoryList.${b[1]}`, value: other },
          line: n + 1,
        },
      ]
    }),
  )
}

/** One matter that several documents state, as each of them does. */
export interface MatchedElement {
  readonly elements: readonly {
    readonly message: Kind
    readonly element: string
    readonly value: string | undefined
  }[]
  readonly isPersonal: boolean
  readonly agrees: boolean
  /** Number of the line in both, from 1. */
  readonly line?: number
}

/** All that is matched, whether it agrees or not: elements that are compared with each other stand together. */
export function matchedElements(documents: Documents, isIdentityVerified = false): MatchedElement[] {
  const groups: { places: Map<string, Pair[0]>; kind: Pair[2] }[] = []
  const name = ([message, element]: Pair[0]) => `${message} ${element}`
  for (const [left, right, kind] of isIdentityVerified ? HEADS : [...HEADS, PAYER]) {
    const there = groups.find(({ places }) => places.has(name(left)) || places.has(name(right)))
    const { places } = there ?? { places: new Map<string, Pair[0]>() }
    places.set(name(left), left).set(name(right), right)
    if (!there) groups.push({ places, kind })
  }
  const heads = groups.map(({ places, kind }) =>
    matched(
      [...places.values()].map(([message, element]) => ({
        message,
        element,
        value: valueAt(documents[message], element),
      })),
      kind,
    ),
  )
  return [...heads, ...matchedLines(documents)]
}

function matched(elements: MatchedElement['elements'], kind: Pair[2]): MatchedElement {
  const values = elements.flatMap(({ value }) => value ?? [])
  const agrees = values.every(value => isEqual(values[0]!, value, kind))
  return { elements, agrees, isPersonal: kind === 'person' }
}

function matchedLines({ CEB311, CEB621 }: Documents): MatchedElement[] {
  const left = (CEB311?.OrderList ?? []) as readonly Content[]
  const right = (CEB621?.InventoryList ?? []) as readonly Content[]
  if (left.length === 0 || right.length === 0) return []
  return Array.from({ length: Math.max(left.length, right.length) }, (_, n) =>
    LINES.filter(([a]) => a[1] !== 'gnum').map(([a, b, kind]) => {
      const elements = [
        { message: a[0], element: `OrderList.${a[1]}`, value: textAt(left[n], a[1]) },
        { message: b[0], element: `InventoryList.${b[1]}`, value: textAt(right[n], b[1]) },
      ]
      return { ...matched(elements, kind), line: n + 1 }
    }),
  ).flat()
}

const textAt = (line: Content | undefined, name: string) => line?.[name] as string | undefined

const isDecimal = (text: string) => /^\d+(\.\d+)?$/.test(text)

function valueAt(content: Content | undefined, path: string): string | undefined {
  let at: unknown = content
  for (const name of path.split('.')) at = (at as Content | undefined)?.[name]
  return typeof at === 'string' && at !== '' ? at : undefined
}
