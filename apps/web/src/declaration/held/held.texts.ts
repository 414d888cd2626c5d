import { catalogue } from '../../text/catalogue.ts'

export const heldTexts = catalogue({
  title: { zh: '搁置的回执', en: 'Held receipts' },
  lead: {
    zh: '海关说了话，却对不上这里的单证。核实后写明处理结果；报文补发或入库后会自动接上。',
    en: 'The customs said something that fits no record here. Find out, and say what was done; what only came early is taken up by itself.',
  },
  nothing: { zh: '没有搁置的回执。', en: 'No receipt is held.' },
  at: { zh: '收到', en: 'Received' },
  kind: { zh: '单证', en: 'Record' },
  key: { zh: '业务编号', en: 'Its number' },
  status: { zh: '回执', en: 'Receipt' },
  reason: { zh: '为何搁置', en: 'Why it is held' },
  info: { zh: '海关的话', en: 'What it says' },
  settle: { zh: '已处理…', en: 'Dealt with …' },
  settleAbout: {
    zh: '写明怎样核实和处理的；记入审计，此条不再列出。',
    en: 'Say how it was found out and dealt with; the audit keeps it, and it is listed no more.',
  },
})
