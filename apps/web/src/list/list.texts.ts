import { catalogue } from '../text/catalogue.ts'

export const listTexts = catalogue({
  clear: { zh: '清除筛选', en: 'Clear the filters' },
  none: { zh: '没有', en: 'None' },
  more: { zh: '更多', en: 'More' },
  read: { zh: (n: string) => `已读 ${n} 行`, en: (n: string) => `${n} rows read` },
  readOf: {
    zh: (n: string, of: string) => `已读 ${n} 行，共 ${of} 行`,
    en: (n: string, of: string) => `${n} of ${of} rows read`,
  },
  ascending: { zh: '升序；再按一次改为降序', en: 'Ascending; press again to turn it round' },
  descending: { zh: '降序；再按一次改变次序', en: 'Descending; press again to change the order' },
  unsorted: { zh: '按此栏排序', en: 'Put in the order of this column' },
  columns: { zh: '栏目', en: 'Columns' },
  columnsAbout: { zh: '显示哪些栏目', en: 'Which columns are shown' },
  order: { zh: '次序', en: 'Order' },
  usual: { zh: '通常次序', en: 'Usual order' },
  up: { zh: (head: string) => `${head}，升序`, en: (head: string) => `${head}, ascending` },
  down: { zh: (head: string) => `${head}，降序`, en: (head: string) => `${head}, descending` },
  export: { zh: '导出', en: 'Export' },
  exportAbout: {
    zh: '导出当前筛选的全部行，栏目、次序与表中相同',
    en: 'Every row under these filters, with the columns of the table and in its order',
  },
  exporting: { zh: (n: string) => `已写 ${n} 行`, en: (n: string) => `${n} rows written` },
  stop: { zh: '停止', en: 'Stop' },
  conditions: { zh: '已设的筛选', en: 'Filters that are set' },
  condition: {
    zh: (label: string, value: string) => `${label}：${value}`,
    en: (label: string, value: string) => `${label}: ${value}`,
  },
  takeAway: { zh: (label: string) => `去掉“${label}”`, en: (label: string) => `Take “${label}” away` },
  and: { zh: '；', en: '; ' },
  unnarrowed: { zh: '无', en: 'none' },
  nobody: { zh: '未登录', en: 'nobody signed in' },
  note: {
    zh: (filters: string, at: string, who: string) =>
      `筛选：${filters}　时间：${at}（北京时间）　导出人：${who}`,
    en: (filters: string, at: string, who: string) => `Filters: ${filters} · at ${at} (UTC+8) · by ${who}`,
  },
})
