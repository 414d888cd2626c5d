import { catalogue } from '../../text/catalogue.ts'

/** Words that the pages of administration share. */
export const partTexts = catalogue({
  active: { zh: '正常', en: 'Active' },
  invited: { zh: '未到过', en: 'Never came' },
  disabled: { zh: '已停用', en: 'Disabled' },
  demonstration: { zh: '演示', en: 'Demonstration' },
  trader: { zh: '贸易商', en: 'Trader' },
  agent: { zh: '代理', en: 'Agent' },
  broker: { zh: '报关行', en: 'Customs broker' },
  keeper: { zh: '仓库经营方', en: 'Warehouse keeper' },
  office: { zh: '机关', en: 'Office' },
  bank: { zh: '银行', en: 'Bank' },
  operator: { zh: '平台运营方', en: 'Operator' },
  person: { zh: '个人', en: 'Person' },
  firm: { zh: '企业', en: 'Firm' },
  stall: { zh: '商户', en: 'Stall' },
  since: { zh: (day: string) => `${day} 起`, en: (day: string) => `since ${day}` },
  fromTo: {
    zh: (from: string, to: string) => `${from} 至 ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  neverBegan: {
    zh: (day: string) => `${day} 起，未开始即收回`,
    en: (day: string) => `from ${day}, ended before it began`,
  },
  link: { zh: '一次性链接', en: 'One-time link' },
  linkAbout: {
    zh: (until: string) => `只在此刻显示一次，${until} 前可用一回。请经可靠途径交给本人。`,
    en: (until: string) =>
      `Shown now and never again; it works once, until ${until}. Hand it over by a way you trust.`,
  },
  linkShown: {
    zh: '这个链接已经显示过一次。遗失了就重新生成，旧的随即失效。',
    en: 'This link was shown before. If it is lost, make a new one: the old one stops working.',
  },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  copyByHand: { zh: '已选中，请按 Ctrl+C', en: 'Selected: press Ctrl+C' },
  party: { zh: '主体', en: 'Party' },
  partyHint: { zh: '输入名称或信用代码，从下面选一个', en: 'Type a name or credit code, choose below' },
  partyNone: { zh: '没有找到未关闭的主体。', en: 'No open party was found.' },
  partyOther: { zh: '换一个', en: 'Another' },
})
