import { createHash } from 'node:crypto'
import { decimal, units } from '../message/decimal.ts'
import type { Kind, Values } from '../message/kind.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { digitsOf, instantOf } from '../time.ts'
import { type Reason, reason } from './rule.ts'

const DAY = 86_400_000

/** What a record must be by itself, whatever else the counter holds. */
export function ownReasons(kind: Kind, head: Values, scenario: Scenario, now: number): Reason[] {
  if (kind.direction === 'other') return []
  return [
    ...companyReasons(kind, head, scenario),
    ...(scenario.rules.identityCard ? identityReasons(head) : []),
    ...dateReasons(head, scenario, now),
    ...sumReasons(kind, head),
    ...weightReasons(head),
  ]
}

const codes = [
  ['ebpCode', '电商平台'],
  ['ebcCode', '电商企业'],
  ['payCode', '支付企业'],
  ['logisticsCode', '物流企业'],
  ['agentCode', '申报企业'],
  ['areaCode', '区内企业'],
  ['iacCode', '区内企业'],
  ['operatorCode', '监管场所经营人'],
  ['declAgentCode', '报关单位'],
  ['ownerCode', '生产企业'],
] as const

function companyReasons({ direction }: Kind, head: Values, { companies }: Scenario): Reason[] {
  return codes.flatMap(([name, title]) => {
    const code = head[name]
    // A maker not registered is written NO; an export's platform may be abroad.
    if (code === undefined || (name === 'ownerCode' && code === 'NO')) return []
    if (name === 'ebpCode' && direction === 'export') return []
    const isShaped = /^([0-9A-Z]{10}|[0-9A-Z]{18})$/.test(code)
    const isKnown = companies.known.length === 0 || companies.known.includes(code)
    if (isShaped && isKnown && !companies.unknown.includes(code)) return []
    return [reason('company', `${title}代码 ${name} ${code} 未在海关备案`)]
  })
}

const persons = [
  ['buyerIdType', 'buyerIdNumber'],
  ['payerIdType', 'payerIdNumber'],
] as const

function identityReasons(head: Values): Reason[] {
  return persons.flatMap(([type, number]) =>
    head[type] === '1' && !isIdentityCard(head[number] ?? '')
      ? [reason('identity', `${number} 不是有效的身份证号码`)]
      : [],
  )
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643-1999: seventeen digits and a check character. */
export function isIdentityCard(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false
  const sum = weights.reduce((all, weight, at) => all + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11] === number[17]
}

/** Names a person in the counter's memory without holding the number. */
export function personOf(type: string, number: string): string {
  return createHash('sha256').update(`${type}\u001f${number}`).digest('base64url')
}

function dateReasons(head: Values, { rules }: Scenario, now: number): Reason[] {
  const found: Reason[] = []
  for (const name of ['appTime', 'payTime', 'logisticsTime', 'accountingDate']) {
    const time = head[name]
    if (time !== undefined && instantOf(time) > now + rules.daysAhead * DAY)
      found.push(reason('date', `${name} ${time} 晚于当前时间`))
  }
  const declared = head.declTime
  if (declared === undefined) return found
  const first = digitsOf(now - rules.daysBack * DAY, 8)
  const last = digitsOf(now + rules.daysAhead * DAY, 8)
  if (declared < first || declared > last)
    found.push(reason('date', `申报日期 declTime ${declared} 不在 ${first} 至 ${last} 之间`))
  return found
}

function sumReasons({ name }: Kind, head: Values): Reason[] {
  if (name !== 'CEB311') return []
  const paid = units(head.goodsValue) + units(head.freight) + units(head.taxTotal) - units(head.discount)
  if (paid === units(head.acturalPaid)) return []
  return [
    reason(
      'sum',
      `acturalPaid ${head.acturalPaid} 不等于 goodsValue+freight+taxTotal-discount，应为 ${decimal(paid)}`,
    ),
  ]
}

function weightReasons(head: Values): Reason[] {
  if (head.grossWeight === undefined || head.netWeight === undefined) return []
  if (units(head.netWeight) <= units(head.grossWeight)) return []
  return [reason('weight', `净重 ${head.netWeight} 大于毛重 ${head.grossWeight}`)]
}
