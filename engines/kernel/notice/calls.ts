import { Type } from 'typebox'
import { Bilingual, closed, command, type Definition, Id, Instant, NoInput, query } from '../command/index.ts'
import { refusals } from '../refusal/index.ts'
import type { Text } from '../text/index.ts'
import type { Carrier, NoticeChannel } from './carrier.ts'
import { notify } from './notify.ts'

export const noticeRefusals = refusals({
  'notice.not_found': {
    status: 404,
    text: { zh: '没有此通知', en: 'There is no such notice' },
    remedy: { zh: '在通知列表中选择', en: 'Choose one from your notices' },
  },
  'notice.no_carrier': {
    status: 409,
    text: { zh: '本系统未配置{channel}发送', en: 'This installation has nothing to send by {channel} with' },
    remedy: { zh: '只用站内通知，或请管理员配置', en: 'Use notices in the console, or ask an administrator' },
  },
})

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly cause: string
  readonly text: Text
  readonly page: string | null
  readonly at: Date
  readonly read: boolean
}

const Page = Type.String({ pattern: '^/[^\\s]{0,300}$', description: 'Page of the console' })
const Preferences = closed({
  mail: Type.Optional(Type.String({ pattern: '^[^\\s<>@]{1,64}@[^\\s<>@]{1,190}$', personal: true })),
  phone: Type.Optional(Type.String({ pattern: '^\\+?[0-9][0-9 -]{4,20}$', personal: true })),
  language: Type.Union([Type.Literal('zh'), Type.Literal('en')]),
})

/** Calls on notices. */
export function noticeCalls(carriers: readonly Carrier[]): Definition[] {
  return [list, read, send, preferences, prefer(carriers)]
}

const list = query({
  name: 'kernel.notice.list',
  summary: { zh: '我的通知', en: 'List your notices' },
  permission: 'signed-in',
  input: closed({
    unread: Type.Optional(Type.Boolean()),
    before: Type.Optional(Instant),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  output: closed({
    unread: Type.Integer(),
    notices: Type.Array(
      closed({
        id: Id,
        cause: Type.String(),
        text: Bilingual,
        page: Type.Optional(Type.String()),
        at: Instant,
        read: Type.Boolean(),
      }),
    ),
  }),
  example: { input: { limit: 20 } },
  async handle(work, { unread = false, before = null, limit = 50 }) {
    const account = work.actor.account ?? null
    const rows = await work.query<Row>(
      `select id, cause, text, page, at, read_at is not null as read from kernel.notice
       where account_id = $1 and (not $2 or read_at is null) and ($3::timestamptz is null or at < $3)
       order by at desc, id desc limit $4`,
      [account, unread, before, limit],
    )
    const [count] = await work.query<{ unread: number }>(
      'select count(*)::int as unread from kernel.notice where account_id = $1 and read_at is null',
      [account],
    )
    return {
      unread: count!.unread,
      notices: rows.map(({ page, at, ...row }) => ({ ...row, at: at.toISOString(), ...(page && { page }) })),
    }
  },
})

const read = command({
  name: 'kernel.notice.read',
  summary: { zh: '标记通知为已读', en: 'Mark a notice, or all, as read' },
  permission: 'signed-in',
  input: closed({ notice: Type.Optional(Id) }),
  output: closed({ read: Type.Integer() }),
  refusals: ['notice.not_found'],
  example: {
    given: [
      { call: 'kernel.session.who', input: {} },
      {
        call: 'kernel.notice.send',
        input: ([who]: readonly { account: { id: string } }[]) => ({
          account: who!.account.id,
          cause: 'example/read',
          text: { zh: '示例通知', en: 'An example' },
        }),
      },
      { call: 'kernel.notice.list', input: {} },
    ],
    input: ([, , listed]: readonly { notices: { id: string }[] }[]) => ({ notice: listed!.notices[0]!.id }),
  },
  async handle(work, { notice = null }) {
    const account = work.actor.account ?? null
    const count = await work.execute(
      `update kernel.notice set read_at = $3
       where account_id = $1 and ($2::uuid is null or id = $2) and read_at is null`,
      [account, notice, work.now],
    )
    if (notice && count === 0) {
      const known = await work.query('select 1 from kernel.notice where account_id = $1 and id = $2', [
        account,
        notice,
      ])
      if (known.length === 0) return noticeRefusals.refuse('notice.not_found', {}, '/notice')
    }
    return { read: count }
  },
})

const send = command({
  name: 'kernel.notice.send',
  summary: { zh: '发送通知', en: 'Send a notice to an account or to those who act for a party' },
  permission: 'kernel.announcement.send',
  input: closed({
    account: Type.Optional(Id),
    party: Type.Optional(Id),
    role: Type.Optional(Type.String({ maxLength: 60 })),
    cause: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    text: Bilingual,
    page: Type.Optional(Page),
  }),
  output: closed({ cause: Type.String() }),
  refusals: ['notice.not_found'],
  example: {
    given: [{ call: 'kernel.session.who', input: {} }],
    input: ([who]: readonly { party: { id: string } }[]) => ({
      party: who!.party.id,
      text: { zh: '今晚 22:00 维护', en: 'Maintenance tonight at 22:00' },
    }),
  },
  async handle(work, { account, party, role, cause = `announcement/${work.run}`, text, page }) {
    const to = account ? { account } : party ? { party, role } : undefined
    if (!to) return noticeRefusals.refuse('notice.not_found', {}, '/account')
    notify(work, { to, cause, text, page })
    return { cause }
  },
})

interface Preference extends Record<string, unknown> {
  readonly mail: string | null
  readonly phone: string | null
  readonly language: 'zh' | 'en'
}

const preferences = query({
  name: 'kernel.notice.preferences',
  summary: { zh: '我的通知方式', en: 'Where notices reach you' },
  permission: 'signed-in',
  input: NoInput,
  output: Preferences,
  example: { input: {} },
  async handle(work) {
    const [row] = await work.query<Preference>(
      'select mail, phone, language from kernel.notice_preference where account_id = $1',
      [work.actor.account ?? null],
    )
    const { mail, phone, language } = row ?? { mail: null, phone: null, language: work.actor.language }
    return { language, ...(mail && { mail }), ...(phone && { phone }) }
  },
})

function prefer(carriers: readonly Carrier[]): Definition {
  const missing = (channel: NoticeChannel) => !carriers.some(each => each.channel === channel)
  return command({
    name: 'kernel.notice.prefer',
    summary: { zh: '设置通知方式', en: 'Say where notices should reach you' },
    permission: 'signed-in',
    input: Preferences,
    output: Preferences,
    refusals: ['notice.no_carrier'],
    example: { input: { mail: 'someone@example.org', language: 'en' } },
    async handle(work, { mail, phone, language }) {
      if (mail && missing('mail'))
        return noticeRefusals.refuse('notice.no_carrier', { channel: 'mail' }, '/mail')
      if (phone && missing('sms'))
        return noticeRefusals.refuse('notice.no_carrier', { channel: 'sms' }, '/phone')
      await work.execute(
        `insert into kernel.notice_preference (account_id, mail, phone, language, changed_at)
         values ($1, $2, $3, $4, $5)
         on conflict (account_id) do update set mail = excluded.mail, phone = excluded.phone,
           language = excluded.language, changed_at = excluded.changed_at`,
        [work.actor.account ?? null, mail ?? null, phone ?? null, language, work.now],
      )
      return { language, ...(mail && { mail }), ...(phone && { phone }) }
    },
  })
}
