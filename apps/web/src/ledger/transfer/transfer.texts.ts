import { catalogue } from '../../text/catalogue.ts'

export const transferTexts = catalogue({
  title: { zh: '转账', en: 'Transfer' },
  missing: {
    zh: '没有这笔转账，或者它不在您能看的范围内。',
    en: 'There is no such transfer, or you may not see it.',
  },
  back: { zh: '返回', en: 'Back' },
  from: { zh: '借方账户', en: 'Debited' },
  to: { zh: '贷方账户', en: 'Credited' },
  flags: { zh: '标志', en: 'Flags' },
  order: { zh: '记账次序', en: 'Order of the books' },
  ends: { zh: '所了结的预留', en: 'Ends the hold' },
  hold: { zh: '预留', en: 'Hold' },
  expires: { zh: '到期', en: 'Expires' },
  ended: { zh: '了结', en: 'Ended' },
  never: { zh: '转账一经记下不再改变。', en: 'A transfer, once entered, never changes.' },
})
