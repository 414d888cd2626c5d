import { catalogue } from '../text/catalogue.ts'

/** Words that every page of the stock desk uses. */
export const stockTexts = catalogue({
  desk: { zh: '库存', en: 'Stock' },
  pages: { zh: '库存的页面', en: 'Pages of stock' },
  today: { zh: '今日', en: 'Today' },
  levels: { zh: '可用量', en: 'Availability' },
  receipts: { zh: '收货', en: 'Receipts' },
  transfers: { zh: '调拨', en: 'Transfers' },
  counts: { zh: '盘点', en: 'Counts' },
  holds: { zh: '占用', en: 'Holds' },
  articles: { zh: '商品', en: 'Articles' },
  warehouses: { zh: '仓库', en: 'Warehouses' },
  warehouse: { zh: '仓库', en: 'Warehouse' },
  everyWarehouse: { zh: '全部仓库', en: 'All warehouses' },
  article: { zh: '商品', en: 'Article' },
  owner: { zh: '货主', en: 'Owner' },
  keeper: { zh: '保管方', en: 'Keeper' },
  unit: { zh: '单位', en: 'Unit' },
  state: { zh: '状态', en: 'State' },
  everyState: { zh: '全部状态', en: 'All states' },
  choose: { zh: '请选择', en: 'Choose' },
  cancel: { zh: '不改了', en: 'Never mind' },
  reason: { zh: '原因', en: 'Reason' },
  paper: { zh: '所凭单证', en: 'Paper' },
  paperReference: { zh: '单证编号', en: 'Its number' },
  addPaper: { zh: '附单证…', en: 'Add a paper …' },
  paperNone: { zh: '没有单证', en: 'No paper' },
  paperNeeded: {
    zh: (kind: string, papers: string) => `${kind}须凭以下之一：${papers}`,
    en: (kind: string, papers: string) => `A ${kind} needs one of: ${papers}`,
  },
})
