import { catalogue } from '../../text/catalogue.ts'

export const periodsTexts = catalogue({
  title: { zh: '账期', en: 'Periods' },
  lead: {
    zh: '结过账的时段：结账后那一刻及以前不能再入账，要改就在之后冲正。',
    en: 'Closed periods: nothing is posted at or before their end; a correction is a new posting after it.',
  },
  upTo: { zh: '结至', en: 'Closed up to' },
  closedAt: { zh: '结账时间', en: 'Closed at' },
  running: { zh: '正在结账', en: 'Closing' },
  done: { zh: '已结', en: 'Closed' },
  knownAt: { zh: '已知至', en: 'Known at' },
  whose: { zh: '范围', en: 'Of' },
  everybody: { zh: '该单位的全部账户', en: 'All accounts of the unit' },
  accounts: { zh: '账户数', en: 'Accounts' },
  debits: { zh: '借方', en: 'Debits' },
  credits: { zh: '贷方', en: 'Credits' },
  statement: { zh: '当时的对账单', en: 'Statement of then' },
  nothing: { zh: '还没有结过账。', en: 'Nothing has been closed yet.' },
  close: { zh: '结账', en: 'Close a period' },
  closeAbout: {
    zh: '结至那一天的最后一刻。结账不能撤销。',
    en: 'Up to the last moment of that day. A closing is not undone.',
  },
  day: { zh: '结至', en: 'Up to' },
  unitHint: { zh: '单位代码，如 CNY', en: 'Unit, such as CNY' },
  party: { zh: '户主编号', en: "The holder's id" },
  partyAbout: { zh: '空着即该单位的全部账户', en: 'Empty: all accounts of the unit' },
})
