import { catalogue } from '../text/catalogue.ts'

export const welcomeTexts = catalogue({
  title: { zh: '设置密码', en: 'Set your password' },
  titleFirst: { zh: '设立首位管理员', en: 'The first administrator' },
  lead: {
    zh: '您凭一次性链接来到这里。设好密码，链接随即失效。',
    en: 'A one-time link brought you here. Once the password is set, the link works no more.',
  },
  leadFirst: {
    zh: '这套系统还没有管理员。请写明您的账号、姓名和运营单位。',
    en: 'This installation has no administrator yet. Please name your account, yourself and the operator.',
  },
  login: { zh: '账号', en: 'Account' },
  loginAbout: { zh: '字母、数字、点、横线或 @', en: 'Letters, digits, dot, hyphen or @' },
  nameZh: { zh: '姓名（中文）', en: 'Name (Chinese)' },
  nameEn: { zh: '姓名（英文）', en: 'Name (English)' },
  partyZh: { zh: '运营单位（中文）', en: 'Operator (Chinese)' },
  partyEn: { zh: '运营单位（英文）', en: 'Operator (English)' },
  password: { zh: '新密码', en: 'New password' },
  again: { zh: '再输一遍', en: 'Once more' },
  differ: { zh: '两遍密码不一样，请重输。', en: 'The two passwords differ; type them again.' },
  save: { zh: '设好并登录', en: 'Set it and sign in' },
  noToken: {
    zh: '地址里没有一次性链接的凭据。请从收到的链接完整打开。',
    en: 'The address carries no one-time token. Open the whole link that you were given.',
  },
})
