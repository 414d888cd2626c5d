import { catalogue } from '../../text/catalogue.ts'

export const guaranteeTexts = catalogue({
  lead: {
    zh: '清单放行前占用担保额度；税单开出转为待缴，缴清后额度恢复。',
    en: 'A list holds part of it before release; a tax bill makes that due; once paid it is free again.',
  },
  nothing: {
    zh: '还没有登记的担保。担保由海关担保岗登记后出现在这里。',
    en: 'No guarantee is registered. It appears here once the customs officer has registered it.',
  },
  all: { zh: '全部担保', en: 'All guarantees' },
  register: { zh: '登记担保', en: 'Register a guarantee' },
  amount: { zh: '担保总额', en: 'Guaranteed' },
  due: { zh: '待缴', en: 'Due' },
  used: {
    zh: (share: string) => `已占用与待缴 ${share}`,
    en: (share: string) => `${share} held or due`,
  },
  waiting: { zh: '等额度的申报', en: 'Waiting for it' },
  waitingAbout: {
    zh: (n: number) => `${n} 份申报因额度不足而等待；增加额度或缴清税款后自动发出。`,
    en: (n: number) =>
      `${n} declarations wait, for too little is left; they go out by themselves once it suffices.`,
  },
  code: { zh: '担保企业海关编码', en: 'Guarantor’s customs code' },
  name: { zh: '担保企业名称', en: 'Guarantor’s name' },
  officeCode: { zh: '海关关区代码', en: 'Code of the customs office' },
  numberAbout: { zh: '保函或担保备案编号', en: 'Number of the letter of guarantee or its record' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'To' },
  ownerAbout: {
    zh: '担保归哪个单位。留空即当前单位。',
    en: 'The party whose guarantee it is; empty: the present one.',
  },
  send: { zh: '登记', en: 'Register' },
  change: { zh: '增减金额或延长期限', en: 'Change the amount or the term' },
  changeAbout: {
    zh: '新金额不得低于已占用与待缴之和；留空即不变。理由记入审计。',
    en: 'Not below what is held and due; empty: as it is. The reason stands in the audit.',
  },
  newAmount: { zh: '新金额', en: 'New amount' },
  newTo: { zh: '新的截止日', en: 'New last day' },
})
