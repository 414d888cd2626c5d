import { units } from '../message/decimal.ts'
import type { Values } from '../message/kind.ts'
import { linkedTo } from '../store/records.ts'
import { isRefusal, type Reason, reason, type Sight, statusOf, type Verdict } from './rule.ts'

/** A bonded list (INV101): firms, what goes with its kind of declaration, its lines, and what the book holds of them. */
export function judgeBonded(sight: Sight): Verdict {
  const { record, scenario } = sight
  return {
    reasons: [
      ...companyReasons(record.head, scenario.companies),
      ...declaredReasons(record.head),
      ...record.lines.flatMap(lineReasons),
      ...bookReasons(sight),
    ],
  }
}

function companyReasons(head: Values, { known, unknown }: Sight['scenario']['companies']): Reason[] {
  return ['BizopEtpsno', 'RcvgdEtpsno', 'DclEtpsno'].flatMap(name => {
    const code = head[name]
    const isKnown =
      code === undefined || ((known.length === 0 || known.includes(code)) && !unknown.includes(code))
    return isKnown ? [] : [reason('company', `${name} ${code} 未在海关备案`)]
  })
}

/** 报关标志 1 needs its kind, and each kind the firm that declares; 2 has none. */
function declaredReasons(head: Values): Reason[] {
  const { DclcusFlag: flag, DclcusTypecd: type } = head
  if (flag === '2') return type === undefined ? [] : [reason('mode', '非报关清单不填报关类型 DclcusTypecd')]
  if (type === undefined) return [reason('mode', '报关清单应填报关类型 DclcusTypecd')]
  const needed = type === '2' ? 'CorrEntryDclEtpsNo' : 'RltEntryBizopEtpsno'
  return head[needed] === undefined ? [reason('mode', `报关类型 ${type} 应填 ${needed}`)] : []
}

function lineReasons(line: Values): Reason[] {
  const { GdsSeqno: number, DclQty, DclUprcAmt, DclTotalAmt, GrossWt, NetWt } = line
  const found: Reason[] = []
  if (line.PutrecSeqno === undefined)
    found.push(reason('quantity', `第 ${number} 项缺少备案序号 PutrecSeqno`))
  if (units(DclQty) === 0n) found.push(reason('quantity', `第 ${number} 项申报数量为零`))
  if (DclUprcAmt !== undefined && !isProduct(DclUprcAmt, DclQty, DclTotalAmt))
    found.push(reason('sum', `第 ${number} 项单价 ${DclUprcAmt} × 数量 ${DclQty} 与总价 ${DclTotalAmt} 不符`))
  if (GrossWt !== undefined && units(NetWt) > units(GrossWt))
    found.push(reason('weight', `第 ${number} 项净重 ${NetWt} 大于毛重 ${GrossWt}`))
  return found
}

/** The unit price was rounded to four decimals: each piece may be off by half of the last. */
function isProduct(price: string, qty: string | undefined, total: string | undefined): boolean {
  const exact = units(price) * units(qty)
  const off = exact - units(total) * 100_000n
  return (off < 0n ? -off : off) <= 5n * units(qty) + 1_000n * 100_000n
}

/**
 * What other lists have said of the same lines of the book: a line is one kind of goods in one unit. How much stands in
 * it nobody has told this counter, so it is not judged.
 */
function bookReasons({ store, record, now }: Sight): Reason[] {
  const before = linkedTo(store, 'INV101', record.head.PutrecNo ?? '').filter(one => {
    const status = statusOf(one, now)
    return one.id !== record.id && status !== undefined && !isRefusal(status)
  })
  return record.lines.flatMap(line => {
    const same = before.flatMap(list => list.lines.filter(one => one.PutrecSeqno === line.PutrecSeqno))
    const other = same.find(one => one.Gdecd !== line.Gdecd || one.DclUnitcd !== line.DclUnitcd)
    if (!other) return []
    const said = ({ Gdecd, DclUnitcd }: Values) => `${Gdecd}、单位 ${DclUnitcd}`
    return [reason('mismatch', `账册第 ${line.PutrecSeqno} 项为 ${said(other)}，清单为 ${said(line)}`)]
  })
}
