import { catalogue } from '../text/catalogue.ts'

export const signInTexts = catalogue({
  title: { zh: '登录通衢', en: 'Sign in to Tongqu' },
  login: { zh: '账号', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  code: {
    zh: '验证码（应用上的六位数字，或恢复码）',
    en: 'Code (six digits of your app, or a recovery code)',
  },
  enter: { zh: '登录', en: 'Sign in' },
  entering: { zh: '正在登录…', en: 'Signing in …' },
  or: { zh: '或', en: 'or' },
  byPasskey: { zh: '用通行密钥登录', en: 'Sign in by a passkey' },
  byProvider: { zh: (name: string) => `用${name}登录`, en: (name: string) => `Sign in at ${name}` },
  needsPasskey: {
    zh: '密码正确。此账号还须用通行密钥确认。',
    en: 'The password is right. This account confirms by a passkey.',
  },
  needsPasskeyAt: {
    zh: (origin: string) => `密码正确。此账号还须用通行密钥确认，请在 ${origin} 登录。`,
    en: (origin: string) =>
      `The password is right. This account confirms by a passkey: sign in at ${origin}.`,
  },
  confirmPasskey: { zh: '用通行密钥确认', en: 'Confirm by the passkey' },
  calledOff: {
    zh: '通行密钥没有确认：已取消，或超过了时间。',
    en: 'The passkey did not confirm: it was called off, or took too long.',
  },
  locked: {
    zh: (clock: string) => `失败次数过多，${clock} 起可再试`,
    en: (clock: string) => `Too many failed tries: try again from ${clock}`,
  },
  left: { zh: (seconds: number) => `还有 ${seconds} 秒`, en: (seconds: number) => `${seconds} seconds left` },
  lockedAbout: {
    zh: '账号没有停用；忘记密码请管理员发一次性链接。',
    en: 'The account is not disabled; an administrator can send a one-time link for a new password.',
  },
  demo: { zh: '演示账户', en: 'Demonstration accounts' },
  demoAbout: {
    zh: '这是演示环境，人和单位都是虚构的。点一个账户即可登录。',
    en: 'This is a demonstration; people and firms are invented. One click signs you in.',
  },
  as: { zh: (name: string) => `以${name}登录`, en: (name: string) => `Sign in as ${name}` },
})
