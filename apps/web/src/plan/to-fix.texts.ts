import { catalogue } from '../text/catalogue.ts'

export const toFixTexts = catalogue({
  nothing: { zh: '没有待改的行，整本订单簿都已规划。', en: 'Nothing to mend: the whole book is planned.' },
  about: {
    zh: '下列订单没有规划。在这里改好即补入方案；也可改好工作簿，重新交入整本。其余订单不受影响。',
    en: 'These orders are not planned. Put them right here and they join the plan, or mend the workbook and hand it in again; other orders are not touched.',
  },
  order: { zh: '订单', en: 'Order' },
  sheet: { zh: '工作表', en: 'Sheet' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  found: { zh: '发现什么，怎么改', en: 'What was found, what to do' },
  code: { zh: '代码', en: 'Code' },
  fix: { zh: '就地改', en: 'Put right' },
  close: { zh: '收起', en: 'Close' },
  fixTitle: { zh: (order: string) => `改正订单 ${order}`, en: (order: string) => `Put order ${order} right` },
  fixAbout: {
    zh: '只改这里，您的文件不动；改了什么、谁改的，都会留在订单上。',
    en: 'Only the plan changes, not your file; what was changed and by whom stays with the order.',
  },
  ofOrder: { zh: '订单', en: 'The order' },
  allFields: { zh: '显示全部栏目', en: 'Show every field' },
  fewFields: { zh: '只显示填了的和有问题的', en: 'Only what is filled in or wrong' },
  plan: { zh: '补入方案', en: 'Plan this order' },
  stillWrong: {
    zh: (n: number) => `还有 ${n} 处要改，已标在栏目下。`,
    en: (n: number) => `${n} more to mend, shown below their fields.`,
  },
  unchanged: { zh: '原文', en: 'As it was' },
  none: { zh: '（空）', en: '(empty)' },
  fixed: {
    zh: (by: string, at: string) => `${by} 于 ${at} 就地改正：`,
    en: (by: string, at: string) => `Put right in place by ${by} on ${at}:`,
  },
  again: { zh: '重新交入', en: 'Hand it in again' },
})
