import { catalogue } from '../../text/catalogue.ts'

export const createTexts = catalogue({
  title: { zh: '新建账号', en: 'New account' },
  lead: {
    zh: '账号给一个人用。建好得到一次性链接，本人用它设定自己的密码；角色随后授予。',
    en: 'An account is one person’s. It comes with a one-time link to set a password; roles are granted after.',
  },
  all: { zh: '全部账号', en: 'All accounts' },
  login: { zh: '登录名', en: 'Login' },
  loginAbout: {
    zh: '字母、数字和 . - _ @，不分大小写。会出现在记录里，不要用身份证号。',
    en: 'Letters, digits and . - _ @, in either case. It stands in records: no identity number.',
  },
  nameZh: { zh: '姓名（中文）', en: 'Name in Chinese' },
  nameEn: { zh: '姓名（英文）', en: 'Name in English' },
  nameAbout: { zh: '空着即同中文', en: 'Empty: as in Chinese' },
  send: { zh: '建立并生成链接', en: 'Create and make a link' },
  done: {
    zh: (login: string) => `账号 ${login} 已建立`,
    en: (login: string) => `The account ${login} is there`,
  },
  grant: { zh: '去授予角色', en: 'Go on to its roles' },
  another: { zh: '再建一个', en: 'Another one' },
  noRole: {
    zh: '没有角色的账号设定密码后也不能登录。',
    en: 'Without a role the account cannot sign in, even with its password set.',
  },
})
