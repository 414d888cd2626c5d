import { Type } from 'typebox'
import { Bilingual, closed, command, type Definition, Instant, type UnitOfWork } from '../../command/index.ts'
import { commandRefusals } from '../../command/refusals.ts'
import type { HostServices } from '../../host/services.ts'
import { isRefusal, type Refusal } from '../../refusal/index.ts'
import type { Text } from '../../text/index.ts'
import { addAccount, addMembership, administrating } from '../accounts.ts'
import { invite, useInvitation, welcomePath } from '../invitations.ts'
import { later, readLimits } from '../limits.ts'
import { addParty } from '../parties.ts'
import { identityRefusals } from '../refusals.ts'
import { endSessions } from '../sessions.ts'
import { Login } from './account.ts'
import { publicUrl } from './invite.ts'
import { Password, setPassword } from './password.ts'

const Welcome = closed({
  token: Type.String({ minLength: 20, maxLength: 200, personal: true }),
  password: Password,
  /** The first administrator's; another's login is known. */
  login: Type.Optional(Login),
  name: Type.Optional(Bilingual),
  /** The party that runs the installation, with the first administrator. */
  party: Type.Optional(Bilingual),
})

/** What a one-time link is used for. */
export function welcomeCalls(services: HostServices): Definition[] {
  return [
    command({
      name: 'kernel.account.welcome',
      summary: { zh: '凭一次性链接设置密码', en: 'Set a password with a one-time link' },
      permission: 'public',
      unsafeScope: 'system',
      callsPerMinute: 30,
      input: Welcome,
      output: closed({ login: Type.String() }),
      refusals: [
        'invitation.not_valid',
        'password.too_short',
        'password.too_plain',
        'account.login_taken',
        'account.login_personal',
        'account.not_found',
      ],
      example: {
        given: [
          {
            call: 'kernel.account.create',
            input: { login: 'welcome.me', name: { zh: '示例', en: 'An example' }, invite: true },
          },
        ],
        input: ([made]: readonly { invitation: { token: string } }[]) => ({
          token: made!.invitation.token,
          password: 'a sentence nobody guesses',
        }),
      },
      async handle(work, input) {
        const invitation = await useInvitation(work, input.token, work.now)
        if (!invitation) return identityRefusals.refuse('invitation.not_valid')
        if (invitation.purpose === 'first-administrator') return welcomeFirst(work, services, input)
        return welcomeBack(work, services, invitation.account!, input.password)
      },
    }),
    command({
      name: 'kernel.account.inviteFirst',
      summary: { zh: '为首位管理员生成一次性链接', en: "Make the first administrator's one-time link" },
      permission: 'kernel.installation.start',
      unsafeScope: 'system',
      input: closed({}),
      output: closed({
        /** False when somebody can administrate already: then there is no link. */
        needed: Type.Boolean(),
        url: Type.Optional(Type.String({ personal: true })),
        expiresAt: Type.Optional(Instant),
      }),
      example: { input: {} },
      async handle(work) {
        if (await anyAccount(work)) return { needed: false }
        const limits = await readLimits(work)
        const until = later(work.now, limits['invitation.length'], 'hours')
        const made = await invite(
          work,
          { purpose: 'first-administrator', account: undefined },
          work.now,
          until,
        )
        return {
          needed: true,
          url: `${publicUrl(services)}${welcomePath(made.token)}`,
          expiresAt: made.expiresAt,
        }
      },
    }),
  ]
}

/** Accounts of a demonstration do not count: production does not let them in. */
async function anyAccount(work: UnitOfWork): Promise<boolean> {
  const rows = await work.query('select 1 from kernel.account where not demonstration limit 1')
  return rows.length > 0
}

async function welcomeBack(
  work: UnitOfWork,
  services: HostServices,
  account: string,
  password: string,
): Promise<{ login: string } | Refusal> {
  const [row] = await work.query<{ login: string }>(
    'select login from kernel.account where id = $1 and disabled_at is null',
    [account],
  )
  if (!row) return identityRefusals.refuse('account.not_found')
  const refusal = await setPassword(work, account, row.login, password)
  if (refusal) return refusal
  await endSessions(work, account)
  work.afterCommit(() => services.who.forget())
  return { login: row.login }
}

interface First {
  readonly password: string
  readonly login?: string
  readonly name?: Text
  readonly party?: Text
}

async function welcomeFirst(
  work: UnitOfWork,
  services: HostServices,
  { login, name, party, password }: First,
): Promise<{ login: string } | Refusal> {
  if (!login || !name || !party) {
    const missing = !login ? 'login' : !name ? 'name' : 'party'
    return commandRefusals.refuse('input.invalid', { found: `${missing} is missing` }, `/${missing}`)
  }
  if (await anyAccount(work)) return identityRefusals.refuse('invitation.not_valid')
  const lower = login.toLowerCase()
  const account = await addAccount(work, lower, name)
  if (isRefusal(account)) return account
  const refusal = await setPassword(work, account, lower, password)
  if (refusal) return refusal
  const operator = await addParty(work, { kind: 'operator', name: party })
  for (const role of administrating(services)) await addMembership(work, account, operator!, role)
  return { login: lower }
}
