import { refusals } from '../refusal/index.ts'

export const noticeRefusals = refusals({
  'notice.not_found': {
    status: 404,
    text: { zh: '没有此通知', en: 'There is no such notice' },
    remedy: { zh: '在通知列表中选择', en: 'Choose one from your notices' },
  },
  'notice.nobody': {
    status: 422,
    text: { zh: '没有说明发给谁', en: 'It is not said whom the notice is for' },
    remedy: { zh: '指定账户、单位，或所有人', en: 'Name an account, a party, or everybody' },
  },
  'notice.kind_unknown': {
    status: 404,
    text: { zh: '没有这一类通知', en: 'There is no such kind of notice' },
    remedy: { zh: '在列表中选择', en: 'Choose one of the list' },
  },
  'notice.kind_needed': {
    status: 409,
    text: { zh: '这一类通知人人都会收到', en: 'Notices of this kind reach everybody' },
    remedy: { zh: '可以只在站内接收，不外发', en: 'You can have them in the console only' },
  },
  'notice.no_carrier': {
    status: 409,
    text: { zh: '本系统未配置{channel}发送', en: 'This installation has nothing to send by {channel} with' },
    remedy: { zh: '只用站内通知，或请管理员配置', en: 'Use notices in the console, or ask an administrator' },
  },
})
