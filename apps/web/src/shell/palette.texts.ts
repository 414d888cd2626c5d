import { catalogue } from '../text/catalogue.ts'

export const paletteTexts = catalogue({
  title: { zh: '搜索或跳转', en: 'Search or go to' },
  hint: {
    zh: '编号、名称、拼音或首字母…',
    en: 'A number, a name, pinyin or its initials …',
  },
  nothing: {
    zh: '没有找到。试试编号的一段、名称的几个字，或拼音首字母。',
    en: 'Nothing found. Try a part of a number, some signs of a name, or the initials of its pinyin.',
  },
  failed: { zh: '搜索没有得到答复，请稍后再试。', en: 'The search was not answered. Please try again.' },
  recent: { zh: '最近', en: 'Recent' },
  page: { zh: '页面', en: 'Pages' },
  action: { zh: '操作', en: 'Actions' },
  newPlan: { zh: '新建通关计划', en: 'New plan' },
  todo: { zh: '待处理的申报', en: 'Declarations to act on' },
  declarant: { zh: '申报主体资料', en: 'The declarant’s record' },
  announce: { zh: '预报到货', en: 'Announce goods' },
  order: { zh: '下达调拨', en: 'Order a transfer' },
  count: { zh: '开始盘点', en: 'Begin a count' },
  open: { zh: '开户', en: 'Open an account' },
  guarantee: { zh: '登记担保', en: 'Register a guarantee' },
  account: { zh: '账户与安全', en: 'Account and security' },
  language: { zh: '切换到 English', en: '切换到中文' },
  scheme: { zh: '切换深色或浅色', en: 'Switch dark or light' },
  keys: { zh: '↑↓ 选择　Enter 打开　Esc 关闭', en: '↑↓ choose · Enter opens · Esc closes' },
  close: { zh: '关闭', en: 'Close' },
})
