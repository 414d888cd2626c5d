import { type Static, Type } from 'typebox'
import { Bilingual, closed, command, type Definition, Id, type UnitOfWork } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { isRefusal, type Refusal } from '../../refusal/index.ts'
import { addAccount, lockAccount, lockAdministrators, refuseLastAdministrator } from '../accounts.ts'
import { subjectOf } from '../oidc-subject.ts'
import { identityRefusals } from '../refusals.ts'
import { endSessions } from '../sessions.ts'
import { Invited, inviteAccount } from './invite.ts'

export const Login = Type.String({
  pattern: '^[a-zA-Z0-9][a-zA-Z0-9._@-]{1,63}$',
  description: 'Letters, digits, dot, hyphen, underscore, @; upper and lower case are the same',
})

/** Why something is ended, for those who ask later. */
export const Reason = Type.String({ minLength: 1, maxLength: 500 })

const ById = closed({ account: Id })
type Output = { id: string }

/** An account made before, for the examples of calls upon it. */
function made(login: string) {
  const input = { login, name: { zh: '示例', en: 'An example' } }
  return [{ call: 'kernel.account.create', input }]
}
const itsId = ([first]: readonly Output[]) => ({ account: first!.id })

/** Calls that make, disable and enable accounts. */
export function accountCalls(services: HostServices): Definition[] {
  return [
    command({
      name: 'kernel.account.create',
      summary: { zh: '新建账号', en: 'Create an account' },
      permission: 'kernel.account.write',
      input: closed({ login: Login, name: Bilingual, invite: Type.Optional(Type.Boolean()) }),
      output: closed({ id: Id, invitation: Type.Optional(Invited) }),
      refusals: ['account.login_taken', 'account.login_personal'],
      example: { input: { login: 'wang.wu', name: { zh: '王五', en: 'Wang Wu' }, invite: true } },
      async handle(work, { login, name, invite }) {
        const id = await addAccount(work, login.toLowerCase(), name)
        if (isRefusal(id)) return id
        return invite ? { id, invitation: await inviteAccount(work, services, id) } : { id }
      },
    }),
    command({
      name: 'kernel.account.disable',
      summary: {
        zh: '停用账号，结束其会话并吊销密钥',
        en: 'Disable an account, end its sessions, revoke its keys',
      },
      permission: 'kernel.account.write',
      input: closed({ account: Id, reason: Type.Optional(Reason) }),
      output: closed({ id: Id, sessions: Type.Integer(), keys: Type.Integer() }),
      refusals: ['account.not_found', 'account.own', 'account.last_administrator'],
      example: { given: made('disable.me'), input: itsId },
      handle: (work, { account, reason }) => disable(work, services, account, reason),
    }),
    command({
      name: 'kernel.account.endSessions',
      summary: { zh: '结束某账号的全部会话', en: 'End all sessions of an account' },
      permission: 'kernel.account.write',
      input: ById,
      output: closed({ ended: Type.Integer() }),
      refusals: ['account.not_found'],
      example: { given: made('sign.me.out'), input: itsId },
      async handle(work, { account }) {
        if (!(await lockAccount(work, account)))
          return identityRefusals.refuse('account.not_found', {}, '/account')
        const ended = await endSessions(work, account)
        work.emit({
          type: 'kernel.account.sessionsEnded',
          record: `kernel.account/${account}`,
          data: { ended },
        })
        work.afterCommit(() => services.who.forget())
        return { ended }
      },
    }),
    command({
      name: 'kernel.account.enable',
      summary: { zh: '恢复账号', en: 'Enable an account again' },
      permission: 'kernel.account.write',
      input: ById,
      output: closed({ id: Id }),
      refusals: ['account.not_found'],
      example: { given: made('enable.me'), input: itsId },
      async handle(work, { account }) {
        const row = await lockAccount(work, account)
        if (!row) return identityRefusals.refuse('account.not_found', {}, '/account')
        if (row.disabled_at === null) return { id: account }
        await work.execute(ENABLE, [account])
        work.emit({ type: 'kernel.account.enabled', record: `kernel.account/${account}`, data: {} })
        work.afterCommit(() => services.who.forget())
        return { id: account }
      },
    }),
    command({
      name: 'kernel.account.link',
      summary: { zh: '关联统一身份认证', en: 'Link an account to an identity provider' },
      permission: 'kernel.account.write',
      input: closed({
        account: Id,
        issuer: Type.String({ pattern: '^https?://\\S{1,200}$' }),
        /** Absent: the account is linked to nobody any more. */
        subject: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
      }),
      output: closed({ id: Id }),
      refusals: ['account.not_found', 'account.subject_taken'],
      example: {
        given: made('link.me'),
        input: (outputs: readonly Output[]) => ({
          ...itsId(outputs),
          issuer: 'https://id.example',
          subject: '248289761001',
        }),
      },
      handle: (work, input) => link(work, services, input.account, input.issuer, input.subject),
    }),
  ]
}

const ENABLE = 'update kernel.account set disabled_at = null, disabled_reason = null where id = $1'
const DISABLE = 'update kernel.account set disabled_at = $2, disabled_reason = $3 where id = $1'
const REVOKE = `
  update kernel.api_key set revoked_at = $2 where account_id = $1 and revoked_at is null
  returning expires_at > $2 as valid`

async function disable(
  work: UnitOfWork,
  services: HostServices,
  account: string,
  reason: string | undefined,
): Promise<{ id: string; sessions: number; keys: number } | Refusal> {
  await lockAdministrators(work)
  const row = await lockAccount(work, account)
  if (!row) return identityRefusals.refuse('account.not_found', {}, '/account')
  // Of two who do it at once the second finds it done.
  if (row.disabled_at !== null) return { id: account, sessions: 0, keys: 0 }
  await work.execute(DISABLE, [account, work.now, reason ?? null])
  const refusal = await refuseLastAdministrator(work, services)
  if (refusal) return refusal
  if (account === work.actor.account) return identityRefusals.refuse('account.own', {}, '/account')
  const sessions = await endSessions(work, account)
  const revoked = await work.query<{ valid: boolean }>(REVOKE, [account, work.now])
  const ended = { sessions, keys: revoked.filter(({ valid }) => valid).length }
  const data = { ...(reason && { reason }), ...ended }
  work.emit({ type: 'kernel.account.disabled', record: `kernel.account/${account}`, data })
  work.afterCommit(() => services.who.forget())
  return { id: account, ...ended }
}

const Done = closed({ id: Id })

async function link(
  work: UnitOfWork,
  services: HostServices,
  account: string,
  issuer: string,
  subject: string | undefined,
): Promise<Static<typeof Done> | Refusal> {
  if (!(await lockAccount(work, account))) return identityRefusals.refuse('account.not_found', {}, '/account')
  const value = subject ? subjectOf(issuer, subject) : null
  const [other] = await work.query('select 1 from kernel.account where oidc_subject = $1 and id <> $2', [
    value,
    account,
  ])
  if (other) return identityRefusals.refuse('account.subject_taken', {}, '/subject')
  await work.execute('update kernel.account set oidc_subject = $2 where id = $1', [account, value])
  work.emit({
    type: 'kernel.account.linked',
    record: `kernel.account/${account}`,
    data: { linked: value !== null },
  })
  work.afterCommit(() => services.who.forget())
  return { id: account }
}
