import type { CebName } from './messages.ts'

/** How a record is told from others, and which message answers it. */
export interface BusinessKey {
  /** The record, an element under the root. */
  readonly record: string
  /** Elements under the record that name it together; a group's element by a point. */
  readonly key: readonly string[]
  /** The message that answers; undefined: it is an answer itself or asks for none. */
  readonly answer?: CebName
}

/**
 * The business keys of all messages. A record's key has the same values, in the same order, as the key of the receipt
 * that answers it; they are the elements that the receipts repeat.
 */
export const businessKeys: Readonly<Record<CebName, BusinessKey>> = {
  CEB303: { record: 'Order', key: ['OrderHead.ebpCode', 'OrderHead.orderNo'], answer: 'CEB304' },
  CEB304: { record: 'OrderReturn', key: ['ebpCode', 'orderNo'] },
  CEB311: { record: 'Order', key: ['OrderHead.ebpCode', 'OrderHead.orderNo'], answer: 'CEB312' },
  CEB312: { record: 'OrderReturn', key: ['ebpCode', 'orderNo'] },
  CEB403: { record: 'Receipts', key: ['orderNo', 'payNo'], answer: 'CEB404' },
  CEB404: { record: 'ReceiptsReturn', key: ['orderNo', 'payNo'] },
  CEB411: {
    record: 'Payment',
    key: ['PaymentHead.payCode', 'PaymentHead.payTransactionId'],
    answer: 'CEB412',
  },
  CEB412: { record: 'PaymentReturn', key: ['payCode', 'payTransactionId'] },
  CEB505: { record: 'Logistics', key: ['logisticsNo'], answer: 'CEB506' },
  CEB506: { record: 'LogisticsReturn', key: ['logisticsNo'] },
  CEB507: { record: 'Arrival', key: ['ArrivalHead.copNo', 'ArrivalHead.msgSeqNo'], answer: 'CEB508' },
  CEB508: { record: 'ArrivalReturn', key: ['copNo', 'msgSeqNo'] },
  CEB509: { record: 'Departure', key: ['DepartureHead.copNo', 'DepartureHead.msgSeqNo'], answer: 'CEB510' },
  CEB510: { record: 'DepartureReturn', key: ['copNo', 'msgSeqNo'] },
  CEB511: {
    record: 'Logistics',
    key: ['LogisticsHead.logisticsCode', 'LogisticsHead.logisticsNo'],
    answer: 'CEB512',
  },
  CEB512: { record: 'LogisticsReturn', key: ['logisticsCode', 'logisticsNo'] },
  CEB513: {
    record: 'LogisticsStatus',
    key: ['logisticsCode', 'logisticsNo', 'logisticsStatus'],
    answer: 'CEB514',
  },
  CEB514: { record: 'LogisticsStatusReturn', key: ['logisticsCode', 'logisticsNo', 'logisticsStatus'] },
  CEB603: { record: 'Inventory', key: ['InventoryHead.copNo'], answer: 'CEB604' },
  CEB604: { record: 'InventoryReturn', key: ['copNo'] },
  CEB605: { record: 'InvtCancel', key: ['copNo'], answer: 'CEB606' },
  CEB606: { record: 'InvtCancelReturn', key: ['copNo'] },
  CEB607: { record: 'WayBill', key: ['WayBillHead.copNo', 'WayBillHead.msgSeqNo'], answer: 'CEB608' },
  CEB608: { record: 'WayBillReturn', key: ['copNo', 'msgSeqNo'] },
  CEB621: { record: 'Inventory', key: ['InventoryHead.copNo'], answer: 'CEB622' },
  CEB622: { record: 'InventoryReturn', key: ['copNo'] },
  CEB623: { record: 'InvtCancel', key: ['copNo'], answer: 'CEB624' },
  CEB624: { record: 'InvtCancelReturn', key: ['copNo'] },
  CEB625: { record: 'InvtRefund', key: ['InvtRefundHead.copNo'], answer: 'CEB626' },
  CEB626: { record: 'InvtRefundReturn', key: ['copNo'] },
  CEB701: {
    record: 'SummaryApply',
    key: ['SummaryApplyHead.copNo', 'SummaryApplyHead.msgSeqNo'],
    answer: 'CEB702',
  },
  CEB702: { record: 'SummaryReturn', key: ['copNo', 'msgSeqNo'] },
  CEB711: { record: 'Delivery', key: ['DeliveryHead.copNo'], answer: 'CEB712' },
  CEB712: { record: 'DeliveryReturn', key: ['copNo'] },
  CEB792: { record: 'SummaryResult', key: ['SummaryResultHead.sumNo', 'SummaryResultHead.declSeqNo'] },
  CEB816: { record: 'Tax', key: ['TaxHeadRd.invtNo', 'TaxHeadRd.taxNo'] },
  CEB818: { record: 'Tax', key: ['TaxHeadStatus.invtNo', 'TaxHeadStatus.taxNo'] },
  CEB900: { record: 'MessageReturn', key: ['oriCopMsgId'] },
}

/**
 * The business keys of the records of one message, in their order: the values of the key's elements, `undefined`
 * where one is not filled in (it then cannot be matched by it).
 */
export function keysOf(name: CebName, value: object): readonly (readonly (string | undefined)[])[] {
  const { record, key } = businessKeys[name]
  const found = (value as Readonly<Record<string, unknown>>)[record]
  const records = Array.isArray(found) ? (found as unknown[]) : found === undefined ? [] : [found]
  return records.map(one => key.map(path => valueAt(one, path)))
}

function valueAt(record: unknown, path: string): string | undefined {
  let at = record
  for (const name of path.split('.')) at = (at as Readonly<Record<string, unknown>> | undefined)?.[name]
  return typeof at === 'string' ? at : undefined
}
