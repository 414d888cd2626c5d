import { Type } from 'typebox'
import { closed, command, type Definition, Instant, NoInput, query } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { identityRefusals } from '../refusals.ts'
import { endSessions } from '../sessions.ts'

/** A session is told by the beginning of its token's digest: enough to tell it from others, and no token. */
const Name = Type.String({ pattern: '^[0-9a-f]{16}$' })
const NAME = `left(encode(token_hash, 'hex'), 16)`

const Session = closed({
  session: Name,
  /** The one that asks. */
  current: Type.Boolean(),
  openedAt: Instant,
  seenAt: Instant,
  expiresAt: Instant,
  /** password, passkey, or oidc: by an identity provider. Sessions of earlier versions say nothing. */
  by: Type.Optional(Type.String()),
  address: Type.Optional(Type.String()),
})

interface Row extends Record<string, unknown> {
  readonly session: string
  readonly current: boolean
  readonly opened: Date
  readonly seen: Date
  readonly expires: Date
  readonly by: string | null
  readonly address: string | null
}

const LIST = `
  select ${NAME} as session, encode(token_hash, 'hex') = $2 as current, opened_at as opened, seen_at as seen,
    expires_at as expires, opened_by as by, address
  from kernel.session where account_id = $1 and ended_at is null and expires_at > $3 and seen_at + idle > $3
  order by opened_at desc, token_hash limit 200`
const END = `
  update kernel.session set ended_at = $3 where account_id = $1 and ended_at is null and ${NAME} = $2`

/** Calls on all sessions of one's own account: where one is signed in, and an end to it. */
export function sessionListCalls(services: HostServices): Definition[] {
  return [
    query({
      name: 'kernel.session.list',
      summary: { zh: '我的登录会话', en: 'Where you are signed in' },
      permission: 'signed-in',
      beforeSecondFactor: true,
      input: NoInput,
      output: closed({ sessions: Type.Array(Session) }),
      example: { input: {} },
      async handle(work) {
        const { account, session } = work.actor
        const rows = await work.query<Row>(LIST, [account ?? null, session ?? '', work.now])
        return {
          sessions: rows.map(({ session, current, opened, seen, expires, by, address }) => ({
            session,
            current,
            openedAt: opened.toISOString(),
            seenAt: seen.toISOString(),
            expiresAt: expires.toISOString(),
            ...(by !== null && { by }),
            ...(address !== null && { address }),
          })),
        }
      },
    }),
    command({
      name: 'kernel.session.endOther',
      summary: { zh: '结束我的另一个会话', en: 'End another session of yours' },
      permission: 'signed-in',
      beforeSecondFactor: true,
      input: closed({ session: Name }),
      output: closed({ ended: Type.Integer() }),
      refusals: ['session.not_found'],
      example: {
        given: [{ call: 'kernel.session.list', input: {} }],
        input: ([list]: readonly { sessions: { session: string }[] }[]) => ({
          session: list!.sessions[0]!.session,
        }),
      },
      async handle(work, { session }) {
        const ended = await work.execute(END, [work.actor.account ?? null, session, work.now])
        if (ended === 0) return identityRefusals.refuse('session.not_found', {}, '/session')
        work.afterCommit(() => services.who.forget())
        return { ended }
      },
    }),
    command({
      name: 'kernel.session.endEverywhere',
      summary: { zh: '在所有地方退出登录', en: 'Sign out everywhere' },
      permission: 'signed-in',
      beforeSecondFactor: true,
      input: NoInput,
      output: closed({ ended: Type.Literal(true) }),
      refusals: ['session.needed'],
      example: { input: {} },
      async handle(work) {
        const { account } = work.actor
        if (!account) return identityRefusals.refuse('session.needed')
        await endSessions(work, account)
        work.emit({ type: 'kernel.session.endedEverywhere', record: `kernel.account/${account}`, data: {} })
        work.afterCommit(() => services.who.forget())
        return { ended: true as const }
      },
    }),
  ]
}
