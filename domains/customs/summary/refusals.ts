import { refusals } from '@tongqu/kernel/refusal'

export const summaryRefusals = refusals({
  'summary.month_open': {
    status: 409,
    text: { zh: '{month} 尚未结束', en: '{month} is not over' },
    remedy: { zh: '自 {from} 起汇总该月的清单', en: 'Its lists are summed up from {from} on' },
  },
  'summary.nothing': {
    status: 409,
    text: { zh: '{month} 及以前没有待汇总的清单', en: 'No lists up to {month} wait to be summed up' },
    remedy: {
      zh: '查看清单是否已放行、已在其他汇总申请内或正在撤销',
      en: 'See whether they are released, stand in another summary or are being cancelled',
    },
  },
  'summary.no_agent': {
    status: 409,
    text: { zh: '申报主体资料缺少报关单位', en: 'The declarant’s record names no declaring firm' },
    remedy: {
      zh: '在申报主体资料填写 agent（customs.declarant.set）',
      en: 'Give agent in the declarant’s record (customs.declarant.set)',
    },
  },
  'summary.not_found': {
    status: 404,
    text: { zh: '没有汇总申请 {id}', en: 'There is no summary {id}' },
    remedy: { zh: '在汇总申请列表中查找', en: 'Look it up in the list of summaries' },
  },
  'summary.list_in_summary': {
    status: 409,
    text: { zh: '清单 {number} 已列入汇总申请 {summary}', en: '{number} stands in the summary {summary}' },
    remedy: {
      zh: '汇总申请未发出的先撤回；已发出的须向海关申请删改该申请或所生成的报关单，退单后再撤销清单',
      en: 'Withdraw the summary if it is not out; else have the customs void it or amend the declaration it became, and cancel the list after its rejection',
    },
  },
  'summary.with_customs': {
    status: 409,
    text: {
      zh: '{number} 已发往海关，不能撤回',
      en: '{number} is with the customs, and cannot be taken back',
    },
    remedy: {
      zh: '没有撤销它的报文：向申报地海关申请退单，退单后所列清单可重新申报',
      en: 'No message cancels it: ask the office to reject it, then what it names can be declared again',
    },
  },
})
