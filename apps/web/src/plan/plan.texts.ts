import { catalogue } from '../text/catalogue.ts'

export const planTexts = catalogue({
  page: { zh: '通关计划', en: 'Plan' },
  all: { zh: '全部计划', en: 'All plans' },
  law: { zh: (day: string) => `适用 ${day} 的规则`, en: (day: string) => `Rules of ${day}` },
  chosen: { zh: '选定', en: 'Chosen' },
  noMode: { zh: '没有可用方式', en: 'no lawful mode' },
  filterBy: { zh: (mode: string) => `只看 ${mode}`, en: (mode: string) => `Only ${mode}` },
  taxes: { zh: '税费', en: 'Taxes' },
  refund: { zh: '退税', en: 'Refund' },
  netCost: { zh: '净成本', en: 'Net cost' },
  cny: { zh: '元', en: 'CNY' },
  rates: { zh: '汇率', en: 'Rates' },
  download: { zh: '下载 Excel', en: 'Download Excel' },
  warnings: { zh: '请先看', en: 'Read first' },
  views: { zh: '视图', en: 'Views' },
  tabOrders: { zh: '订单', en: 'Orders' },
  tabContainers: { zh: '按柜', en: 'By container' },
  tabFix: { zh: '待改', en: 'To fix' },
  waiting: { zh: '排队等候，轮到即开始。', en: 'Waiting for its turn.' },
  reading: {
    zh: (n: number) => `正在读取并规划，已读 ${n} 单。`,
    en: (n: number) => `Reading and planning: ${n} orders so far.`,
  },
  readingAbout: {
    zh: '可以离开这一页，计划会继续。',
    en: 'You may leave this page; the plan goes on.',
  },
  stop: { zh: '停止规划', en: 'Stop planning' },
  cancelled: { zh: '规划已停止，没有留下结果', en: 'The plan was stopped; nothing of it was kept' },
  failed: { zh: '这本订单簿没有读成', en: 'This order book could not be read' },
  again: { zh: '改好后重新交入', en: 'Mend it and hand it in again' },
})
