import { catalogue } from '../text/catalogue.ts'

export const containersTexts = catalogue({
  nothing: { zh: '这本订单簿没有填写货柜或组货单。', en: 'This order book names no container.' },
  nothingHow: {
    zh: '在“柜号/组货单”一栏填上编号，同号的订单就会按一柜规划。',
    en: 'Fill the column “shipment”: orders of one number are then planned as one container.',
  },
  declarations: {
    zh: (n: number) => `${n} 票报关单`,
    en: (n: number) => (n === 1 ? '1 declaration' : `${n} declarations`),
  },
  declaration: { zh: (n: number) => `第 ${n} 票`, en: (n: number) => `No. ${n}` },
  limit: {
    zh: (usd: string) => `每票限额 USD ${usd}`,
    en: (usd: string) => `limit per declaration USD ${usd}`,
  },
  rule: { zh: '查看规则', en: 'See the rule' },
  full: { zh: (percent: string) => `已占 ${percent}`, en: (percent: string) => `${percent} full` },
  lines: { zh: (n: number) => `${n} 行`, en: (n: number) => (n === 1 ? '1 line' : `${n} lines`) },
  orders: { zh: (n: number) => `${n} 单`, en: (n: number) => (n === 1 ? '1 order' : `${n} orders`) },
  ordersOf: { zh: '包含订单', en: 'Orders inside' },
  leave: { zh: '须离开本柜的行', en: 'Lines that must leave' },
  allStay: { zh: '没有需要离开的行。', en: 'No line has to leave.' },
  noMode: { zh: '没有可用方式', en: 'No lawful mode' },
  declared: { zh: (n: number) => `申报 ${n} 行`, en: (n: number) => `${n} declared` },
  order: { zh: '订单', en: 'Order' },
  line: { zh: '行', en: 'Line' },
  why: { zh: '原因', en: 'Why' },
})
