import { type Static, Type } from 'typebox'
import { closed, command, type Definition, type UnitOfWork } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { isRefusal, type Refusal } from '../../refusal/index.ts'
import { readLimits } from '../limits.ts'
import { OIDC_TICKET } from '../oidc-subject.ts'
import { type Assertion, hasPasskey, provePasskey } from '../passkeys.ts'
import { passwordFits } from '../passwords.ts'
import { identityRefusals } from '../refusals.ts'
import { endSession, membershipsOf, openSession, partyToBegin, type SignedInBy } from '../sessions.ts'
import { describe, Opened } from '../signed-in.ts'
import { countFailure, forgetFailures, secondsToWait } from '../tries.ts'
import { passkeyExample } from './passkey-example.ts'
import { AssertionGiven } from './passkey-shapes.ts'
import { Code } from './second-factor.ts'

const PASSKEY_REFUSALS = [
  'passkey.no_address',
  'passkey.challenge_spent',
  'passkey.wrong_origin',
  'passkey.wrong_party',
  'passkey.not_known',
  'passkey.not_verified',
  'passkey.counter_back',
]

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
        /** The answer to a challenge of `kernel.passkey.ask`, where the account has a passkey. */
        passkey: Type.Optional(AssertionGiven),
      }),
      output: Opened,
      refusals: [
        'session.not_known',
        'session.too_many_tries',
        'session.code_needed',
        'session.code_wrong',
        'session.passkey_needed',
        'session.no_party',
        ...PASSKEY_REFUSALS,
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
      name: 'kernel.session.openByPasskey',
      summary: { zh: '用通行密钥登录，不用密码', en: 'Sign in by a passkey, without a password' },
      permission: 'public',
      unsafeScope: 'system',
      callsPerMinute: 30,
      input: closed({ passkey: AssertionGiven }),
      output: Opened,
      refusals: [...PASSKEY_REFUSALS, 'session.no_party'],
      example: passkeyExample(services),
      handle: (work, { passkey }) => signInByPasskey(work, services, passkey),
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

interface Credentials {
  readonly login: string
  readonly password: string
  readonly code?: string
  readonly passkey?: Assertion
}

interface Account extends Record<string, unknown> {
  readonly id: string
  readonly password: string | null
  readonly able: boolean
}

/** A demonstration's account has a known password: production never takes it. */
const ABLE = `disabled_at is null and (not demonstration or $2) as able`
const BY_LOGIN = `select id, password_hash as password, ${ABLE} from kernel.account where login = $1`
const BY_ID = `select id, password_hash as password, ${ABLE} from kernel.account where id = $1`
const BY_SUBJECT = `select id, password_hash as password, ${ABLE} from kernel.account where oidc_subject = $1`

async function signIn(
  work: UnitOfWork,
  services: HostServices,
  given: Credentials,
): Promise<Static<typeof Opened> | Refusal> {
  const { login, password } = given
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
  const refusal = await refuseSecond(work, services, account.id, given)
  if (refusal) {
    if (NOT_GIVEN.has(refusal.code)) return refusal
    await countFailure(work, name, address, work.now)
    emitOn(work, account.id, 'kernel.session.refused', { by: given.passkey ? 'passkey' : 'code' })
    work.unsafeKeepOnRefusal()
    return refusal
  }
  await forgetFailures(work, name)
  return begin(work, services, account.id, 'password')
}

/** Refusals that only ask for more: no guess was made. */
const NOT_GIVEN = new Set(['session.code_needed', 'session.passkey_needed'])

/** Undefined when what comes after the password is right, or the account has nothing more. */
async function refuseSecond(
  work: UnitOfWork,
  { secondFactors, address }: HostServices,
  account: string,
  { code, passkey }: Credentials,
): Promise<Refusal | undefined> {
  const party = address.relyingParty
  if (passkey) {
    const proven = party
      ? await provePasskey(work, party, passkey, account)
      : identityRefusals.refuse('passkey.no_address')
    return isRefusal(proven) ? proven : undefined
  }
  const answer = await secondFactors.check(work, account, code)
  if (answer === 'needed') return identityRefusals.refuse('session.code_needed', {}, '/code')
  if (answer === 'wrong') return identityRefusals.refuse('session.code_wrong', {}, '/code')
  if (answer === 'right' || !(await hasPasskey(work, party, account))) return undefined
  return identityRefusals.refuse('session.passkey_needed', {}, '/passkey')
}

async function signInByPasskey(
  work: UnitOfWork,
  services: HostServices,
  passkey: Assertion,
): Promise<Static<typeof Opened> | Refusal> {
  const party = services.address.relyingParty
  if (!party) return identityRefusals.refuse('passkey.no_address')
  // The challenge is used up, whatever comes of it.
  work.unsafeKeepOnRefusal()
  const proven = await provePasskey(work, party, passkey)
  if (isRefusal(proven)) return proven
  const account = await find(work, services, BY_ID, proven.account)
  if (!account?.able) return identityRefusals.refuse('passkey.not_known')
  return begin(work, services, account.id, 'passkey')
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
  by: SignedInBy,
): Promise<Static<typeof Opened> | Refusal> {
  const memberships = await membershipsOf(work, account, work.now)
  const party = await partyToBegin(work, account, memberships)
  if (!party) return identityRefusals.refuse('session.no_party')
  const { token, expiresAt } = await openSession(
    work,
    { account, party: party.id, by },
    await readLimits(work),
  )
  // Who signs in again goes on in the new session: the one before it is not left lying about.
  const { actor } = work
  if (actor.session && actor.account === account) {
    await endSession(work, actor.session)
    work.afterCommit(() => services.who.forget())
  }
  emitOn(work, account, 'kernel.session.opened', { party: party.id, by })
  return { ...(await describe(work, services, { account, party, memberships, by })), token, expiresAt }
}

/** Told of an account's sign-in, with the address that the law wants kept with it (网络安全法 §21). */
function emitOn(work: UnitOfWork, account: string, type: string, data: object = {}): void {
  const { address } = work.actor
  work.emit({ type, record: `kernel.account/${account}`, data: { ...data, ...(address && { address }) } })
}
