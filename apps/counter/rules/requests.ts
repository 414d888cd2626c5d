import { decimal, units } from '../message/decimal.ts'
import type { Values } from '../message/kind.ts'
import { firstLinked, linkedTo, markRecord, recordOf } from '../store/records.ts'
import type { Taken } from '../store/store.ts'
import { differing } from './match.ts'
import { dutiableValue, useQuota, yearOf } from './quota.ts'
import { isRefusal, keyOf, type Reason, reason, type Sight, statusOf, type Verdict } from './rule.ts'

const DAY = 86_400_000
const lists = { import: 'CEB621', export: 'CEB603' } as const

/** The list that carries a number of the customs. */
function listOf({ store }: Sight, direction: 'import' | 'export', invtNo: string): Taken | undefined {
  return linkedTo(store, lists[direction], invtNo)[0]
}

/** Cancelling a list (CEB623, CEB605): it is there, it is the asker's, and it is not ended already. */
export function judgeCancel(sight: Sight, direction: 'import' | 'export'): Verdict {
  const { record, now, store } = sight
  const list = listOf(sight, direction, record.head.invtNo ?? '')
  const reasons = list
    ? [...ofSameList(record.head, list), ...openReasons(list, now)]
    : [unknown(record.head)]
  return {
    reasons,
    accepted: () => {
      if (!list) return
      markRecord(store, list.id, 'cancelled')
      if (direction === 'import') useQuota(store, list.head, yearOf(list.taken), -dutiableValue(list))
    },
  }
}

const unknown = ({ invtNo }: Values) => reason('unknownList', `清单 ${invtNo} 不存在`)

function ofSameList(head: Values, list: Taken): Reason[] {
  const names = ['ebpCode', 'orderNo', 'ebcCode', 'agentCode', 'logisticsNo'].filter(
    name => head[name] !== undefined && list.head[name] !== undefined,
  )
  return differing(
    '申请',
    '清单',
    names.map(name => [head, name, list.head]),
  )
}

function openReasons(list: Taken, now: number): Reason[] {
  if (list.mark !== null)
    return [reason('state', `清单已${list.mark === 'cancelled' ? '撤销' : '退货或汇总'}`)]
  const status = statusOf(list, now)
  return status === undefined || isRefusal(status) ? [reason('state', '清单未被海关接受')] : []
}

/** Goods sent back (CEB625): released goods, within the days, no more of them than the list holds. */
export function judgeRefund(sight: Sight): Verdict {
  const { record, now, scenario, store } = sight
  const list = listOf(sight, 'import', record.head.invtNo ?? '')
  if (!list) return { reasons: [unknown(record.head)] }
  const released = list.plan.find(([at, status]) => status === 800 && at <= now)?.[0]
  const reasons = [...ofSameList(record.head, list)]
  if (released === undefined || list.mark === 'cancelled') reasons.push(reason('state', '清单未放行'))
  else if (now > released + scenario.limits.returnDays * DAY)
    reasons.push(reason('deadline', `已超过放行后 ${scenario.limits.returnDays} 日`))
  reasons.push(...quantityReasons(sight, list))
  return {
    reasons,
    accepted: () => useQuota(store, list.head, yearOf(list.taken), -returnedValue(record, list)),
  }
}

function quantityReasons({ store, record, now }: Sight, list: Taken): Reason[] {
  const before = linkedTo(store, 'CEB625', record.head.invtNo ?? '').filter(
    one => one.id !== record.id && !isRefusal(statusOf(one, now)),
  )
  return record.lines.flatMap(line => {
    const held = list.lines.find(one => one.gnum === line.gnum && one.gcode === line.gcode)
    if (!held) return [reason('quantity', `清单没有第 ${line.gnum ?? '?'} 项 ${line.gcode}`)]
    const earlier = before.flatMap(one => one.lines).filter(one => one.gnum === line.gnum)
    const sum = earlier.reduce((all, one) => all + units(one.qty), units(line.qty))
    if (sum <= units(held.qty)) return []
    return [reason('quantity', `第 ${line.gnum} 项退货数量 ${decimal(sum)} 超过清单数量 ${held.qty}`)]
  })
}

function returnedValue({ lines }: Taken, list: Taken): bigint {
  if (lines.length === 0) return dutiableValue(list)
  return lines.reduce((all, line) => {
    const held = list.lines.find(one => one.gnum === line.gnum)
    const of = units(held?.qty)
    return of === 0n ? all : all + (units(held?.totalPrice) * units(line.qty)) / of
  }, 0n)
}

/** Lists to be summed up into declarations (CEB701): each there, released, and not summed up before. */
export function judgeSummary(sight: Sight): Verdict {
  const { record, store, now } = sight
  const found = record.lines.map(({ invtNo = '' }) => ({ invtNo, list: listOf(sight, 'export', invtNo) }))
  const reasons = found.flatMap(({ invtNo, list }) => {
    if (!list) return [unknown({ invtNo })]
    if (list.mark !== null) return [reason('state', `清单 ${invtNo} 已撤销或已汇总`)]
    const isReleased = list.plan.some(([at, status]) => status === 800 && at <= now)
    if (!isReleased) return [reason('state', `清单 ${invtNo} 未放行`)]
    if (list.head.statisticsFlag !== 'B') return [reason('state', `清单 ${invtNo} 为简化申报，不汇总`)]
    return list.head.ebcCode === record.head.ebcCode
      ? []
      : [reason('mismatch', `清单 ${invtNo} 收发货人不一致`)]
  })
  return {
    reasons: [...partReasons(sight), ...reasons],
    accepted: () => {
      for (const { list } of found) if (list) markRecord(store, list.id, 'summed')
    },
  }
}

/** The parts of one application say the same of it, and each is one of them. */
function partReasons({ store, record }: Sight): Reason[] {
  const { msgCount = '1', msgSeqNo = '1' } = record.head
  if (Number(msgSeqNo) < 1 || Number(msgSeqNo) > Number(msgCount))
    return [reason('mismatch', `msgSeqNo ${msgSeqNo} 不在 1 至 msgCount ${msgCount} 之间`)]
  const first = firstLinked(store, record.kind, record.link ?? '')
  if (!first || first.id === record.id) return []
  const names = ['msgCount', 'customsCode', 'ebcCode', 'startTime', 'endTime']
  return differing(
    '本报文',
    '同一申请的首份报文',
    names
      .filter(name => record.head[name] !== undefined && first.head[name] !== undefined)
      .map(name => [record.head, name, first.head]),
  )
}

/** Parcels that entered the yard (CEB711): each has a waybill of that carrier, and enters once. */
export function judgeDelivery({ store, record, now }: Sight): Verdict {
  const { logisticsCode = '', billNo } = record.head
  const found = record.lines.map(({ logisticsNo = '' }) => ({
    logisticsNo,
    waybill: recordOf(
      store,
      'CEB511',
      keyOf({ logisticsCode, logisticsNo }, ['logisticsCode', 'logisticsNo']),
    ),
  }))
  const reasons = found.flatMap(({ logisticsNo, waybill }) => {
    if (!waybill || isRefusal(statusOf(waybill, now)))
      return [reason('missingDocument', `未查到运单 ${logisticsNo}`)]
    if (waybill.mark === 'entered') return [reason('state', `运单 ${logisticsNo} 已入库`)]
    const other = waybill.head.billNo
    return other === undefined || other === billNo
      ? []
      : [reason('mismatch', `运单 ${logisticsNo} 的提运单号 ${other} 与入库明细单 ${billNo} 不一致`)]
  })
  if (new Set(found.map(each => each.logisticsNo)).size < found.length)
    reasons.push(reason('state', '本单内有重复的运单'))
  return {
    reasons,
    accepted: () => {
      for (const { waybill } of found) if (waybill) markRecord(store, waybill.id, 'entered')
    },
  }
}
