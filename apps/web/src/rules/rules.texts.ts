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
  compare: { zh: '与哪一天对比', en: 'Compare with' },
  compareNext: { zh: '明年 1 月 1 日变什么', en: 'What changes on 1 January' },
  noCompare: { zh: '不再对比', en: 'Stop comparing' },
  changesTitle: { zh: '规则的变化', en: 'Changes of rules' },
  changed: {
    zh: (n: number, from: string, to: string) => `${from} 与 ${to} 之间有 ${n} 条不同`,
    en: (n: number, from: string, to: string) => `${n} differ between ${from} and ${to}`,
  },
  noChange: { zh: '两天之间没有变化。', en: 'Nothing changes between the two days.' },
  on: { zh: (day: string) => `${day} 的值`, en: (day: string) => `On ${day}` },
  notInForce: { zh: '没有生效的', en: 'none in force' },
  timeline: { zh: '历次版本', en: 'Versions' },
  inForceOn: { zh: (day: string) => `${day} 有效`, en: (day: string) => `in force on ${day}` },
  uses: { zh: '哪些决定用到它', en: 'Decisions that rest on it' },
  usedBy: { zh: (n: number) => `${n} 单`, en: (n: number) => `${n} orders` },
  usesAbout: {
    zh: (n: number) => `查看了您最近 8 份方案各自的前 ${n} 单。`,
    en: (n: number) => `Of your 8 latest plans the first ${n} orders each were looked through.`,
  },
  noUses: { zh: '最近的方案没有用到它。', en: 'None of the latest plans rests on it.' },
})
