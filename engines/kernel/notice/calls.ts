import { Type } from 'typebox'
import { Bilingual, closed, command, type Definition, Id, Instant, query } from '../command/index.ts'
import type { HostServices } from '../host/services.ts'
import type { Text } from '../text/index.ts'
import type { Carrier } from './carrier.ts'
import { kindCalls } from './kind-calls.ts'
import { notify, type Recipient } from './notify.ts'
import { preferenceCalls } from './preference-calls.ts'
import { noticeRefusals } from './refusals.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly cause: string
  readonly kind: string
  readonly text: Text
  readonly page: string | null
  readonly at: Date
  readonly read: boolean
}

const LIST = `
  select id, cause, kind, text, page, at, read_at is not null as read from kernel.notice
  where account_id = $1 and ($2::boolean is null or (read_at is null) = $2) and ($3::text is null or kind = $3)
    and ($4::uuid is null or (at, id) < (select at, id from kernel.notice where id = $4))
  order by at desc, id desc limit $5`

const Page = Type.String({ pattern: '^/[^\\s]{0,300}$', description: 'Page of the console' })

/** Calls on notices. */
export function noticeCalls(services: HostServices, carriers: readonly Carrier[]): Definition[] {
  return [list(services), read, send, ...preferenceCalls(carriers), ...kindCalls(services, carriers)]
}

const list = (services: HostServices) =>
  query({
    name: 'kernel.notice.list',
    summary: { zh: '我的通知', en: 'List your notices' },
    permission: 'signed-in',
    input: closed({
      /** Only those that are not read, or only those that are; absent: all. */
      unread: Type.Optional(Type.Boolean()),
      kind: Type.Optional(Type.String({ maxLength: 200 })),
      /** The last notice seen: the page goes on with older ones. */
      after: Type.Optional(Id),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    output: closed({
      unread: Type.Integer(),
      notices: Type.Array(
        closed({
          id: Id,
          cause: Type.String(),
          kind: Type.String(),
          kindName: Type.Optional(Bilingual),
          text: Bilingual,
          page: Type.Optional(Type.String()),
          at: Instant,
          read: Type.Boolean(),
        }),
      ),
      more: Type.Boolean(),
    }),
    example: { input: { limit: 20 } },
    async handle(work, { unread = null, kind = null, after = null, limit = 50 }) {
      const account = work.actor.account ?? null
      const rows = await work.query<Row>(LIST, [account, unread, kind, after, limit + 1])
      const [count] = await work.query<{ unread: number }>(
        'select count(*)::int as unread from kernel.notice where account_id = $1 and read_at is null',
        [account],
      )
      const names = new Map(
        services
          .registry()
          .noticeKinds()
          .map(each => [each.kind, each.name]),
      )
      return {
        unread: count!.unread,
        notices: rows.slice(0, limit).map(({ page, at, ...row }) => ({
          ...row,
          at: at.toISOString(),
          ...(page && { page }),
          ...(names.has(row.kind) && { kindName: names.get(row.kind)! }),
        })),
        more: rows.length > limit,
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
  summary: {
    zh: '发送通知',
    en: 'Send a notice to an account, to those who act for a party, or to everybody',
  },
  permission: 'kernel.announcement.send',
  input: closed({
    account: Type.Optional(Id),
    /** Everybody who has an account. */
    everybody: Type.Optional(Type.Literal(true)),
    party: Type.Optional(Id),
    role: Type.Optional(Type.String({ maxLength: 60 })),
    cause: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    text: Bilingual,
    page: Type.Optional(Page),
  }),
  output: closed({ cause: Type.String() }),
  refusals: ['notice.nobody'],
  example: {
    given: [{ call: 'kernel.session.who', input: {} }],
    input: ([who]: readonly { party: { id: string } }[]) => ({
      party: who!.party.id,
      text: { zh: '今晚 22:00 维护', en: 'Maintenance tonight at 22:00' },
    }),
  },
  async handle(work, { cause = `announcement/${work.run}`, text, page, ...whom }) {
    const to = recipientOf(whom)
    if (!to) return noticeRefusals.refuse('notice.nobody', {}, '/account')
    notify(work, { to, cause, text, page })
    return { cause }
  },
})

function recipientOf(whom: {
  account?: string
  party?: string
  role?: string
  everybody?: true
}): Recipient | undefined {
  const { account, party, role, everybody } = whom
  if (account) return { account }
  if (party) return { party, role }
  return everybody ? { everybody } : undefined
}
