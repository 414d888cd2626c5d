import { catalogue } from '../../text/catalogue.ts'

export const articlesTexts = catalogue({
  title: { zh: '商品', en: 'Articles' },
  lead: {
    zh: '在库管理的每一种商品：货号、计量单位、是否分批。',
    en: 'Every article that is kept in stock: its number, unit of measure, and whether lots are told apart.',
  },
  register: { zh: '登记商品', en: 'Register an article' },
  find: { zh: '查找商品', en: 'Find an article' },
  findHint: { zh: '货号、名称、商品编码　按 /', en: 'Number, name, HS code  press /' },
  sku: { zh: '货号', en: 'Number' },
  name: { zh: '名称', en: 'Name' },
  nameZh: { zh: '中文名称', en: 'Chinese name' },
  nameEn: { zh: '英文名称', en: 'English name' },
  tracking: { zh: '分批', en: 'Told apart' },
  none: { zh: '不分批', en: 'Not at all' },
  lot: { zh: '按批号', en: 'By lot' },
  serial: { zh: '按序列号', en: 'One by one' },
  hsCode: { zh: '商品编码', en: 'HS code' },
  shelfLife: { zh: '保质期', en: 'Shelf life' },
  days: { zh: '天', en: 'days' },
  low: { zh: '低于即提醒', en: 'Told when below' },
  nearExpiry: { zh: '到期前提醒', en: 'Told before expiry' },
  byRule: { zh: '不填即按规则', en: 'Empty: by the rule' },
  nothing: { zh: '还没有商品。', en: 'There are no articles yet.' },
  notFound: { zh: '没有符合的商品。', en: 'No article matches.' },
  all: { zh: '全部商品', en: 'All articles' },
  fixed: {
    zh: '计量单位和分批方式登记后不能改。',
    en: 'The unit of measure and how lots are told apart stay for ever.',
  },
  send: { zh: '登记', en: 'Register' },
})
