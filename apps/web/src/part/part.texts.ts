import { catalogue } from '../text/catalogue.ts'

export const partTexts = catalogue({
  unreachable: { zh: '连接不上服务器', en: 'The server cannot be reached' },
  unreachableRemedy: {
    zh: '请检查网络，或看服务是否在运行，然后重试。',
    en: 'Check the network, or whether the server is running, then try again.',
  },
  place: { zh: '位置', en: 'Place' },
  remedy: { zh: '怎么办', en: 'What to do' },
  code: { zh: '代码', en: 'Code' },
  missingFor: { zh: '缺少的权限', en: 'What it is for' },
  missingRoles: { zh: '有此权限的角色', en: 'Roles that have it' },
  missingGranters: { zh: '可授予者', en: 'Who can grant it' },
  again: { zh: '重试', en: 'Try again' },
  signIn: { zh: '去登录', en: 'Sign in' },
  noEnd: { zh: '无期限', en: 'no end' },
  over: { zh: '已到期', en: 'over' },
  leftFor: { zh: (span: string) => `还有 ${span}`, en: (span: string) => `${span} left` },
  late: { zh: (n: number) => `迟 ${n} 天`, en: (n: number) => `${n} d late` },
  inDays: { zh: (n: number) => `还有 ${n} 天`, en: (n: number) => `in ${n} d` },
  onDay: { zh: '今天', en: 'today' },
  loading: { zh: '正在读取', en: 'Loading' },
})
