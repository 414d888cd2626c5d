import { catalogue } from '../../text/catalogue.ts'

export const accountTexts = catalogue({
  all: { zh: '全部账号', en: 'All accounts' },
  id: { zh: '编号', en: 'Id' },
  linked: { zh: '统一身份认证', en: 'Identity provider' },
  linkedYes: { zh: '已关联', en: 'Linked' },
  sessions: { zh: '会话', en: 'Sessions' },
  noSessions: { zh: '没有打开的会话。', en: 'No session is open.' },
  opened: { zh: '登录于', en: 'Signed in' },
  seen: { zh: '最近使用', en: 'Last used' },
  address: { zh: '地址', en: 'Address' },
  by: { zh: '方式', en: 'By' },
  password: { zh: '密码', en: 'Password' },
  oidc: { zh: '统一身份认证', en: 'Identity provider' },
  passkey: { zh: '通行密钥', en: 'Passkey' },
  keys: { zh: 'API 密钥', en: 'API keys' },
  noKeys: { zh: '没有密钥。', en: 'No keys.' },
  changes: { zh: '变更记录', en: 'What was changed' },
  deeds: { zh: '此账号做过的操作', en: 'What this account did' },
  signIns: { zh: '登录记录', en: 'Sign-ins' },
  disabledSince: { zh: (at: string) => `${at} 停用`, en: (at: string) => `Disabled ${at}` },
  invite: { zh: '重新邀请', en: 'Invite anew' },
  inviteReset: { zh: '生成重设密码的链接', en: 'Make a link for a new password' },
  endSessions: { zh: '结束全部会话', en: 'End all sessions' },
  endSessionsAbout: {
    zh: (count: number) => `${count} 个会话随即结束，本人须重新登录；密钥不受影响。`,
    en: (count: number) => `${count} open sessions end at once and the person signs in again. Keys stay.`,
  },
  endFactor: { zh: '解除两步验证和通行密钥', en: 'End second factor and passkeys' },
  endFactorAbout: {
    zh: '手机或安全密钥遗失时用，先确认对方就是本人。会话随即结束，下次只凭密码登录。',
    en: 'For a lost phone or security key: be sure who asks. Sessions end, and the password alone opens the account.',
  },
  disable: { zh: '停用账号', en: 'Disable' },
  disableAbout: {
    zh: (sessions: number, keys: number) =>
      `立即结束 ${sessions} 个会话，吊销 ${keys} 把 API 密钥；角色保留，恢复后密钥不会回来。`,
    en: (sessions: number, keys: number) =>
      `At once ${sessions} sessions end and ${keys} API keys are revoked. Roles stay; enabled again, keys do not come back.`,
  },
  enable: { zh: '恢复账号', en: 'Enable again' },
  own: {
    zh: '这是您自己的账号：停用和收回管理员角色须由另一位管理员做。',
    en: 'This is your own account: another administrator disables it or takes its administration.',
  },
  cancel: { zh: '不改了', en: 'Never mind' },
  demonstrationFixed: {
    zh: '演示账号的密码是公开的，不能重设。',
    en: 'The password of a demonstration account is public and stays.',
  },
})

export const holdingTexts = catalogue({
  title: { zh: '角色', en: 'Roles' },
  none: {
    zh: '还没有角色：设定了密码也不能登录。',
    en: 'No role yet: even with a password it cannot sign in.',
  },
  role: { zh: '角色', en: 'Role' },
  party: { zh: '代表主体', en: 'For the party' },
  time: { zh: '时间', en: 'When' },
  now: { zh: '持有', en: 'Held' },
  later: { zh: '未到', en: 'To come' },
  over: { zh: '已结束', en: 'Over' },
  state: { zh: '状态', en: 'State' },
  closed: { zh: '主体已关闭', en: 'party closed' },
  past: { zh: (count: number) => `已结束的 ${count} 段`, en: (count: number) => `${count} that are over` },
  end: { zh: '收回', en: 'End' },
  endTitle: {
    zh: (role: string, party: string) => `收回「${role}」（${party}）`,
    en: (role: string, party: string) => `End “${role}” for ${party}`,
  },
  endAbout: {
    zh: '空着即刻收回：正在使用的页面下一步就不再被允许。填日期则用到那天结束。',
    en: 'Empty: at once, and the next step of an open page is refused. With a day: to the end of that day.',
  },
  grant: { zh: '授予角色', en: 'Grant a role' },
  choose: { zh: '请选择', en: 'Choose' },
  from: { zh: '起始日', en: 'First day' },
  fromAbout: { zh: '空着即刻生效', en: 'Empty: from now on' },
  to: { zh: '截止日（含）', en: 'Last day' },
  toAbout: { zh: '空着即不设期限', en: 'Empty: until it is ended' },
  send: { zh: '授予', en: 'Grant' },
  may: { zh: '此角色可做什么', en: 'What this role may do' },
  cancel: { zh: '不改了', en: 'Never mind' },
  granted: { zh: '已授予。', en: 'Granted.' },
  already: {
    zh: '这段时间里已经持有，没有改动。',
    en: 'It was held for that time already: nothing has changed.',
  },
})
