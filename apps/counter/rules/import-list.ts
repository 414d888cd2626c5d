import { linkedTo } from '../store/records.ts'
import type { Taken } from '../store/store.ts'
import { differing, differingGoods, documentOf, missing, type Pair, usable } from './match.ts'
import { dutiableValue, quotaReasons, useQuota, yearOf } from './quota.ts'
import { keyOf, type Reason, reason, type Sight, type Verdict } from './rule.ts'

/** A list of retail import: order, payment and waybill behind it, who buys, how much, what the mode asks. */
export function judgeImportList(sight: Sight): Verdict {
  const { record, store } = sight
  const { head } = record
  const order = documentOf(sight, 'CEB311', head, ['ebpCode', 'orderNo'])
  const payment = order && paymentOf(sight, order)
  const waybill = documentOf(sight, 'CEB511', head, ['logisticsCode', 'logisticsNo'])
  const { waits, reasons } = missing(sight, [
    { title: '订单', found: order },
    { title: '支付单', found: payment },
    { title: '运单', found: waybill },
  ])
  if (waits) return { reasons: [], waits }
  return {
    reasons: [
      ...reasons,
      ...modeReasons(record),
      ...(order ? orderReasons(record, order) : []),
      ...(order && payment ? paymentReasons(order, payment, sight.scenario.rules.payerIsBuyer) : []),
      ...(order && waybill ? waybillReasons(record, order, waybill) : []),
      ...quotaReasons(sight),
    ],
    accepted: () => useQuota(store, head, yearOf(record.taken), dutiableValue(record)),
  }
}

/** By the order's own words, else by the order's number on the payment. */
function paymentOf(sight: Sight, { head }: Taken): Taken | undefined {
  if (head.payCode && head.payTransactionId)
    return documentOf(sight, 'CEB411', head, ['payCode', 'payTransactionId'])
  const found = linkedTo(sight.store, 'CEB411', keyOf(head, ['ebpCode', 'orderNo']))
  return found.findLast(one => usable(one, sight.now))
}

function orderReasons({ head, lines }: Taken, order: Taken): Reason[] {
  const names = ['ebcCode', 'buyerIdType', 'buyerIdNumber', 'buyerName', 'consigneeAddress']
  const pairs = names.map((name): Pair => [head, name, order.head])
  return [...differing('清单', '订单', pairs), ...differingGoods(lines, order.lines)]
}

function paymentReasons({ head }: Taken, { head: payment }: Taken, payerIsBuyer: boolean): Reason[] {
  const pairs: Pair[] = [
    [head, 'acturalPaid', payment, 'amountPaid'],
    [head, 'orderNo', payment],
    [head, 'ebpCode', payment],
  ]
  if (payerIsBuyer)
    pairs.push([head, 'buyerIdNumber', payment, 'payerIdNumber'], [head, 'buyerName', payment, 'payerName'])
  return differing('订单', '支付单', pairs)
}

function waybillReasons({ head }: Taken, { head: order }: Taken, { head: waybill }: Taken): Reason[] {
  return [
    ...differing('清单', '运单', [[head, 'orderNo', waybill]]),
    ...differing('订单', '运单', [
      [order, 'consignee', waybill],
      [order, 'consigneeTelephone', waybill],
      [order, 'consigneeAddress', waybill],
    ]),
  ]
}

/** Bonded lists name the book and each line of it; their goods leave from China, code 142. */
function modeReasons({ head, lines }: Taken): Reason[] {
  if (head.tradeMode === '9610') return []
  const found: Reason[] = []
  if (head.emsNo === undefined) found.push(reason('mode', `监管方式 ${head.tradeMode} 应填账册编号 emsNo`))
  if (head.country !== '142')
    found.push(reason('mode', `监管方式 ${head.tradeMode} 的起运国 country 应为 142`))
  const bare = lines.findIndex(line => line.itemRecordNo === undefined)
  if (bare >= 0) found.push(reason('mode', `第 ${bare + 1} 项应填账册备案序号 itemRecordNo`))
  return found
}
