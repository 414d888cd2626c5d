import { catalogue } from '../../text/catalogue.ts'

export const limitsTexts = catalogue({
  title: { zh: '限制', en: 'Limits' },
  lead: {
    zh: '本系统对登录、会话、密码、链接和密钥的限制。改动管以后的，并记入审计。',
    en: 'What this installation holds sign-in, sessions, passwords, links and keys to. A change counts from then on and stands in the audit.',
  },
  change: { zh: '修改', en: 'Change' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '不改了', en: 'Never mind' },
  initial: { zh: (value: string) => `出厂 ${value}`, en: (value: string) => `first value ${value}` },
  range: {
    zh: (least: string, most: string) => `可设 ${least} 至 ${most}`,
    en: (least: string, most: string) => `from ${least} to ${most}`,
  },
  value: { zh: '新值', en: 'New value' },
  source: { zh: '依据', en: 'After' },
  history: { zh: '修改记录', en: 'How it was changed' },
  minutes: { zh: '分钟', en: 'minutes' },
  hours: { zh: '小时', en: 'hours' },
  days: { zh: '天', en: 'days' },
  seconds: { zh: '秒', en: 'seconds' },
  characters: { zh: '个字符', en: 'characters' },
  tries: { zh: '次', en: 'tries' },
})
