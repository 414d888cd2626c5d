import { catalogue } from '../../text/catalogue.ts'

export const compareTexts = catalogue({
  title: { zh: '对比', en: 'Compare' },
  lead: {
    zh: '这张表在两个日子、或两批之后，各说什么：新增、改动、结束的条目。',
    en: 'What the table says on two days, or after two batches: entries added, changed and ended.',
  },
  one: { zh: '从', en: 'From' },
  other: { zh: '到', en: 'To' },
  now: { zh: '按现在的内容', en: 'as believed now' },
  known: { zh: '按哪一批以后', en: 'As believed after' },
  after: {
    zh: (edition: string, at: string) => `${edition} 导入后（${at}）`,
    en: (edition: string, at: string) => `after ${edition} (${at})`,
  },
  all: { zh: '全部', en: 'All' },
  added: { zh: '新增', en: 'Added' },
  changed: { zh: '改动', en: 'Changed' },
  ended: { zh: '结束', en: 'Ended' },
  key: { zh: '条目', en: 'Entry' },
  kind: { zh: '变化', en: 'Change' },
  what: { zh: '从什么变成什么', en: 'From what to what' },
  source: { zh: '出处', en: 'Source' },
  days: { zh: '有效期', en: 'In force' },
  nothing: { zh: '两边没有差别。', en: 'The two do not differ.' },
})
