import type { Block, Field, TableBlock, Text, Value } from '@tongqu/print'
import { orderAmounts } from '../declaration/form/amounts.ts'
import { type Decimal, decimal, plain, rounded, sum, times } from '../declaration/form/decimal.ts'
import { textOf } from '../declaration/form/facts.ts'
import { type Drawing, factsOf, Needs } from './drawing.ts'
import { grouped, maskedName, money } from './figures.ts'
import { type PaperKind, titleOfPaper } from './kinds.ts'
import { type Named, type Names, withCode } from './names.ts'
import type { OrderSubject } from './subject.ts'
import { contractTerms, commercialTexts as t } from './texts.ts'

/* Contract, invoice and packing list of an order: what the order says, and what it does not say named as missing. */

type Kind = Extract<PaperKind, 'contract' | 'invoice' | 'packing_list'>

export async function drawCommercial(subject: OrderSubject, kind: Kind, names: Names): Promise<Drawing> {
  const needs = new Needs()
  const title = titleOfPaper(kind, subject)
  const parties = partiesOf(subject)
  const table =
    kind === 'packing_list' ? await packing(subject, needs, names) : await goods(subject, needs, names)
  const blocks: Block[] = [
    { kind: 'title', text: title, ...(parties.seller !== undefined && { above: parties.seller }) },
    {
      kind: 'fields',
      rows: [
        ...partyRows(subject, kind, needs, parties),
        numbersRow(subject, kind, needs),
        ...(await carriageRows(subject, kind, needs, names)),
      ],
    },
    table,
    ...(kind === 'contract' ? contractTail(parties, needs.missing.length > 0) : invoiceTail(kind, parties)),
  ]
  return {
    isLandscape: false,
    blocks,
    missing: needs.missing,
    facts: await publicFacts(subject, kind, names),
  }
}

/** Sold by a shop to a person: no contract is written, and no port or terms are agreed. */
export const isRetail = ({ channel }: Pick<OrderSubject['order'], 'channel'>): boolean => RETAIL.has(channel)
const RETAIL: ReadonlySet<string> = new Set(['b2c', 'bonded', 'postal', 'luggage'])

interface Parties {
  readonly seller: string | undefined
  readonly buyer: string | undefined
}

/** Who sells to whom. Of a general import the overseas seller stands in no record of ours: nobody is put in its place. */
function partiesOf({ direction, seller, order }: OrderSubject): Parties {
  if (direction === 'export' || isRetail(order)) return { seller: seller?.name, buyer: order.buyerName }
  return { seller: undefined, buyer: order.buyerName ?? seller?.name }
}

function partyRows({ seller, extra }: OrderSubject, kind: Kind, needs: Needs, parties: Parties): Field[][] {
  const first = [needs.field(t.seller, parties.seller), needs.field(t.buyer, parties.buyer)]
  if (kind !== 'contract') return [first]
  const isOwn = parties.seller !== undefined && parties.seller === seller?.name
  return [
    first,
    [
      needs.field(t.sellerCode, isOwn ? seller?.creditCode : undefined),
      needs.field(t.buyerAddress, textOf(extra, 'consigneeAddress')),
    ],
  ]
}

function numbersRow({ number, order, planDate, extra }: OrderSubject, kind: Kind, needs: Needs): Field[] {
  const contract = textOf(extra, 'contractNo')
  return [
    agreed(needs, order)(t.contractNo, contract),
    { title: kind === 'invoice' ? t.invoiceNo : t.orderNo, value: number },
    { title: t.orderDate, value: order.date ?? planDate },
  ]
}

/** What only a sale between firms agrees upon: of a retail sale it may be empty. */
const agreed =
  (needs: Needs, order: OrderSubject['order']) =>
  (title: Text, value: Value): Field =>
    isRetail(order) ? needs.maybe(title, value) : needs.field(title, value)

async function carriageRows(
  subject: OrderSubject,
  kind: Kind,
  needs: Needs,
  names: Names,
): Promise<Field[][]> {
  const { order, extra } = subject
  const field = agreed(needs, order)
  const text = (name: string) => textOf(extra, name)
  const port = async (name: string) => withCode(await names.name('ports', text(name)), text(name))
  const exit = text('crossingPort')
  const leaves = withCode(await names.name('entry_exit_ports', exit), exit)
  const rows: Field[][] = []
  if (kind !== 'packing_list')
    rows.push([
      field(t.incoterm, order.incoterm),
      needs.field(t.currency, await currencyOf(subject, names)),
      field(t.settlement, settled(order.settlement)),
    ])
  rows.push([
    field(t.crossingPort, leaves),
    subject.direction === 'import'
      ? field(t.dispatchPort, await port('dispatchPort'))
      : field(t.destinationPort, await port('destinationPort')),
    needs.field(t.country, await names.country(order.country)),
  ])
  if (kind !== 'contract')
    rows.push([
      needs.field(t.transport, await names.name('transport_modes', text('transportMode'))),
      needs.maybe(t.conveyance, text('conveyance')),
      needs.maybe(t.billNo, text('billNo')),
    ])
  if (kind === 'packing_list')
    rows.push([
      needs.field(t.packages, text('packages') && grouped(text('packages')!)),
      needs.field(t.packageKind, await names.name('package_types', text('packageKind'))),
      needs.maybe(t.container, text('containerNo')),
    ])
  return rows
}

const currencyOf = async ({ order }: OrderSubject, names: Names): Promise<Named | undefined> =>
  withCode(await names.currency(order.currency), order.currency)

const settled = (by: 'bank' | 'cash' | undefined): Value =>
  by === undefined ? undefined : by === 'bank' ? t.byBank : t.byCash

/** Lines with their prices. */
async function goods({ order }: OrderSubject, needs: Needs, names: Names): Promise<TableBlock> {
  const rows: Value[][] = []
  const amounts: Decimal[] = []
  for (const [n, line] of order.lines.entries()) {
    const amount = rounded(times(decimal(line.qty), decimal(line.price)), 2)
    amounts.push(amount)
    rows.push([
      String(n + 1),
      described(line),
      needs.need(t.hsCode, line.hsCode),
      grouped(line.qty),
      await names.name('units', line.unit),
      grouped(line.price),
      money(amount),
    ])
  }
  const total = (title: Text, value: string): Value[] => ['', title, '', '', '', order.currency, value]
  const { discount } = order
  const hasCut = discount !== undefined && decimal(discount).units !== 0n
  return {
    kind: 'table',
    title: t.goods,
    columns: [
      { title: t.line, weight: 4, align: 'center' },
      { title: t.description, weight: 28 },
      { title: t.hsCode, weight: 12, align: 'center' },
      { title: t.quantity, weight: 11, align: 'right' },
      { title: t.unit, weight: 10, align: 'center' },
      { title: t.price, weight: 12, align: 'right' },
      { title: t.amount, weight: 15, align: 'right' },
    ],
    rows,
    totals: [
      ...(hasCut
        ? [total(t.sum, money(sum(amounts))), total(t.discount, `-${money(decimal(discount))}`)]
        : []),
      total(t.total, money(orderAmounts(order).goods)),
    ],
  }
}

const described = ({ name, nameEn }: { name: string; nameEn?: string | undefined }): string =>
  nameEn === undefined ? name : `${name}\n${nameEn}`

/** Lines with their weights. */
async function packing({ order }: OrderSubject, needs: Needs, names: Names): Promise<TableBlock> {
  const rows: Value[][] = []
  for (const [n, line] of order.lines.entries())
    rows.push([
      String(n + 1),
      described(line),
      grouped(line.qty),
      await names.name('units', line.unit),
      needs.need(t.netWeight, line.netWeight && grouped(line.netWeight)),
      needs.need(t.grossWeight, line.grossWeight && grouped(line.grossWeight)),
    ])
  const total = (of: 'netWeight' | 'grossWeight') => {
    const all = order.lines.map(line => line[of])
    return all.every(each => each !== undefined) ? grouped(plain(sum(all.map(decimal)))) : undefined
  }
  return {
    kind: 'table',
    title: t.goods,
    columns: [
      { title: t.line, weight: 4, align: 'center' },
      { title: t.description, weight: 34 },
      { title: t.quantity, weight: 12, align: 'right' },
      { title: t.unit, weight: 10, align: 'center' },
      { title: t.netWeight, weight: 16, align: 'right' },
      { title: t.grossWeight, weight: 16, align: 'right' },
    ],
    rows,
    totals: [['', t.total, '', '', total('netWeight'), total('grossWeight')]],
  }
}

function contractTail({ seller, buyer }: Parties, hasGaps: boolean): Block[] {
  return [
    {
      kind: 'note',
      title: t.terms,
      isNumbered: true,
      paragraphs: hasGaps ? contractTerms : contractTerms.slice(0, 1),
    },
    {
      kind: 'signatures',
      places: [
        { title: t.seller, ...(seller !== undefined && { name: seller }) },
        { title: t.buyer, ...(buyer !== undefined && { name: buyer }) },
      ],
    },
  ]
}

const invoiceTail = (kind: Kind, { seller }: Parties): Block[] => [
  {
    kind: 'signatures',
    places: [
      { title: kind === 'invoice' ? t.issuedBy : t.packedBy, ...(seller !== undefined && { name: seller }) },
    ],
  },
]

async function publicFacts(subject: OrderSubject, kind: Kind, names: Names) {
  const { order, extra } = subject
  const { buyer, seller } = partiesOf(subject)
  const total = `${order.currency} ${money(orderAmounts(order).goods)}`
  return factsOf([
    [t.seller, seller],
    [t.buyer, buyer === undefined ? undefined : maskedName(buyer)],
    [t.contractNo, textOf(extra, 'contractNo')],
    [t.country, await names.country(order.country)],
    [t.lines, String(order.lines.length)],
    kind === 'packing_list' ? [t.packages, textOf(extra, 'packages')] : [t.total, total],
  ])
}
