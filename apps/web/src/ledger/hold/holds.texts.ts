import { catalogue } from '../../text/catalogue.ts'

export const holdsTexts = catalogue({
  title: { zh: '预留', en: 'Holds' },
  lead: {
    zh: '先占下、还没入账的：到期自动退回。',
    en: 'Held and not posted yet; what expires goes back by itself.',
  },
  ended: { zh: '了结', en: 'Ended' },
  expires: { zh: '到期', en: 'Expires' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  heldAt: { zh: '预留时间', en: 'Held at' },
  pending: { zh: '预留中', en: 'Held now' },
  posted: { zh: '已入账', en: 'Posted' },
  voided: { zh: '已撤销', en: 'Given back' },
  expired: { zh: '已到期', en: 'Expired' },
  status: { zh: '状态', en: 'State' },
  nothing: { zh: '没有预留。', en: 'Nothing is held.' },
  number: { zh: '编号', en: 'Id' },
})
