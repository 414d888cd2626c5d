import { catalogue } from '../../text/catalogue.ts'

export const rowsTexts = catalogue({
  lead: {
    zh: '某一天生效的行。点开一行，看它的历次版本、出处与经手人。',
    en: 'The rows in force on a day. Open one for its versions, its sources and who entered them.',
  },
  date: { zh: '生效日', en: 'In force on' },
  known: { zh: '按哪一批以后的内容看', en: 'As believed after which batch' },
  now: { zh: '按现在的内容', en: 'As believed now' },
  after: {
    zh: (edition: string, at: string) => `${edition} 导入后（${at}）`,
    en: (edition: string, at: string) => `after ${edition} (${at})`,
  },
  order: { zh: '排序', en: 'Order' },
  byKey: { zh: '按代码', en: 'By code' },
  byName: { zh: '按拼音', en: 'By pinyin' },
  find: { zh: '查找行', en: 'Find a row' },
  findHint: { zh: '代码、中文、英文或拼音　按 /', en: 'Code, name or pinyin  press /' },
  count: {
    zh: (n: string, day: string) => `${day} 有 ${n} 行`,
    en: (n: string, day: string) => `${n} rows on ${day}`,
  },
  compare: { zh: '对比两日', en: 'Compare two days' },
  add: { zh: '新增条目', en: 'Add an entry' },
  days: { zh: '有效期', en: 'In force' },
  nothing: { zh: '这一天没有生效的行。换一天看看。', en: 'No row is in force on this day. Try another day.' },
  notFound: { zh: '没有符合的行。换个词，或换一天。', en: 'No row matches. Try another word or day.' },
  batches: { zh: '历次版本与更正', en: 'Editions and corrections' },
  batch: { zh: '版本', en: 'Edition' },
  correction: { zh: (key: string) => `更正 ${key}`, en: (key: string) => `correction of ${key}` },
  added: { zh: '新增', en: 'Added' },
  ended: { zh: '结束', en: 'Ended' },
  source: { zh: '出处', en: 'Source' },
  reason: { zh: '原因', en: 'Reason' },
  at: { zh: '导入', en: 'Imported' },
  from: { zh: '起用日', en: 'In force from' },
  rejected: { zh: '未收', en: 'Rejected' },
})
