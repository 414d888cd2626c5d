import { catalogue } from '../text/catalogue.ts'

export const listTexts = catalogue({
  clear: { zh: '清除筛选', en: 'Clear the filters' },
  none: { zh: '没有', en: 'None' },
  more: { zh: '更多', en: 'More' },
  export: { zh: '导出 CSV', en: 'Export CSV' },
  exportAbout: {
    zh: '导出当前筛选的全部行，栏目与表中相同',
    en: 'Every row under these filters, with the columns of the table',
  },
  exporting: {
    zh: (n: number) => `已取 ${n} 行　停止`,
    en: (n: number) => `${n} rows so far · stop`,
  },
})
