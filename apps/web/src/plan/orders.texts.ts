import { catalogue } from '../text/catalogue.ts'

export const ordersTexts = catalogue({
  list: { zh: '订单', en: 'Orders' },
  find: { zh: '查找订单', en: 'Find an order' },
  findHint: { zh: '订单号、国别…　按 /', en: 'Order, country …  press /' },
  mode: { zh: '选定方式', en: 'Chosen mode' },
  everyMode: { zh: '全部方式', en: 'All modes' },
  noMode: { zh: '没有可用方式', en: 'No lawful mode' },
  shipment: { zh: '货柜', en: 'Container' },
  everyShipment: { zh: '全部货柜', en: 'All containers' },
  count: { zh: (n: number) => `${n} 单`, en: (n: number) => `${n} orders` },
  nothing: { zh: '没有符合条件的订单。', en: 'No order meets these conditions.' },
  planned: { zh: '已规划', en: 'Planned' },
  none: { zh: '没有可用方式', en: 'No lawful mode' },
  overridden: { zh: '人工改选', en: 'Chosen by hand' },
  lines: { zh: (n: number) => `${n} 行`, en: (n: number) => (n === 1 ? '1 line' : `${n} lines`) },
  netCost: { zh: '净成本，元', en: 'net cost, CNY' },
  pick: {
    zh: '从左边选一个订单，看每种方式能不能走、为什么、要多少钱。',
    en: 'Choose an order to see which modes it may use, why, and at what cost.',
  },
  pickKeys: { zh: '↑↓ 移动，Enter 打开', en: '↑↓ moves, Enter opens' },
  loading: { zh: '读取中…', en: 'Loading …' },
})
