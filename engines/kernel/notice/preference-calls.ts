import { Type } from 'typebox'
import { closed, command, type Definition, NoInput, query } from '../command/index.ts'
import type { Carrier, NoticeChannel } from './carrier.ts'
import { noticeRefusals } from './refusals.ts'

const Preferences = closed({
  mail: Type.Optional(Type.String({ pattern: '^[^\\s<>@]{1,64}@[^\\s<>@]{1,190}$', personal: true })),
  phone: Type.Optional(Type.String({ pattern: '^\\+?[0-9][0-9 -]{4,20}$', personal: true })),
  language: Type.Union([Type.Literal('zh'), Type.Literal('en')]),
})

/** Calls on where notices reach somebody beyond the console. */
export function preferenceCalls(carriers: readonly Carrier[]): Definition[] {
  return [preferences, prefer(carriers)]
}

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
