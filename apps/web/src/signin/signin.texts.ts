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
  demo: { zh: '演示账户', en: 'Demonstration accounts' },
  demoAbout: {
    zh: '这是演示环境，人和单位都是虚构的。点一个账户即可登录。',
    en: 'This is a demonstration; people and firms are invented. One click signs you in.',
  },
  as: { zh: (name: string) => `以${name}登录`, en: (name: string) => `Sign in as ${name}` },
})
