import { Type } from 'typebox'
import { closed, command, type Definition, type UnitOfWork } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import type { Refusal } from '../../refusal/index.ts'
import { readLimits } from '../limits.ts'
import { hashPassword, passwordFits, refusePassword } from '../passwords.ts'
import { identityRefusals } from '../refusals.ts'
import { endSessions } from '../sessions.ts'

/** The password that the permission test gives the accounts it makes. */
export const EXAMPLE_PASSWORD = 'nine provinces one road'

export const Password = Type.String({ minLength: 1, maxLength: 200, personal: true })

/** Changing one's own password. */
export function passwordCalls(services: HostServices): Definition[] {
  return [
    command({
      name: 'kernel.account.changePassword',
      summary: {
        zh: '修改自己的密码，其他会话随即结束',
        en: 'Change your password; your other sessions end',
      },
      permission: 'signed-in',
      beforeSecondFactor: true,
      callsPerMinute: 10,
      input: closed({ current: Password, password: Password }),
      output: closed({ changed: Type.Literal(true) }),
      refusals: [
        'session.needed',
        'demonstration.fixed',
        'password.wrong',
        'password.too_short',
        'password.too_plain',
      ],
      example: { input: { current: EXAMPLE_PASSWORD, password: 'nine provinces two roads' } },
      async handle(work, { current, password }) {
        const { account, session } = work.actor
        if (!account || !session) return identityRefusals.refuse('session.needed')
        const [row] = await work.query<{ login: string; password: string | null; demonstration: boolean }>(
          'select login, password_hash as password, demonstration from kernel.account where id = $1',
          [account],
        )
        if (row?.demonstration) return identityRefusals.refuse('demonstration.fixed')
        if (!(await passwordFits(row?.password, current)))
          return identityRefusals.refuse('password.wrong', {}, '/current')
        const refusal = await setPassword(work, account, row!.login, password)
        if (refusal) return refusal
        await endSessions(work, account, session)
        work.afterCommit(() => services.who.forget())
        return { changed: true as const }
      },
    }),
  ]
}

/** Stores a password that fits the installation's rules. */
export async function setPassword(
  work: UnitOfWork,
  account: string,
  login: string,
  password: string,
): Promise<Refusal | undefined> {
  const refusal = refusePassword(password, login, await readLimits(work))
  if (refusal) return refusal
  await work.execute('update kernel.account set password_hash = $2 where id = $1', [
    account,
    await hashPassword(password),
  ])
  work.emit({ type: 'kernel.account.passwordSet', record: `kernel.account/${account}`, data: {} })
  return undefined
}
