import { createHash, sign } from 'node:crypto'
import type { CertifiedKey } from '../signature/certificate.ts'
import { canonical } from '../xml/canonical.ts'
import { readXml } from '../xml/read.ts'

// Messages as a firm sends them, written by hand from the field tables. All persons and firms are made up.
export type Fields = Readonly<Record<string, string>>

export const DAY = '20261123'
const common = (serial: number): Fields => ({
  guid: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`,
  appType: '1',
  appTime: `${DAY}100000`,
  appStatus: '2',
})

const parties: Fields = {
  ebpCode: '4201000001',
  ebpName: '汉口平台',
  ebcCode: '4201000002',
  ebcName: '汉口电商',
}
const consignee: Fields = {
  consignee: '王小明',
  consigneeTelephone: '13800000000',
  consigneeAddress: '湖北省武汉市江岸区一路1号',
}
/** GB 11643: seventeen digits and their check character. */
export const BUYER = '110101199003070011'

export function orderOf(serial: number, change: Fields = {}): string {
  const head = {
    ...common(serial),
    orderType: 'I',
    orderNo: `D${serial}`,
    ...parties,
    goodsValue: '100.00',
    freight: '10.00',
    discount: '5.00',
    taxTotal: '10.01',
    acturalPaid: '115.01',
    currency: '142',
    buyerRegNo: `u${serial}`,
    buyerName: '王小明',
    buyerTelephone: '13800000000',
    buyerIdType: '1',
    buyerIdNumber: BUYER,
    payCode: '4201000003',
    payName: '汉口支付',
    payTransactionId: `P${serial}`,
    ...consignee,
  }
  const line = {
    gnum: '1',
    itemNo: 'A1',
    itemName: '奶粉',
    gmodel: '800克/罐',
    unit: '122',
    qty: '2',
    price: '50.00',
    totalPrice: '100.00',
    currency: '142',
    country: '601',
  }
  return `<Order>${group('OrderHead', { ...head, ...change })}${group('OrderList', line)}</Order>`
}

export function paymentOf(serial: number, change: Fields = {}): string {
  const head = {
    ...common(serial),
    payCode: '4201000003',
    payName: '汉口支付',
    payTransactionId: `P${serial}`,
    orderNo: `D${serial}`,
    ebpCode: parties.ebpCode!,
    ebpName: parties.ebpName!,
    payerIdType: '1',
    payerIdNumber: BUYER,
    payerName: '王小明',
    amountPaid: '115.01',
    currency: '142',
    payTime: `${DAY}095900`,
  }
  return `<Payment>${group('PaymentHead', { ...head, ...change })}</Payment>`
}

export function waybillOf(serial: number, change: Fields = {}): string {
  const head = {
    ...common(serial),
    logisticsCode: '4201000004',
    logisticsName: '汉口物流',
    logisticsNo: `L${serial}`,
    orderNo: `D${serial}`,
    freight: '10.00',
    insuredFee: '0',
    currency: '142',
    weight: '2.00000',
    packNo: '1',
    consignee: consignee.consignee!,
    consigneeAddress: consignee.consigneeAddress!,
    consigneeTelephone: consignee.consigneeTelephone!,
  }
  return `<Logistics>${group('LogisticsHead', { ...head, ...change })}</Logistics>`
}

export function listOf(serial: number, change: Fields = {}, changeLine: Fields = {}): string {
  const head = {
    ...common(serial),
    orderNo: `D${serial}`,
    ...parties,
    logisticsNo: `L${serial}`,
    logisticsCode: '4201000004',
    logisticsName: '汉口物流',
    copNo: `C${serial}`,
    assureCode: '4201000002',
    ieFlag: 'I',
    declTime: DAY,
    customsCode: '4701',
    portCode: '4701',
    buyerIdType: '1',
    buyerIdNumber: BUYER,
    buyerName: '王小明',
    buyerTelephone: '13800000000',
    consigneeAddress: consignee.consigneeAddress!,
    agentCode: '4201000005',
    agentName: '汉口报关',
    tradeMode: '9610',
    trafMode: '5',
    country: '601',
    freight: '10.00',
    insuredFee: '0',
    currency: '142',
    packNo: '1',
    grossWeight: '2.00000',
    netWeight: '1.60000',
  }
  const line = {
    gnum: '1',
    itemNo: 'A1',
    itemName: '奶粉',
    gcode: '1901101000',
    gname: '婴幼儿奶粉',
    gmodel: '800克/罐',
    country: '601',
    currency: '142',
    qty: '2',
    unit: '122',
    qty1: '1.6',
    unit1: '035',
    price: '50.00',
    totalPrice: '100.00',
  }
  const lines = group('InventoryList', { ...line, ...changeLine })
  return `<Inventory>${group('InventoryHead', { ...head, ...change })}${lines}</Inventory>`
}

export function deliveryOf(copNo: string, waybills: readonly string[], change: Fields = {}): string {
  const head = {
    guid: '00000000-0000-4000-8000-000000000711',
    appType: '1',
    appTime: `${DAY}100000`,
    appStatus: '2',
    customsCode: '4701',
    copNo,
    operatorCode: '4201000006',
    operatorName: '汉口监管场所',
    ieFlag: 'I',
    trafMode: '5',
    trafNo: 'MU123',
    voyageNo: DAY,
    billNo: 'BL-1',
    logisticsCode: '4201000004',
    logisticsName: '汉口物流',
  }
  const lines = waybills.map((logisticsNo, n) => group('DeliveryList', { gnum: String(n + 1), logisticsNo }))
  return `<Delivery>${group('DeliveryHead', { ...head, ...change })}${lines.join('')}</Delivery>`
}

/** Leaves of a group in the order given; an empty one is left out. */
export function group(name: string, values: Fields): string {
  const leaves = Object.entries(values).map(([key, value]) =>
    value === '' ? '' : `<${key}>${value}</${key}>`,
  )
  return `<${name}>${leaves.join('')}</${name}>`
}

const guid = '11111111-1111-4111-8111-111111111111'

/** A whole message of a kind: `CEB621` with its records. */
export function messageOf(kind: string, records: string, signer?: CertifiedKey): string {
  const transfer = group('BaseTransfer', {
    copCode: '4201000005',
    copName: '汉口报关',
    dxpMode: 'DXP',
    dxpId: 'DXPENT0000000001',
  })
  const open = `<${kind}Message xmlns="http://www.chinaport.gov.cn/ceb" guid="${guid}" version="1.0">${records}${transfer}`
  const whole = `${open}</${kind}Message>`
  return signer ? `${open}${signatureOf(whole, signer)}</${kind}Message>` : whole
}

const ds = 'http://www.w3.org/2000/09/xmldsig#'

function signatureOf(message: string, { key, certificate }: CertifiedKey): string {
  const digest = createHash('sha1')
    .update(canonical(readXml(Buffer.from(message))))
    .digest('base64')
  const info = `<ds:SignedInfo xmlns="http://www.chinaport.gov.cn/ceb" xmlns:ds="${ds}"><ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="${ds}rsa-sha1"></ds:SignatureMethod><ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="${ds}enveloped-signature"></ds:Transform></ds:Transforms><ds:DigestMethod Algorithm="${ds}sha1"></ds:DigestMethod><ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`
  const value = sign('sha1', Buffer.from(info), key).toString('base64')
  const plain = info.replace(` xmlns="http://www.chinaport.gov.cn/ceb" xmlns:ds="${ds}"`, '')
  return `<ds:Signature xmlns:ds="${ds}">${plain}<ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>`
}

/** The envelope of a message, to the receiver of imports where nothing else is said. */
export function envelopeOf(id: string, type: string, message: string, receiver = 'DXPEDCCEB0000002'): Buffer {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><DxpMsg xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0"><TransInfo><CopMsgId>${id}</CopMsgId><SenderId>DXPENT0000000001</SenderId><ReceiverIds><ReceiverId>${receiver}</ReceiverId></ReceiverIds><CreatTime>2026-11-23T10:00:00</CreatTime><MsgType>${type}</MsgType></TransInfo><Data>${Buffer.from(message).toString('base64')}</Data></DxpMsg>`,
  )
}
