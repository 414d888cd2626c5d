import { catalogue } from '../text/catalogue.ts'

export const rulesTexts = catalogue({
  title: { zh: '生效的规则', en: 'Rules in force' },
  lead: {
    zh: '税率、限额、名单和期限都是有日期、有出处的数据。选一天，看那天生效的每一条。',
    en: 'Rates, limits, lists and deadlines are data with dates and sources. Choose a day to see what is in force on it.',
  },
  date: { zh: '日期', en: 'Day' },
  find: { zh: '查找规则', en: 'Find a rule' },
  findHint: { zh: '名称、出处、文号…　按 /', en: 'Name, source, number …  press /' },
  count: {
    zh: (n: number, day: string) => `${day} 有 ${n} 条`,
    en: (n: number, day: string) => `${n} in force on ${day}`,
  },
  digest: { zh: '规则集摘要', en: 'Digest of the set' },
  rule: { zh: '规则', en: 'Rule' },
  value: { zh: '值', en: 'Value' },
  since: { zh: '有效期', en: 'In force' },
  source: { zh: '出处', en: 'Source' },
  strength: { zh: '强度', en: 'Strength' },
  nothing: {
    zh: '没有符合的规则。换个词，或换一天。',
    en: 'No rule matches. Try another word or another day.',
  },
})
