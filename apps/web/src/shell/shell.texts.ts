import { catalogue } from '../text/catalogue.ts'

export const shellTexts = catalogue({
  letter: { zh: '复函', en: 'Letter' },
  plans: { zh: '通关计划', en: 'Plans' },
  stock: { zh: '库存', en: 'Stock' },
  ledger: { zh: '账户', en: 'Accounts' },
  rules: { zh: '规则', en: 'Rules' },
  tables: { zh: '税则代码', en: 'Tables' },
  main: { zh: '主导航', en: 'Main' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  home: { zh: '通衢首页', en: 'Tongqu, first page' },
  find: { zh: '搜索或跳转', en: 'Search or go to' },
  language: { zh: 'EN · English', en: '中 · 中文' },
  dark: { zh: '改用深色', en: 'Use dark colours' },
  light: { zh: '改用浅色', en: 'Use light colours' },
  signIn: { zh: '登录', en: 'Sign in' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  account: { zh: '账户', en: 'Account' },
  actFor: { zh: '代表单位', en: 'Act for' },
  roles: { zh: '角色', en: 'Roles' },
  lostTitle: { zh: '没有这个页面', en: 'There is no such page' },
  lostRemedy: {
    zh: '地址可能不完整。回到复函，从目录里找。',
    en: 'The address may be incomplete. Go back to the letter and find it in the contents.',
  },
  brokeTitle: { zh: '页面出了错', en: 'The page broke' },
  brokeRemedy: {
    zh: '这是我们的缺陷，您的数据没有受影响。请重新载入。',
    en: 'This is our fault; your data is untouched. Please load the page again.',
  },
  reload: { zh: '重新载入', en: 'Load again' },
  back: { zh: '回到复函', en: 'Back to the letter' },
})
