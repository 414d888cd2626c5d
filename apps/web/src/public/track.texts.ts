import { catalogue } from '../text/catalogue.ts'

export const trackTexts = catalogue({
  title: { zh: '通关进度查询', en: 'Track a consignment' },
  lead: {
    zh: '凭单号和一项只有买卖双方知道的信息，查询货物在海关的进度。',
    en: 'By its number and one thing that only the parties know: how it stands with the customs.',
  },
  number: {
    zh: '运单号、提运单号或清单（报关单）号',
    en: 'Waybill, bill of lading, list or declaration number',
  },
  proof: {
    zh: '订单编号、合同号，或订购人手机号后四位',
    en: 'Order or contract number, or the last four digits of the buyer’s telephone',
  },
  track: { zh: '查询', en: 'Track' },
  none: { zh: '没有查到', en: 'Nothing was found' },
  noneAbout: {
    zh: '没有这个单号，或第二项信息与之不符。请核对后再试；货物尚未申报时也查不到。',
    en: 'There is no such number, or the second fact does not go with it. Compare both; what is not declared yet is not found either.',
  },
  wait: { zh: '尝试次数过多', en: 'Too many tries' },
  waitAbout: {
    zh: (seconds: number) => `请在 ${seconds} 秒后再试。`,
    en: (seconds: number) => `Try again in ${seconds} seconds.`,
  },
  export: { zh: '出口', en: 'Export' },
  import: { zh: '进口', en: 'Import' },
  since: { zh: '自', en: 'since' },
  listNo: { zh: '海关编号', en: 'Customs number' },
  steps: { zh: '经过', en: 'What happened' },
  sent: { zh: '已向海关发送', en: 'Sent to the customs' },
  noSteps: { zh: '尚未向海关发送', en: 'Not sent to the customs yet' },
})
