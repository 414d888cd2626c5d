import { catalogue } from '../text/catalogue.ts'

export const toFixTexts = catalogue({
  nothing: { zh: '没有待改的行，整本订单簿都已规划。', en: 'Nothing to mend: the whole book is planned.' },
  about: {
    zh: '下列订单没有规划。在工作簿里按位置改正，然后重新交入整本；其余订单不受影响。',
    en: 'These orders are not planned. Mend the cells in your workbook, then hand the whole book in again; other orders are not touched.',
  },
  order: { zh: '订单', en: 'Order' },
  sheet: { zh: '工作表', en: 'Sheet' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  found: { zh: '发现什么，怎么改', en: 'What was found, what to do' },
  code: { zh: '代码', en: 'Code' },
  again: { zh: '重新交入', en: 'Hand it in again' },
})
