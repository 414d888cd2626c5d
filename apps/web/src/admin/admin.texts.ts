import { catalogue } from '../text/catalogue.ts'

export const adminTexts = catalogue({
  desk: { zh: '平台管理', en: 'Administration' },
  pages: { zh: '管理页面', en: 'Pages of administration' },
  accounts: { zh: '账号', en: 'Accounts' },
  parties: { zh: '主体', en: 'Parties' },
  roles: { zh: '角色', en: 'Roles' },
  keys: { zh: '密钥', en: 'Keys' },
  limits: { zh: '限制', en: 'Limits' },
  health: { zh: '运行状况', en: 'Health' },
  jobs: { zh: '任务', en: 'Jobs' },
  backups: { zh: '备份', en: 'Backups' },
  packs: { zh: '数据包', en: 'Packs' },
  audit: { zh: '审计', en: 'Audit' },
  nothing: {
    zh: '您的角色在这里没有可做的事。需要时请平台管理员授予角色。',
    en: 'Your roles have nothing to do here. Where they should, ask an administrator for a role.',
  },
})
