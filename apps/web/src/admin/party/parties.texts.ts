import { catalogue } from '../../text/catalogue.ts'

export const partiesTexts = catalogue({
  title: { zh: '主体', en: 'Parties' },
  lead: {
    zh: '企业、机关、银行：记录都属于某个主体，账号代表它办事。',
    en: 'Firms, offices, banks: every record is some party’s, and accounts act for it.',
  },
  register: { zh: '登记主体', en: 'Register a party' },
  search: { zh: '按名称、信用代码查找', en: 'Find by name or credit code' },
  searchHint: { zh: '名称、信用代码　按 /', en: 'Name, credit code  press /' },
  kind: { zh: '种类', en: 'Kind' },
  everyKind: { zh: '全部种类', en: 'Every kind' },
  state: { zh: '状态', en: 'State' },
  everyState: { zh: '全部状态', en: 'Every state' },
  open: { zh: '正常', en: 'Open' },
  closed: { zh: '已关闭', en: 'Closed' },
  name: { zh: '名称', en: 'Name' },
  creditCode: { zh: '统一社会信用代码', en: 'Credit code' },
  accounts: { zh: '账号', en: 'Accounts' },
  created: { zh: '登记', en: 'Registered' },
  notFound: { zh: '没有符合的主体。', en: 'No party matches.' },
  nothing: { zh: '还没有主体。', en: 'There are no parties yet.' },
})

export const registerTexts = catalogue({
  registerTitle: { zh: '登记主体', en: 'Register a party' },
  registerLead: {
    zh: '登记后即可为它授予角色。名称和信用代码会出现在单证上，请照营业执照填写。',
    en: 'Roles can be granted for it at once. Name and code stand on papers: write them as the licence does.',
  },
  nameZh: { zh: '中文名称', en: 'Chinese name' },
  nameEn: { zh: '英文名称', en: 'English name' },
  nameAbout: { zh: '空着即同中文', en: 'Empty: as in Chinese' },
  codeAbout: {
    zh: '18 位（GB 32100），机关、个人可以没有',
    en: '18 characters (GB 32100); offices and people may have none',
  },
  choose: { zh: '请选择', en: 'Choose' },
  send: { zh: '登记', en: 'Register' },
})

export const partyTexts = catalogue({
  all: { zh: '全部主体', en: 'All parties' },
  id: { zh: '编号', en: 'Id' },
  numbers: { zh: '名下', en: 'What it has' },
  sessions: { zh: '正在使用的会话', en: 'Open sessions' },
  keys: { zh: '有效 API 密钥', en: 'API keys that work' },
  files: { zh: '文件', en: 'Files' },
  filesOf: {
    zh: (count: string, size: string) => `${count} 个，${size}`,
    en: (count: string, size: string) => `${count}, ${size}`,
  },
  ledger: { zh: '资金与数量账户', en: 'Accounts in the ledger' },
  members: { zh: '代表它的账号', en: 'Who acts for it' },
  membersAll: { zh: '连同已结束和未到的', en: 'With those over and to come' },
  noMembers: {
    zh: '没有账号代表它。在账号页授予角色。',
    en: 'No account acts for it. Roles are granted on an account’s page.',
  },
  member: { zh: '账号', en: 'Account' },
  rolesSince: { zh: '角色', en: 'Roles' },
  close: { zh: '关闭主体', en: 'Close the party' },
  closeAbout: {
    zh: (accounts: number, alone: number, sessions: number, keys: number) =>
      `${accounts} 个账号不能再代表它，其中 ${alone} 个不代表别的主体，将无法登录；立即结束 ${sessions} 个会话，吊销 ${keys} 把密钥。它的记录原样保留。`,
    en: (accounts: number, alone: number, sessions: number, keys: number) =>
      `${accounts} accounts act for it no more; ${alone} of them act for nobody else and cannot sign in. At once ${sessions} sessions end and ${keys} keys are revoked. Its records stay as they are.`,
  },
  closedSince: { zh: (at: string) => `${at} 关闭：`, en: (at: string) => `Closed ${at}: ` },
  reopen: { zh: '重新开放', en: 'Open again' },
  own: {
    zh: '这是您正在代表的主体，须由另一主体的管理员关闭。',
    en: 'You act for this party: an administrator of another closes it.',
  },
  changes: { zh: '变更记录', en: 'What was changed' },
})
