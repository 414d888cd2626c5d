import { refusals } from '../refusal/index.ts'

/** What every call can be refused for, before its handler is asked. */
export const commandRefusals = refusals({
  'call.unknown': {
    status: 404,
    text: { zh: '没有名为 {name} 的操作', en: 'There is no operation named {name}' },
    remedy: { zh: '查看 /openapi.json 或 ./tongqu help', en: 'See /openapi.json or ./tongqu help' },
  },
  'call.not_signed_in': {
    status: 401,
    text: { zh: '此操作需要登录', en: 'This needs you to be signed in' },
    remedy: { zh: '登录，或随请求送上 API 密钥', en: 'Sign in, or send an API key with the request' },
  },
  'call.not_allowed': {
    status: 403,
    text: { zh: '您的角色没有“{permission}”权限', en: 'None of your roles grants {permission}' },
    remedy: { zh: '请管理员授予相应角色', en: 'Ask an administrator for a role that grants it' },
  },
  'call.second_factor_required': {
    status: 403,
    text: {
      zh: '您的角色要求两步验证：设置之前不能办理其他事项',
      en: 'Your role requires a second factor: until you have one, nothing else can be done',
    },
    remedy: {
      zh: '在“账户与安全”设置通行密钥或验证码应用',
      en: 'Set up a passkey or an app under “Account and security”',
    },
  },
  'input.invalid': {
    status: 422,
    text: { zh: '输入有误：{found}', en: 'The input does not fit: {found}' },
    remedy: { zh: '按所指位置改正后重试', en: 'Correct the place named and try again' },
  },
  'call.takes_file': {
    status: 415,
    text: { zh: '此操作接收文件，不接收 JSON', en: 'This takes a file, not JSON' },
    remedy: {
      zh: '以 application/octet-stream 上传文件内容，文件名写在地址的 name 里',
      en: "Send the file's bytes as application/octet-stream, its name as ?name= in the address",
    },
  },
  'key.reused': {
    status: 409,
    text: {
      zh: '幂等键 {key} 已用于内容不同的请求',
      en: 'The idempotency key {key} was used for a different request',
    },
    remedy: { zh: '新的请求请用新的键', en: 'Use a new key for a new request' },
  },
  'record.changed': {
    status: 409,
    text: {
      zh: '记录已被他人修改：您依据第 {yours} 版，现为第 {current} 版',
      en: 'The record was changed meanwhile: you saw version {yours}, it is now {current}',
    },
    remedy: { zh: '重新读取后再改', en: 'Read it again, then change it' },
  },
  'call.too_often': {
    status: 429,
    text: { zh: '请求过于频繁', en: 'Too many requests' },
    remedy: { zh: '{seconds} 秒后再试', en: 'Try again in {seconds} seconds' },
  },
  'call.outcome_unknown': {
    status: 503,
    text: {
      zh: '提交时与数据库的连接中断，无法得知是否已完成，编号 {run}',
      en: 'The connection to the database broke during the commit; whether it was done is not known, reference {run}',
    },
    remedy: {
      zh: '带幂等键的请求请用同一键重试；否则请先查看记录，再决定是否重做',
      en: 'Ask again with the same idempotency key; without one, look at the record before doing it again',
    },
  },
  'call.failed': {
    status: 500,
    text: { zh: '系统内部错误，编号 {run}', en: 'Something went wrong inside, reference {run}' },
    remedy: {
      zh: '未做任何更改。请稍后重试，仍不行请把编号告知管理员',
      en: 'Nothing was changed. Try again later; if it stays, give an administrator the reference',
    },
  },
})
