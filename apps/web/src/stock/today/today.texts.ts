import { catalogue } from '../../text/catalogue.ts'

export const todayTexts = catalogue({
  title: { zh: '今日', en: 'Today' },
  scan: { zh: '扫描或输入任何编号', en: 'Scan or type any code' },
  scanHint: {
    zh: '单号、货号、批号　按 /',
    en: 'A document, article or lot  press /',
  },
  toReceive: { zh: '待收货', en: 'To receive' },
  toDispatch: { zh: '待发出', en: 'To dispatch' },
  onTheWay: { zh: '在途', en: 'On the way' },
  overdue: { zh: '在途逾期', en: 'Overdue' },
  toShip: { zh: '占用待出库', en: 'Held, to ship' },
  countsOpen: { zh: '盘点', en: 'Counts' },
  expiring: { zh: '临期与过期', en: 'Expiring' },
  low: { zh: '低库存', en: 'Low' },
  noneOpen: {
    zh: (code: string) => `没有打开的单据 ${code}。`,
    en: (code: string) => `No open document is numbered ${code}.`,
  },
  all: { zh: '全部 →', en: 'All →' },
  leftOf: {
    zh: (left: string, low: string) => `剩 ${left}，低于 ${low}`,
    en: (left: string, low: string) => `${left} left, below ${low}`,
  },
})
