import { catalogue } from '../../text/catalogue.ts'

export const homeTexts = catalogue({
  title: { zh: '申报 · 今日', en: 'Declarations today' },
  numbers: { zh: '有多少，各到哪里', en: 'How many, and where' },
  waiting: { zh: '等待回执', en: 'Waiting' },
  late: { zh: '逾时未回', en: 'Silent too long' },
  refused: { zh: '退单与异常', en: 'Refused, failed' },
  draft: { zh: '草稿，缺资料', en: 'Drafts, incomplete' },
  unknown: { zh: '不知是否送达', en: 'Outcome unknown' },
  contradicted: { zh: '回执矛盾', en: 'Contradicted' },
  held: { zh: '搁置的回执', en: 'Held receipts' },
  released: { zh: '已放行', en: 'Released' },
  deadlines: { zh: '期限', en: 'Deadlines' },
  of: { zh: (n: number) => `${n} 份`, en: (n: number) => `${n} declarations` },
  left: { zh: (n: number) => `还有 ${n} 天`, en: (n: number) => `${n} d left` },
  over: { zh: (n: number) => `已过 ${n} 天`, en: (n: number) => `${n} d over` },
  todo: { zh: '要您处理', en: 'For you to act on' },
  recent: { zh: '最近有变化', en: 'Changed last' },
  all: { zh: '全部 →', en: 'All →' },
  gatewayOpen: { zh: '通道开启，报文照常收发', en: 'The gateway is open' },
  gatewayShut: {
    zh: '通道已关闭：报文不发出也不读入，等管理员核对后开启',
    en: 'The gateway is shut: nothing goes out or is read until an administrator has reconciled and opens it',
  },
  nothing: {
    zh: '还没有申报。在通关计划里选定方案后提交，就会出现在这里。',
    en: 'Nothing has been declared yet. Submit a plan, and it appears here.',
  },
  toPlans: { zh: '去通关计划', en: 'To the plans' },
  declarantMissing: {
    zh: '还没有申报主体资料。先填好海关注册编码、传输编号和往来企业，才能申报。',
    en: 'There is no declarant’s record yet: give registration numbers and partners first, then declare.',
  },
  declarantGive: { zh: '填写申报主体', en: 'Give the record' },
  about: {
    zh: (state: string, at: string) => `${state} · ${at}`,
    en: (state: string, at: string) => `${state} · ${at}`,
  },
})
