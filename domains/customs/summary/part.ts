import type { Content } from '../declaration/form/kinds.ts'
import type { Firm, Group } from './gather.ts'
import { digits, firstDay, lastDay } from './month.ts'

/** How an application is cut into parts, and its marks whose values no source says (`retail_export.summary_message`). */
export interface MessageRule {
  readonly lists_per_part: string
  readonly summary_flag: string
  readonly item_name_flag: string
}

/** The parts of an application (CEB701): each names so many lists, all are known by one number. */
export function partsOfApplication(
  { office, agent, consignor, lists }: Group,
  { copNo, month, declaring }: { readonly copNo: string; readonly month: string; readonly declaring: Firm },
  rule: MessageRule,
): Content[] {
  const most = Number(rule.lists_per_part)
  const count = Math.ceil(lists.length / most)
  // Lists that come late lie before the month.
  const [from] = [...lists.map(each => each.released), digits(firstDay(month))].sort()
  return Array.from({ length: count }, (_, n) => ({
    SummaryApplyHead: {
      customsCode: office,
      copNo,
      agentCode: agent.code,
      agentName: agent.name,
      ebcCode: consignor.code,
      ebcName: consignor.name,
      declAgentCode: declaring.code,
      declAgentName: declaring.name,
      startTime: `${from}000000`,
      endTime: `${digits(lastDay(month))}235959`,
      summaryFlag: rule.summary_flag,
      itemNameFlag: rule.item_name_flag,
      msgCount: String(count),
      msgSeqNo: String(n + 1),
    },
    SummaryApplyList: lists.slice(n * most, (n + 1) * most).map(each => ({ invtNo: each.list_no })),
  }))
}
