import { catalogue } from '../../text/catalogue.ts'

export const announceTexts = catalogue({
  title: { zh: '预报到货', en: 'Announce goods' },
  lead: {
    zh: '告诉仓库什么货、多少、哪天到。仓库按单收货。',
    en: 'Tell the warehouse what comes, how much and when. It takes the goods in by this.',
  },
  goods: { zh: '货物', en: 'Goods' },
  add: { zh: '扫描或输入货号，逐行添加', en: 'Scan or type an article number to add a line' },
  addHint: { zh: '货号　按 /', en: 'Article number  press /' },
  unknown: {
    zh: (code: string) => `没有货号 ${code}。先在“商品”里登记。`,
    en: (code: string) => `No article is numbered ${code}. Register it under “Articles” first.`,
  },
  added: { zh: (name: string) => `已添加 ${name}`, en: (name: string) => `${name} added` },
  quantity: { zh: '数量', en: 'Quantity' },
  remove: { zh: '去掉', en: 'Remove' },
  none: { zh: '还没有货物。用上面的框添加。', en: 'No goods yet. Add them by the field above.' },
  sender: { zh: '发货方', en: 'Sender' },
  senderAbout: { zh: '谁发来的，可不填', en: 'Who sends it; may stay empty' },
  reference: { zh: '自己的单号', en: 'Your own number' },
  referenceAbout: { zh: '采购单、退货单，可不填', en: 'A purchase order or return; may stay empty' },
  expected: { zh: '预计到货', en: 'Expected on' },
  send: { zh: '交给仓库', en: 'Announce' },
})
