import { type Static, Type } from 'typebox'
import { closed, command, type Definition, Id, NoInput, query, type UnitOfWork } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import type { Refusal } from '../../refusal/index.ts'
import { identityRefusals } from '../refusals.ts'
import { endSession, membershipsOf } from '../sessions.ts'
import { describe, SignedIn } from '../signed-in.ts'

const Nobody = closed({ signedIn: Type.Literal(false) })

/** Calls on the session one is in. */
export function sessionCalls(services: HostServices): Definition[] {
  return [
    query({
      name: 'kernel.session.who',
      summary: {
        zh: '当前登录的账号、主体、角色与权限',
        en: 'Who is signed in, for whom, and what they may do',
      },
      permission: 'public',
      unsafeScope: 'system',
      input: NoInput,
      output: Type.Union([SignedIn, Nobody]),
      example: { input: {} },
      handle: async work => (await who(work, services)) ?? { signedIn: false as const },
    }),
    command({
      name: 'kernel.session.end',
      summary: { zh: '退出登录', en: 'Sign out' },
      permission: 'signed-in',
      beforeSecondFactor: true,
      input: NoInput,
      output: closed({ ended: Type.Boolean() }),
      refusals: ['session.needed'],
      example: { input: {} },
      async handle(work) {
        const { session } = work.actor
        if (!session) return identityRefusals.refuse('session.needed')
        const ended = await endSession(work, session)
        work.afterCommit(() => services.who.forget())
        return { ended }
      },
    }),
    command({
      name: 'kernel.session.act',
      summary: { zh: '改为代表另一主体', en: 'Act for another of your parties' },
      permission: 'signed-in',
      beforeSecondFactor: true,
      unsafeScope: 'system',
      input: closed({ party: Id }),
      output: SignedIn,
      refusals: ['session.needed', 'party.not_found'],
      example: {
        given: [{ call: 'kernel.session.who', input: {} }],
        input: ([who]: readonly { party: { id: string } }[]) => ({ party: who!.party.id }),
      },
      handle: (work, { party }) => act(work, services, party),
    }),
  ]
}

async function who(work: UnitOfWork, services: HostServices): Promise<Static<typeof SignedIn> | undefined> {
  const { account, party } = work.actor
  if (!account || !party) return undefined
  const memberships = await membershipsOf(work, account, work.now)
  const current = memberships.find(each => each.id === party)
  return (
    current && describe(work, services, { account, party: current, memberships, by: await openedBy(work) })
  )
}

async function act(
  work: UnitOfWork,
  services: HostServices,
  party: string,
): Promise<Static<typeof SignedIn> | Refusal> {
  const { account, session } = work.actor
  if (!account || !session) return identityRefusals.refuse('session.needed')
  const memberships = await membershipsOf(work, account, work.now)
  const next = memberships.find(each => each.id === party)
  if (!next) return identityRefusals.refuse('party.not_found', {}, '/party')
  await work.execute(
    `update kernel.session set party_id = $2 where token_hash = decode($1, 'hex') and account_id = $3`,
    [session, party, account],
  )
  work.afterCommit(() => services.who.forget())
  work.emit({ type: 'kernel.session.acted', record: `kernel.account/${account}`, data: { party } })
  return describe(work, services, { account, party: next, memberships, by: await openedBy(work) })
}

/** How the session was opened that speaks; undefined where it is an API key. */
async function openedBy(work: UnitOfWork): Promise<string | undefined> {
  const { session } = work.actor
  if (!session) return undefined
  const [row] = await work.query<{ by: string | null }>(
    `select opened_by as by from kernel.session where token_hash = decode($1, 'hex')`,
    [session],
  )
  return row?.by ?? 'password'
}
