import { decimal, units } from '../message/decimal.ts'
import { recordOf } from '../store/records.ts'
import type { Taken } from '../store/store.ts'
import { digitsOf } from '../time.ts'
import { differing, differingGoods, documentOf, missing, usable } from './match.ts'
import { keyOf, type Reason, reason, type Sight, type Verdict } from './rule.ts'

/** A list of retail export: order and waybill behind it, and the receipt of money where the day still asks for it. */
export function judgeExportList(sight: Sight): Verdict {
  const { record, scenario, now } = sight
  const { head, lines } = record
  const order = documentOf(sight, 'CEB303', head, ['ebpCode', 'orderNo'])
  const waybill = documentOf(sight, 'CEB505', head, ['logisticsCode', 'logisticsNo'])
  const documents = [
    { title: '订单', found: order },
    { title: '运单', found: waybill },
  ]
  if (digitsOf(now, 8) < scenario.rules.receiptsUntil)
    documents.push({ title: '收款单', found: receiptOf(sight) })
  const { waits, reasons } = missing(sight, documents)
  if (waits) return { reasons: [], waits }
  const matched = order
    ? [...differing('清单', '订单', [[head, 'ebcCode', order.head]]), ...differingGoods(lines, order.lines)]
    : []
  return {
    reasons: [
      ...reasons,
      ...matched,
      ...modeReasons(record),
      ...classificationReasons(record, scenario.limits.simplified),
    ],
  }
}

/** A receipt is found with its own number or without one. */
function receiptOf({ store, now, record: { head } }: Sight): Taken | undefined {
  const bare = recordOf(store, 'CEB403', keyOf({ ...head, payNo: '' }, ['ebcCode', 'orderNo', 'payNo']))
  if (usable(bare, now)) return bare
  const row = store.get(
    "select key from record where kind = 'CEB403' and link = ?",
    keyOf(head, ['ebcCode', 'orderNo']),
  )
  return row && usable(recordOf(store, 'CEB403', String(row.key)), now)
}

function modeReasons({ head, lines }: Taken): Reason[] {
  if (head.tradeMode !== '1210') return []
  const bare = ['emsNo', 'iacCode', 'iacName'].filter(name => head[name] === undefined)
  const found = bare.map(name => reason('mode', `特殊区域出口应填 ${name}`))
  const line = lines.findIndex(one => one.itemRecordNo === undefined)
  if (line >= 0) found.push(reason('mode', `第 ${line + 1} 项应填 itemRecordNo`))
  return found
}

/** Simplified (A): the first four digits are enough, up to a value; summed up (B): all ten. */
function classificationReasons({ head, lines }: Taken, limit: string): Reason[] {
  const isSimplified = head.statisticsFlag === 'A'
  const shape = isSimplified ? /^(0[1-9]|[1-8]\d|9[0-7])\d{2}(\d{6})?$/ : /^(0[1-9]|[1-8]\d|9[0-7])\d{8}$/
  const found = lines.flatMap(({ gcode = '' }, at) =>
    shape.test(gcode) ? [] : [reason('classification', `第 ${at + 1} 项商品编码 gcode ${gcode} 位数不符`)],
  )
  const value = lines.reduce((all, { totalPrice }) => all + units(totalPrice), 0n)
  const isRmb = lines.every(({ currency }) => currency === '142')
  if (isSimplified && isRmb && value > units(limit))
    found.push(reason('single', `简化申报价值 ${decimal(value)} 超过 ${limit}`))
  return found
}
