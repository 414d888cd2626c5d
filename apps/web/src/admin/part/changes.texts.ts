import { catalogue } from '../../text/catalogue.ts'

export const changesTexts = catalogue({
  at: { zh: '时间', en: 'When' },
  what: { zh: '变更', en: 'What' },
  by: { zh: '经手', en: 'By' },
  installation: { zh: '系统（无人登录）', en: 'The installation (nobody signed in)' },
  none: { zh: '没有记录。', en: 'Nothing is recorded.' },
})

/** What happened, by the type of its event in the audit. */
export const happened = catalogue({
  'kernel.account.created': { zh: '建立账号', en: 'Account created' },
  'kernel.account.invited': {
    zh: (until: string) => `生成一次性链接，有效至 ${until}`,
    en: (until: string) => `One-time link made, good until ${until}`,
  },
  'kernel.account.passwordSet': { zh: '设定密码', en: 'Password set' },
  'kernel.account.disabled': {
    zh: (ended: string) => `停用账号${ended}`,
    en: (ended: string) => `Account disabled${ended}`,
  },
  'kernel.account.enabled': { zh: '恢复账号', en: 'Account enabled' },
  'kernel.account.linked': { zh: '更改统一身份认证的关联', en: 'Link to the identity provider changed' },
  'kernel.account.sessionsEnded': { zh: '结束全部会话', en: 'All sessions ended' },
  'kernel.secondFactor.begun': { zh: '开启两步验证', en: 'Second factor set up' },
  'kernel.secondFactor.ended': { zh: '关闭两步验证', en: 'Second factor ended' },
  'kernel.passkey.added': { zh: '添加通行密钥', en: 'Passkey added' },
  'kernel.passkey.removed': { zh: '删除通行密钥', en: 'Passkey removed' },
  'kernel.key.created': {
    zh: (name: string) => `新建 API 密钥「${name}」`,
    en: (name: string) => `API key “${name}” made`,
  },
  'kernel.key.revoked': { zh: '吊销一把 API 密钥', en: 'An API key revoked' },
  'kernel.role.granted': {
    zh: (role: string, party: string, days: string) => `授予角色「${role}」（${party}${days}）`,
    en: (role: string, party: string, days: string) => `Role “${role}” granted for ${party}${days}`,
  },
  'kernel.role.ended': {
    zh: (role: string, party: string, days: string) => `收回角色「${role}」（${party}${days}）`,
    en: (role: string, party: string, days: string) => `Role “${role}” ended for ${party}${days}`,
  },
  'kernel.party.created': { zh: '登记主体', en: 'Party registered' },
  'kernel.party.closed': {
    zh: (ended: string) => `关闭主体${ended}`,
    en: (ended: string) => `Party closed${ended}`,
  },
  'kernel.party.reopened': { zh: '重新开放', en: 'Party opened again' },
  'kernel.session.opened': { zh: (from: string) => `登录${from}`, en: (from: string) => `Signed in${from}` },
  'kernel.session.refused': {
    zh: (from: string) => `登录被拒${from}`,
    en: (from: string) => `Sign-in refused${from}`,
  },
  'kernel.session.acted': {
    zh: (party: string) => `改为代表 ${party}`,
    en: (party: string) => `Acted for ${party}`,
  },
  'kernel.session.endedEverywhere': { zh: '在所有地方退出登录', en: 'Signed out everywhere' },
  'kernel.limit.changed': {
    zh: (before: string, value: string) => `由 ${before} 改为 ${value}`,
    en: (before: string, value: string) => `From ${before} to ${value}`,
  },
  ended: {
    zh: (sessions: string, keys: string) => `，结束 ${sessions} 个会话、${keys} 把密钥`,
    en: (sessions: string, keys: string) => `, which ended ${sessions} sessions and ${keys} keys`,
  },
  reason: { zh: (why: string) => `：${why}`, en: (why: string) => `: ${why}` },
  from: { zh: (day: string) => `，自 ${day}`, en: (day: string) => ` from ${day}` },
  to: { zh: (day: string) => `，至 ${day}`, en: (day: string) => ` until ${day}` },
})
