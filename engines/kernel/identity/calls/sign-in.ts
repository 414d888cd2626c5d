import { type Static, Type } from 'typebox'
import { closed, command, type Definition, type UnitOfWork } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import type { Refusal } from '../../refusal/index.ts'
import { readLimits } from '../limits.ts'
import { OIDC_TICKET } from '../oidc-subject.ts'
import { passwordFits } from '../passwords.ts'
import { identityRefusals } from '../refusals.ts'
import { membershipsOf, openSession, partyToBegin } from '../sessions.ts'
import { describe, Opened } from '../signed-in.ts'
import { countFailure, forgetFailures, secondsToWait } from '../tries.ts'
import { Code } from './second-factor.ts'

/** Calls that open a session: public, and therefore reading accounts as the system. */
export function signInCalls(services: HostServices): Definition[] {
  return [
    command({
      name: 'kernel.session.open',
      summary: { zh: '登录', en: 'Sign in' },
      permission: 'public',
      unsafeScope: 'system',
      callsPerMinute: 60,
      input: closed({
        login: Type.String({ minLength: 1, maxLength: 100, personal: true }),
        password: Type.String({ minLength: 1, maxLength: 200, personal: true }),
        /** Of the app or of the recovery codes, where the account has a second factor. */
        code: Type.Optional(Code),
      }),
      output: Opened,
      refusals: [
        'session.not_known',
        'session.too_many_tries',
        'session.code_needed',
        'session.code_wrong',
        'session.no_party',
      ],
      example: {
        given: [
          {
            call: 'kernel.account.create',
            input: { login: 'zhao.liu', name: { zh: '赵六', en: 'Zhao Liu' }, invite: true },
          },
          { call: 'kernel.session.who', input: {} },
          {
            call: 'kernel.role.grant',
            input: ([made, who]: readonly {
              id: string
              party: { id: string }
              roles: { id: string }[]
            }[]) => ({
              account: made!.id,
              party: who!.party.id,
              role: who!.roles[0]!.id,
            }),
          },
          {
            call: 'kernel.account.welcome',
            input: ([made]: readonly { invitation: { token: string } }[]) => ({
              token: made!.invitation.token,
              password: 'a sentence nobody guesses',
            }),
          },
        ],
        input: { login: 'zhao.liu', password: 'a sentence nobody guesses' },
      },
      handle: (work, input) => signIn(work, services, input),
    }),
    command({
      name: 'kernel.session.openByTicket',
      summary: { zh: '凭统一身份认证的凭据登录', en: "Sign in by an identity provider's ticket" },
      permission: 'public',
      unsafeScope: 'system',
      callsPerMinute: 60,
      input: closed({ ticket: Type.String({ maxLength: 4000, personal: true }) }),
      output: Opened,
      refusals: ['session.ticket_spent', 'session.not_linked', 'session.no_party'],
      example: {
        given: [
          { call: 'kernel.session.who', input: {} },
          {
            call: 'kernel.account.link',
            input: ([who]: readonly { account: { id: string } }[]) => ({
              account: who!.account.id,
              issuer: 'https://id.example',
              subject: 'ticket-holder',
            }),
          },
        ],
        input: () => ({
          ticket: services.tickets.issue(
            OIDC_TICKET,
            'https://id.example ticket-holder',
            new Date(services.clock.now().getTime() + 60_000),
          ),
        }),
      },
      handle: (work, { ticket }) => signInByTicket(work, services, ticket),
    }),
  ]
}

interface Account extends Record<string, unknown> {
  readonly id: string
  readonly password: string | null
  readonly able: boolean
}

/** A demonstration's account has a known password: production never takes it. */
const ABLE = `disabled_at is null and (not demonstration or $2) as able`
const BY_LOGIN = `select id, password_hash as password, ${ABLE} from kernel.account where login = $1`
const BY_SUBJECT = `select id, password_hash as password, ${ABLE} from kernel.account where oidc_subject = $1`

async function signIn(
  work: UnitOfWork,
  services: HostServices,
  { login, password, code }: { readonly login: string; readonly password: string; readonly code?: string },
): Promise<Static<typeof Opened> | Refusal> {
  const name = login.trim().toLowerCase()
  const { address } = work.actor
  const limits = await readLimits(work)
  const seconds = await secondsToWait(work, name, address, work.now, limits)
  if (seconds > 0) return identityRefusals.refuse('session.too_many_tries', { seconds })
  const account = await find(work, services, BY_LOGIN, name)
  if (!(await passwordFits(account?.able ? account.password : null, password)) || !account) {
    await countFailure(work, name, address, work.now)
    if (account) emitOn(work, account.id, 'kernel.session.refused')
    work.unsafeKeepOnRefusal()
    return identityRefusals.refuse('session.not_known')
  }
  const answer = await services.secondFactors.check(work, account.id, code)
  if (answer === 'needed') return identityRefusals.refuse('session.code_needed', {}, '/code')
  if (answer === 'wrong') {
    await countFailure(work, name, address, work.now)
    emitOn(work, account.id, 'kernel.session.refused', { by: 'code' })
    work.unsafeKeepOnRefusal()
    return identityRefusals.refuse('session.code_wrong', {}, '/code')
  }
  await forgetFailures(work, name)
  return begin(work, services, account.id, 'password')
}

async function signInByTicket(
  work: UnitOfWork,
  services: HostServices,
  ticket: string,
): Promise<Static<typeof Opened> | Refusal> {
  const subject = services.tickets.open(OIDC_TICKET, ticket, work.now)
  if (typeof subject !== 'string') return identityRefusals.refuse('session.ticket_spent')
  const account = await find(work, services, BY_SUBJECT, subject)
  if (!account?.able) return identityRefusals.refuse('session.not_linked')
  return begin(work, services, account.id, 'oidc')
}

async function find(
  work: UnitOfWork,
  services: HostServices,
  statement: string,
  value: string,
): Promise<Account | undefined> {
  const demonstration = services.config.environment === 'demonstration'
  const [account] = await work.query<Account>(statement, [value, demonstration])
  return account
}

async function begin(
  work: UnitOfWork,
  services: HostServices,
  account: string,
  by: 'password' | 'oidc',
): Promise<Static<typeof Opened> | Refusal> {
  const memberships = await membershipsOf(work, account, work.now)
  const party = await partyToBegin(work, account, memberships)
  if (!party) return identityRefusals.refuse('session.no_party')
  const { token, expiresAt } = await openSession(
    work,
    { account, party: party.id, by },
    await readLimits(work),
  )
  emitOn(work, account, 'kernel.session.opened', { party: party.id, by })
  return { ...(await describe(work, services, account, party, memberships)), token, expiresAt }
}

/** Told of an account's sign-in, with the address that the law wants kept with it (网络安全法 §21). */
function emitOn(work: UnitOfWork, account: string, type: string, data: object = {}): void {
  const { address } = work.actor
  work.emit({ type, record: `kernel.account/${account}`, data: { ...data, ...(address && { address }) } })
}
