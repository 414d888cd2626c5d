import { exampleProfile } from '../declaration/example.ts'

/*
 * An export of one parcel that is declared by list and summed up: its book and declarant give everything that is needed.
 * Each time it is made it has numbers of its own.
 */
let made = 0

export const exportProfile = {
  ...exampleProfile,
  producers: [{ book: '示例灯具厂', code: '4201960006', name: '示例灯具有限公司' }],
  sends: ['CEB303', 'CEB505'],
}

/** The order with numbers of its own; what is given stands over it, `line` over its line. */
export function exportOrderOf(
  n: number,
  { line, ...more }: Readonly<Record<string, unknown>> & { readonly line?: object } = {},
): Readonly<Record<string, unknown>> {
  return {
    orderNo: 'E-1',
    direction: 'export',
    channel: 'b2c',
    sellerKind: 'trader',
    sellerId: 'S-1',
    vatPayer: 'yes',
    platform: 'example.shop',
    platformOrderNo: `OUT-${n}`,
    buyerId: `B-${n}`,
    buyerName: 'Example Buyer',
    country: 'US',
    currency: 'USD',
    freight: '5.00',
    insurance: '0.50',
    waybillNo: `YT-OUT-${n}`,
    carrier: '示例速运',
    transportMode: '5',
    port: '4701',
    crossingDate: '2026-10-20',
    destinationPort: '502',
    producer: '示例灯具厂',
    packages: '1',
    packageKind: '2',
    ...more,
    lines: [
      {
        hsCode: '9405200090',
        name: '台灯',
        qty: '2',
        unit: '001',
        price: '30.00',
        origin: 'CN',
        netWeight: '1.0',
        grossWeight: '1.2',
        secondQty: '1.0',
        secondUnit: '035',
        elements: 'LED|示例牌',
        itemNo: 'A-1',
        barCode: '无',
        invoiceAmount: '300.00',
        invoiceRate: '0.13',
        ...line,
      },
    ],
  }
}

type Outputs = readonly { readonly [name: string]: unknown }[]

const planned = [
  { call: 'customs.declarant.set', input: exportProfile },
  {
    call: 'kernel.file.store',
    input: { name: 'example.json' },
    content: async () => Buffer.from(JSON.stringify({ orders: [exportOrderOf(++made)] })),
  },
  {
    call: 'customs.plan.create',
    input: (outputs: Outputs) => ({ file: outputs[1]!.sm3, date: '2026-10-20' }),
  },
] as const
const ofPlan = (outputs: Outputs) => ({ plan: String(outputs[2]!.id) })

const ofDeclaration = (outputs: Outputs) => ({
  id: (outputs[4]!.declarations as readonly { readonly id: string }[])[0]!.id,
})
const read = { call: 'customs.declaration.read', input: ofDeclaration }

interface ReadRecord {
  readonly kind: string
  readonly key: readonly string[]
}

/** The customs' answer to what was read last: to the list, or to what it rests on. */
const told = (status: string, isList: boolean) => ({
  call: 'customs.receipt.take',
  input: (outputs: Outputs) => ({
    message: '00000000-0000-7000-8000-000000000000',
    kind: 'CEB604',
    name: 'example',
    addressees: [exportProfile.dxpId],
    receipts: (outputs.at(-1)!.records as readonly ReadRecord[])
      .filter(({ kind }) => (kind === 'CEB603') === isList)
      .map(({ kind, key }) => ({
        kind,
        key: key.join('\u001f'),
        status,
        time: '20261020120000000',
        preNo: 'B20261020000000001',
        listNo: `47012026E${String(made).padStart(9, '0')}`,
      })),
  }),
})

/** A released list of October 2026 that waits to be summed up. */
export const givenReleasedExport = [
  ...planned,
  { call: 'customs.declaration.submit', input: ofPlan },
  { call: 'customs.declaration.list', input: ofPlan },
  read,
  told('120', false),
  read,
  told('800', true),
] as const
export const monthOfExample = { month: '2026-10' }

/** The same with its summary. */
export const givenMade = [
  ...givenReleasedExport,
  { call: 'customs.summary.make', input: monthOfExample },
] as const
export const summaryOfExample = (outputs: Outputs) => ({
  id: (outputs.at(-1)!.summaries as readonly { readonly id: string }[])[0]!.id,
})
export const listOfExample = (outputs: Outputs) => ({ list: ofDeclaration(outputs).id })
