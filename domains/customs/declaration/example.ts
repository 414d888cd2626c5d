/*
 * Examples of the calls: a retail import of one order, whose book and declarant give everything that is needed. Each
 * time it is made it has numbers of its own, as nothing is declared twice.
 */
let made = 0

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An invented identity number, well formed and nobody's: each buyer has a yearly limit of its own. */
export function inventedBuyer(n: number): string {
  const day = new Date(Date.UTC(1900, 0, 1 + Math.floor(n / 999)))
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '')
  const digits = `420100${day}${String((n % 999) + 1).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return digits + '10X98765432'.charAt(sum % 11)
}

function orderOf(n: number) {
  return {
    orderNo: 'R-1',
    direction: 'import',
    channel: 'b2c',
    platform: 'example.shop',
    platformOrderNo: `EX-${n}`,
    country: 'JP',
    currency: 'CNY',
    freight: '10.00',
    insurance: '0',
    buyerName: '张三',
    buyerIdType: '1',
    buyerId: inventedBuyer(n),
    buyerPhone: '13800000000',
    buyerAccount: 'U-1001',
    paymentNo: `PAY-${n}`,
    paidAmount: '447.31',
    paymentTime: '2026-11-23 09:30:00',
    payerId: inventedBuyer(n),
    waybillNo: `YT-${n}`,
    carrier: '示例速运',
    consignee: '张三',
    consigneePhone: '13800000000',
    consigneeAddress: '湖北省武汉市江汉区示例路 1 号',
    dispatchCountry: 'JP',
    transportMode: '5',
    port: '4701',
    conveyance: 'XX123/20261123',
    billNo: 'BL-1',
    packages: '1',
    lines: [
      {
        hsCode: '8516310000',
        name: '电吹风',
        qty: '1',
        unit: '007',
        price: '400.00',
        origin: 'JP',
        netWeight: '0.8',
        grossWeight: '1.0',
        elements: '家用|1200W|示例牌',
        itemNo: 'A-1',
      },
    ],
  }
}

/** The example's book with numbers of its own. */
export function exampleBookOf(n: number, more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ orders: [{ ...orderOf(n), ...more }] })
}

const bytesOf = (more?: Readonly<Record<string, unknown>>) => async () =>
  Buffer.from(exampleBookOf(++made, more))

export const exampleProfile = {
  dxpId: 'DXPENT0000000001',
  transmitter: { code: '4201960001', name: '示例报关有限公司' },
  customsOffice: '4701',
  agent: { code: '4201960001', name: '示例报关有限公司', creditCode: '91420100EXAMPLE001' },
  seller: { code: '4201960002', name: '示例国际贸易有限公司', creditCode: '91420100EXAMPLE002' },
  guarantor: { code: '4201960001', name: '示例报关有限公司' },
  payment: { code: '4201960003', name: '示例支付有限公司' },
  platforms: [{ book: 'example.shop', code: '4201960004', name: '示例平台有限公司' }],
  carriers: [{ book: '示例速运', code: '4201960005', name: '示例速运有限公司' }],
  producers: [
    { book: '示例灯具厂', code: '4201960006', name: '示例灯具有限公司', creditCode: '91420100EXAMPLE006' },
  ],
  window: {
    copCode: '4201960001',
    copName: '示例报关有限公司',
    icCode: '8930000000001',
    operator: '李四',
    declarer: '李四',
    ediId: '1',
    entryType: 'M',
  },
  sends: ['CEB311', 'CEB411', 'CEB511'],
}

type Outputs = readonly { readonly [name: string]: unknown }[]

const declarant = { call: 'customs.declarant.set', input: exampleProfile }
const stored = (more?: Readonly<Record<string, unknown>>) => ({
  call: 'kernel.file.store',
  input: { name: 'example.json' },
  content: bytesOf(more),
})
const planned = {
  call: 'customs.plan.create',
  input: (outputs: Outputs) => ({ file: outputs[1]!.sm3, date: '2026-11-23' }),
}

export const givenDeclarant = [declarant] as const
export const exampleBytes = bytesOf()

/** A declarant, a stored book and its plan. */
export const givenPlan = [declarant, stored(), planned] as const
export const ofPlan = (outputs: Outputs) => ({ plan: String(outputs[2]!.id) })

const submitted = { call: 'customs.declaration.submit', input: ofPlan }
const listed = { call: 'customs.declaration.list', input: ofPlan }

/** The same with its declaration, whose supports are sent. */
export const givenSent = [...givenPlan, submitted, listed] as const

/** The same of a book without the buyer's telephone: a draft. */
export const givenDraft = [declarant, stored({ buyerPhone: '' }), planned, submitted, listed] as const

const idOf = (outputs: Outputs) => (outputs[4]!.declarations as readonly { readonly id: string }[])[0]!.id
export const ofDeclaration = (outputs: Outputs) => ({ id: idOf(outputs) })

const read = { call: 'customs.declaration.read', input: ofDeclaration }

interface ReadRecord {
  readonly kind: string
  readonly key: readonly string[]
}

/** Receipts for the records that were read last, all of one outcome. */
const told = (status: string, role: (kind: string) => boolean) => ({
  call: 'customs.receipt.take',
  input: (outputs: Outputs) => ({
    message: '00000000-0000-7000-8000-000000000000',
    kind: 'CEB622',
    name: 'example',
    addressees: [exampleProfile.dxpId],
    receipts: (outputs.at(-1)!.records as readonly ReadRecord[])
      .filter(record => role(record.kind))
      .map(({ kind, key }) => ({
        kind,
        key: key.join('\u001f'),
        status,
        time: '29991231120000000',
        preNo: 'B20261123000000001',
        listNo: '47012026I000000001',
      })),
  }),
})
const isList = (kind: string) => kind === 'CEB621'

/** The same with its list released. */
export const givenReleased = [
  ...givenSent,
  read,
  told('120', kind => !isList(kind)),
  read,
  told('800', isList),
] as const
