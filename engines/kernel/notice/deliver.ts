import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { StoredEvent, Subscriber } from '../event/index.ts'
import { NOBODY_PARTY } from '../identity/actor.ts'
import type { JobDefinition } from '../job/index.ts'
import { fill, type Language, type Text } from '../text/index.ts'
import type { Carrier, NoticeChannel } from './carrier.ts'
import { NOTICE_ASKED, type NoticeRequest, type Recipient } from './notify.ts'

/*
 * A notice: asked (an event of whatever brought it about) → standing in the recipient's console (a row, one per
 * account and cause, unless that one does not want its kind) → sent by mail or short message, for those who want it, by a job that is done at least
 * once and marks what it has sent.
 */
const SEND = 'kernel.notice.send'
const SPREAD = 'kernel.notice.spread'

/** Puts notices that were asked for into the consoles of their recipients. */
export function noticeSubscriber(carriers: readonly Carrier[]): Subscriber {
  const channels = new Set(carriers.map(carrier => carrier.channel))
  return {
    name: 'kernel.notices',
    types: [NOTICE_ASKED],
    async handle(work, event) {
      const request = event.data as NoticeRequest
      if ('everybody' in request.to) {
        const payload = { request, at: event.at.toISOString() }
        await work.enqueue({ name: SPREAD, payload: { ...payload }, key: `${SPREAD} ${request.cause}` })
        return
      }
      await addNotices(work, await accountsOf(work, request.to, event), request, event.at, channels)
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
  if (!('party' in to)) return []
  const rows = await work.query<{ id: string }>(
    `select distinct a.id from kernel.membership m join kernel.account a on a.id = m.account_id and a.disabled_at is null
     where m.party_id = $1 and ($2::text is null or m.role = $2) and m.from_at <= $3 and (m.to_at is null or m.to_at > $3)`,
    [to.party, to.role ?? null, event.at],
  )
  return rows.map(row => row.id)
}

const ADD = `
  insert into kernel.notice (id, account_id, cause, text, page, at)
  select n.id, n.account, $3, $4, $5, $6 from unnest($1::uuid[], $2::uuid[]) as n (id, account)
  where not exists (select from kernel.notice_choice c
    where c.account_id = n.account and c.kind = split_part($3, '/', 1) and not c.console)
  on conflict (account_id, cause) do nothing returning id, account_id as account`
const WANTED = `
  select n.id, p.mail, p.phone from unnest($1::uuid[], $2::uuid[]) as n (id, account)
  join kernel.notice_preference p on p.account_id = n.account
  where not exists (select from kernel.notice_choice c
    where c.account_id = n.account and c.kind = split_part($3, '/', 1) and not c.away)`

/** Puts a notice into consoles, one of a cause, and asks for it to be sent to those who want it sent. */
async function addNotices(
  work: UnitOfWork,
  accounts: readonly string[],
  { cause, text, page }: NoticeRequest,
  at: Date,
  channels: ReadonlySet<NoticeChannel>,
): Promise<void> {
  if (accounts.length === 0) return
  const added = await work.query<{ id: string; account: string }>(ADD, [
    accounts.map(() => work.newId()),
    accounts,
    cause,
    JSON.stringify(text),
    page ?? null,
    at,
  ])
  if (added.length === 0 || channels.size === 0) return
  const wanted = await work.query<{ id: string; mail: string | null; phone: string | null }>(WANTED, [
    added.map(each => each.id),
    added.map(each => each.account),
    cause,
  ])
  for (const { id, mail, phone } of wanted)
    for (const channel of [...(mail ? ['mail' as const] : []), ...(phone ? ['sms' as const] : [])])
      if (channels.has(channel))
        await work.enqueue({ name: SEND, payload: { notice: id, channel }, key: `notice ${id} ${channel}` })
}

/** Accounts that one transaction gives a notice to. */
const AT_ONCE = 1000

/** Gives everybody a notice, some at a time; who has it already is passed by, so that doing it again is harmless. */
export function spreadJob(carriers: readonly Carrier[]): JobDefinition {
  const channels = new Set(carriers.map(carrier => carrier.channel))
  return {
    name: SPREAD,
    title: { zh: '向所有人发通知', en: 'Give everybody a notice' },
    async run(context, payload) {
      const { request, at } = payload as unknown as { request: NoticeRequest; at: string }
      let after: string | undefined = NOBODY_PARTY
      while (after !== undefined) {
        if (context.signal.aborted) throw new Error('stopped')
        after = await context.work(work => spreadSome(work, request, new Date(at), after!, channels))
      }
    },
  }
}

async function spreadSome(
  work: UnitOfWork,
  request: NoticeRequest,
  at: Date,
  after: string,
  channels: ReadonlySet<NoticeChannel>,
): Promise<string | undefined> {
  const rows = await work.query<{ id: string }>(
    'select id from kernel.account where id > $1 and disabled_at is null order by id limit $2',
    [after, AT_ONCE],
  )
  const accounts = rows.map(row => row.id)
  await addNotices(work, accounts, request, at, channels)
  return accounts.length === AT_ONCE ? accounts.at(-1) : undefined
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
