import type { Text } from '../text/index.ts'

/** What a limit does, and the standard that asks for one of its kind. */
export interface LimitAbout {
  readonly about: Text
  readonly source?: string
}

const NIST = 'NIST SP 800-63B-4'

/** By the limit's name. */
export const LIMIT_ABOUT: Readonly<Record<string, LimitAbout>> = {
  'session.idle': {
    about: {
      zh: '多久没有操作就须重新登录。已开的会话仍按开时的值，改动从下次登录起有效。',
      en: 'Without any use for so long, one signs in again. Open sessions keep the value they were opened with.',
    },
    source: `${NIST} §2.2.3`,
  },
  'session.length': {
    about: {
      zh: '不论是否一直在用，会话到时即结束。改动从下次登录起有效。',
      en: 'A session ends by then however much it is used. It counts from the next sign-in.',
    },
    source: `${NIST} §2.2.3`,
  },
  'session.recent': {
    about: {
      zh: '更改密码、两步验证、通行密钥前，须在这么久之内登录过。',
      en: 'Whoever changes a password, a second factor or a passkey signed in no longer ago than this.',
    },
  },
  'challenge.length': {
    about: {
      zh: '浏览器须在此时间内用通行密钥作答，过时重来。',
      en: 'The browser answers with the passkey in this time, or begins again.',
    },
  },
  'tries.login': {
    about: {
      zh: '前这么多次失败不必等待；此后每失败一次，等待从一秒起加倍。',
      en: 'So many failures cost nothing; each one after doubles the wait, from one second on.',
    },
    source: 'GB/T 22239-2019 8.1.4.1',
  },
  'tries.address': {
    about: {
      zh: '同一网络地址试多个账号时的次数，单位共用出口地址时宜放宽。',
      en: 'For one address that tries many logins; wider where a whole office shares one address.',
    },
    source: 'GB/T 22239-2019 8.1.4.1',
  },
  'tries.wait': {
    about: {
      zh: '等待加倍到此为止，本人也不会被永远关在门外。',
      en: 'The wait doubles up to here, so that nobody is shut out for ever by others who try.',
    },
  },
  'password.length': {
    about: {
      zh: '只管新设的密码。长比复杂要紧，一句话就够长。',
      en: 'Of passwords set from now on. Length counts for more than odd characters; a sentence is long enough.',
    },
    source: `${NIST} §3.1.1.2`,
  },
  'invitation.length': {
    about: {
      zh: '邀请和重设密码的链接多久失效。已发出的链接不变。',
      en: 'After this a link to set a password works no more. Links already made stay as they are.',
    },
  },
  'key.length': {
    about: {
      zh: '新建的密钥最多可用这么久，到期须换新的。已有的密钥不变。',
      en: 'A new key lives no longer than this. Keys already made stay as they are.',
    },
  },
}
