import { decimal, units } from '../message/decimal.ts'
import type { Taken } from '../store/store.ts'
import { type Reason, reason, type Sight, type Verdict } from './rule.ts'

/** A declaration: who trades, weights, what a market-procurement declaration may be worth. */
export function judgeDeclaration({ record, scenario }: Sight): Verdict {
  const { head } = record
  const reasons: Reason[] = []
  if (head.TradeCode === undefined && head.TradeCoScc === undefined)
    reasons.push(reason('company', '应填境内收发货人 TradeCode 或 TradeCoScc'))
  for (const name of ['TradeCode', 'OwnerCode', 'AgentCode', 'TradeCoScc', 'AgentCodeScc']) {
    const code = head[name]
    const isKnown = code === undefined || isCompany(code, scenario.companies)
    if (!isKnown) reasons.push(reason('company', `${name} ${code} 未在海关备案`))
  }
  if (units(head.NetWt) > units(head.GrossWet))
    reasons.push(reason('weight', `净重 ${head.NetWt} 大于毛重 ${head.GrossWet}`))
  return { reasons: [...reasons, ...marketReasons(record, scenario.limits.market)] }
}

function isCompany(code: string, { known, unknown }: Sight['scenario']['companies']): boolean {
  const isShaped = /^([0-9A-Z]{10}|[0-9A-Z]{18})$/.test(code)
  return isShaped && !unknown.includes(code) && (known.length === 0 || known.includes(code))
}

/** 海关总署公告2019年第221号: USD 150,000 a declaration. What is priced in other currencies is not judged. */
function marketReasons({ head, lines }: Taken, limit: string): Reason[] {
  const isDollars = lines.every(({ TradeCurr }) => TradeCurr === '502' || TradeCurr === 'USD')
  if (head.TradeMode !== '1039' || !isDollars) return []
  const total = lines.reduce((all, { DeclTotal }) => all + units(DeclTotal), 0n)
  return total > units(limit) ? [reason('single', `市场采购货值 ${decimal(total)} 美元超过 ${limit}`)] : []
}
