import { catalogue } from '../text/catalogue.ts'

export const paletteTexts = catalogue({
  title: { zh: '搜索或跳转', en: 'Search or go to' },
  hint: {
    zh: '页面、计划、商品、复函事项…',
    en: 'A page, a plan, an article, a row of the letter …',
  },
  nothing: { zh: '没有找到。换个词试试。', en: 'Nothing found. Try another word.' },
  page: { zh: '页面', en: 'Page' },
  action: { zh: '操作', en: 'Action' },
  plan: { zh: '计划', en: 'Plan' },
  row: { zh: '复函', en: 'Letter' },
  letter: { zh: '复函', en: 'Letter' },
  plans: { zh: '通关计划', en: 'Plans' },
  newPlan: { zh: '新建通关计划', en: 'New plan' },
  rules: { zh: '某日生效的规则', en: 'Rules in force on a day' },
  stock: { zh: '库存', en: 'Stock' },
  ledger: { zh: '账户', en: 'Accounts' },
  article: { zh: '商品', en: 'Article' },
  announce: { zh: '预报到货', en: 'Announce goods' },
  order: { zh: '下达调拨', en: 'Order a transfer' },
  count: { zh: '开始盘点', en: 'Begin a count' },
  open: { zh: '开户', en: 'Open an account' },
  tables: { zh: '税则与代码表', en: 'Tariff and code tables' },
  language: { zh: '切换到 English', en: '切换到中文' },
  scheme: { zh: '切换深色或浅色', en: 'Switch dark or light' },
  keys: { zh: '↑↓ 选择　Enter 打开　Esc 关闭', en: '↑↓ choose · Enter opens · Esc closes' },
})
