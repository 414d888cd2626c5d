import { catalogue } from '../../text/catalogue.ts'

export const receiveTexts = catalogue({
  receive: { zh: '收货入库', en: 'Take in goods' },
  scan: { zh: '扫描或输入货号', en: 'Scan or type an article number' },
  scanHint: { zh: '扫描货号，再扫批号　按 /', en: 'Scan the article, then its lot  press /' },
  unknown: {
    zh: (code: string) => `本单没有 ${code}。`,
    en: (code: string) => `${code} is not on this receipt.`,
  },
  giveQuantity: {
    zh: (name: string) => `${name}：填数量`,
    en: (name: string) => `${name}: give the quantity`,
  },
  lotTaken: { zh: (lot: string) => `批号 ${lot}`, en: (lot: string) => `Lot ${lot}` },
  quantity: { zh: '收下', en: 'Take in' },
  fill: { zh: (n: string) => `全收 ${n}`, en: (n: string) => `All ${n}` },
  fillAll: { zh: '按预报全部收下', en: 'Take in all as announced' },
  lot: { zh: '批号', en: 'Lot' },
  serial: { zh: '序列号', en: 'Serial number' },
  producedOn: { zh: '生产日期', en: 'Made on' },
  expiresOn: { zh: '到期日', en: 'Good to' },
  reject: { zh: '拒收…', en: 'Turn away …' },
  rejected: { zh: '拒收', en: 'Turned away' },
  why: { zh: '拒收原因', en: 'Why' },
  another: { zh: '+ 另一批', en: '+ another lot' },
  waiting: { zh: (n: string) => `待收 ${n}`, en: (n: string) => `${n} due` },
  send: { zh: (n: number) => `入库 ${n} 项`, en: (n: number) => `Take in ${n}` },
  sendNone: { zh: '填了数量才能入库', en: 'Give a quantity first' },
  done: { zh: '已入库。', en: 'Taken in.' },
  close: { zh: '关闭收货单', en: 'Close the receipt' },
  closeAbout: {
    zh: '不会再有货到。实收与预报不符时写明原因。',
    en: 'Nothing more will come. Where it differs from what was announced, say why.',
  },
  cancel: { zh: '取消预报', en: 'Take the announcement back' },
  cancelAbout: { zh: '还没有收货，可以取消。', en: 'Nothing has come yet: it can be taken back.' },
  why2: { zh: '结束原因：', en: 'Ended because: ' },
})
