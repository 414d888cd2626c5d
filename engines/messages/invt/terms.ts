import { choice } from '../schema/kinds/code.ts'
import { pattern, text } from '../schema/kinds/text.ts'

export const invtSource =
  '单一窗口保税核注清单导入报文（元素、次序：客户端已接收的报文；长度、必填：他人程序的字段定义）。 Bonded inventory list of the single window, from messages its client took in and field definitions in others’ programs.'

/** The receipts of customs stand in the namespace of signatures, which is an oddity of theirs. */
export const receiptNamespace = 'http://www.w3.org/2000/09/xmldsig#'

/** 18 characters: a firm's unified credit code. */
export const creditCode = text(18, { min: 18 })
/** 10 characters: a firm's number with the customs. */
export const customsCode = text(10, { min: 10 })
export const firmName = text(512)

/** QD, 4 customs, 2 year, I or E, 9 digits: `QD311124E000098849`. */
export const bondInvtNo = pattern(
  'C18',
  /^QD\d{6}[IE]\d{9}$/,
  { zh: 'QD＋4 位关区＋2 位年＋I/E＋9 位流水号', en: 'QD, customs, year, I or E, a number of 9' },
  pick => `QD4719${10 + pick(20)}${'IE'[pick(2)]}${String(pick(1e9)).padStart(9, '0')}`,
  ['QD311124X000098849', 'QD31112E000098849', 'qd311124E000098849'],
)

/** Of a list, a line: what becomes of it against the book. */
export const declareMark = choice({
  1: { zh: '备案申请', en: 'new' },
  2: { zh: '变更申请', en: 'changed' },
  3: { zh: '删除申请', en: 'deleted' },
})

export const invtType = choice({
  0: { zh: '普通清单', en: 'ordinary' },
  1: { zh: '集报清单', en: 'deliveries declared together' },
  3: { zh: '先入区后报关', en: 'into the zone first, declared later' },
  4: { zh: '简单加工', en: 'simple processing' },
  5: { zh: '保税展示交易', en: 'bonded display and sale' },
  6: { zh: '区内流转', en: 'moved inside the zone' },
  7: { zh: '区港联动', en: 'between zone and port' },
  8: { zh: '保税电商', en: 'bonded e-commerce' },
  9: { zh: '一纳成品内销', en: 'finished goods sold at home' },
})

export const materialMark = choice({
  I: { zh: '料件', en: 'materials' },
  E: { zh: '成品', en: 'finished goods' },
})
