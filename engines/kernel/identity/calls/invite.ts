import { type Static, Type } from 'typebox'
import { closed, command, type Definition, Id, Instant, type UnitOfWork } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { lockAccount } from '../accounts.ts'
import { invite, welcomePath } from '../invitations.ts'
import { later, readLimits } from '../limits.ts'
import { identityRefusals } from '../refusals.ts'

/** A one-time link. A replayed answer has neither token nor address. */
export const Invited = closed({
  token: Type.Optional(Type.String({ personal: true })),
  url: Type.Optional(Type.String({ personal: true, description: 'Where a password is set with it' })),
  expiresAt: Instant,
})

/** Where people reach the installation. */
export function publicUrl({ address }: Pick<HostServices, 'address'>): string {
  return address.origin
}

/** Makes a link with which an account's owner sets a password. */
export async function inviteAccount(
  work: UnitOfWork,
  services: HostServices,
  account: string,
): Promise<Static<typeof Invited>> {
  const limits = await readLimits(work)
  const until = later(work.now, limits['invitation.length'], 'hours')
  const { token, expiresAt } = await invite(work, { purpose: 'password', account }, work.now, until)
  work.emit({ type: 'kernel.account.invited', record: `kernel.account/${account}`, data: { expiresAt } })
  return { token, url: `${publicUrl(services)}${welcomePath(token)}`, expiresAt }
}

/** The call that sends somebody a link for a new password. */
export function inviteCalls(services: HostServices): Definition[] {
  return [
    command({
      name: 'kernel.account.invite',
      summary: { zh: '生成设置密码的一次性链接', en: 'Make a one-time link for setting a password' },
      permission: 'kernel.account.write',
      input: closed({ account: Id }),
      output: Invited,
      refusals: ['account.not_found', 'account.disabled', 'demonstration.fixed'],
      example: {
        given: [
          {
            call: 'kernel.account.create',
            input: { login: 'invite.me', name: { zh: '示例', en: 'An example' } },
          },
        ],
        input: ([made]: readonly { id: string }[]) => ({ account: made!.id }),
      },
      async handle(work, { account }) {
        const row = await lockAccount(work, account)
        if (!row) return identityRefusals.refuse('account.not_found', {}, '/account')
        if (row.disabled_at !== null) return identityRefusals.refuse('account.disabled', {}, '/account')
        if (row.demonstration) return identityRefusals.refuse('demonstration.fixed', {}, '/account')
        return inviteAccount(work, services, account)
      },
    }),
  ]
}
