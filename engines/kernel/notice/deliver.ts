import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { StoredEvent, Subscriber } from '../event/index.ts'
import type { JobDefinition } from '../job/index.ts'
import { fill, type Language, type Text } from '../text/index.ts'
import type { Carrier, NoticeChannel } from './carrier.ts'
import { NOTICE_ASKED, type NoticeRequest, type Recipient } from './notify.ts'

/*
 * A notice: asked (an event of whatever brought it about) → standing in the recipient's console (a row, one per
 * account and cause) → sent by mail or short message, for those who want it, by a job that is done at least
 * once and marks what it has sent.
 */
export const SEND = 'kernel.notice.send'

/** Puts notices that were asked for into the consoles of their recipients. */
export function noticeSubscriber(carriers: readonly Carrier[]): Subscriber {
  const channels = new Set(carriers.map(carrier => carrier.channel))
  return {
    name: 'kernel.notices',
    types: [NOTICE_ASKED],
    async handle(work, event) {
      const request = event.data as NoticeRequest
      for (const account of await accountsOf(work, request.to, event)) {
        const id = await addNotice(work, account, request, event.at)
        if (id) await enqueueWanted(work, id, account, channels)
      }
    },
  }
}

async function accountsOf(work: UnitOfWork, to: Recipient, event: StoredEvent): Promise<string[]> {
  if ('account' in to) {
    const rows = await work.query<{ id: string }>(
      'select id from kernel.account where id = $1 and disabled_at is null',
      [to.account],
    )
    return rows.map(row => row.id)
  }
  const rows = await work.query<{ id: string }>(
    `select distinct a.id from kernel.membership m join kernel.account a on a.id = m.account_id and a.disabled_at is null
     where m.party_id = $1 and ($2::text is null or m.role = $2) and m.from_at <= $3 and (m.to_at is null or m.to_at > $3)`,
    [to.party, to.role ?? null, event.at],
  )
  return rows.map(row => row.id)
}

async function addNotice(
  work: UnitOfWork,
  account: string,
  { cause, text, page }: NoticeRequest,
  at: Date,
): Promise<string | undefined> {
  const [row] = await work.query<{ id: string }>(
    `insert into kernel.notice (id, account_id, cause, text, page, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (account_id, cause) do nothing returning id`,
    [work.newId(), account, cause, JSON.stringify(text), page ?? null, at],
  )
  return row?.id
}

async function enqueueWanted(
  work: UnitOfWork,
  notice: string,
  account: string,
  channels: ReadonlySet<NoticeChannel>,
): Promise<void> {
  const [wants] = await work.query<{ mail: string | null; phone: string | null }>(
    'select mail, phone from kernel.notice_preference where account_id = $1',
    [account],
  )
  const wanted: NoticeChannel[] = [
    ...(wants?.mail ? ['mail' as const] : []),
    ...(wants?.phone ? ['sms' as const] : []),
  ]
  for (const channel of wanted)
    if (channels.has(channel))
      await work.enqueue({ name: SEND, payload: { notice, channel }, key: `notice ${notice} ${channel}` })
}

interface Standing extends Record<string, unknown> {
  readonly text: Text
  readonly page: string | null
  readonly at: Date
  readonly mail: string | null
  readonly phone: string | null
  readonly language: Language
}

const STANDING = `
  select n.text, n.page, n.at, p.mail, p.phone, p.language
  from kernel.notice n join kernel.notice_preference p on p.account_id = n.account_id
  where n.id = $1 and not exists (select 1 from kernel.notice_sent s where s.notice_id = n.id and s.channel = $2)`

/** Sends a notice out of the house. */
export function noticeJob(carriers: readonly Carrier[], publicUrl: string): JobDefinition {
  return {
    name: SEND,
    title: { zh: '外发通知', en: 'Send a notice out of the house' },
    async run(context, payload) {
      const { notice, channel } = payload as { notice: string; channel: NoticeChannel }
      const carrier = carriers.find(each => each.channel === channel)
      const [standing] = await context.work(work => work.query<Standing>(STANDING, [notice, channel]))
      const to = channel === 'mail' ? standing?.mail : standing?.phone
      if (!carrier || !standing || !to) return
      const subject = fill(standing.text, standing.language)
      const link = standing.page ? `\n\n${publicUrl}${standing.page}` : ''
      await carrier.send({ id: notice, to, subject, text: `${subject}${link}`, at: standing.at })
      await context.work(work =>
        work.execute(
          'insert into kernel.notice_sent (notice_id, channel, sent_at) values ($1, $2, $3) on conflict do nothing',
          [notice, channel, work.now],
        ),
      )
    },
  }
}
