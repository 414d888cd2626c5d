import { Type } from 'typebox'
import { closed, command, type Definition, Id, NoInput, query, type UnitOfWork } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { refuseStale } from '../recent.ts'
import { identityRefusals } from '../refusals.ts'
import { codeAt } from '../second-factor.ts'
import { endSessions } from '../sessions.ts'

/** A code of an app, or a recovery code. */
export const Code = Type.String({ minLength: 6, maxLength: 20, personal: true })

/** Calls on one's own second factor; an administrator may end another's whose phone is lost. */
export function secondFactorCalls(services: HostServices): Definition[] {
  const { secondFactors, clock } = services
  const begun = { call: 'kernel.secondFactor.begin', input: {} }
  const confirming = ([made]: readonly { secret: string }[]) => ({
    code: codeAt(made!.secret, clock.now()),
  })
  return [
    // Those that end one stand before those that leave one there: the examples are made in this order.
    query({
      name: 'kernel.secondFactor.get',
      summary: { zh: '我的两步验证', en: 'Your second factor' },
      permission: 'signed-in',
      beforeSecondFactor: true,
      unsafeScope: 'system',
      input: NoInput,
      output: closed({ on: Type.Boolean(), recoveryLeft: Type.Optional(Type.Integer()) }),
      refusals: ['session.needed'],
      example: { input: {} },
      async handle(work) {
        const { account } = work.actor
        if (!account) return identityRefusals.refuse('session.needed')
        const recoveryLeft = await secondFactors.recoveryLeft(work, account)
        return recoveryLeft === undefined ? { on: false } : { on: true, recoveryLeft }
      },
    }),
    command({
      name: 'kernel.secondFactor.end',
      summary: { zh: '关闭两步验证', en: 'End your second factor' },
      permission: 'signed-in',
      beforeSecondFactor: true,
      unsafeScope: 'system',
      callsPerMinute: 10,
      input: closed({ code: Code }),
      output: closed({ ended: Type.Literal(true) }),
      refusals: ['session.needed', 'second_factor.none', 'second_factor.wrong'],
      example: {
        given: [begun, { call: 'kernel.secondFactor.confirm', input: confirming }],
        input: ([, confirmed]: readonly { recovery: string[] }[]) => ({ code: confirmed!.recovery[0] }),
      },
      async handle(work, { code }) {
        const { account, session } = work.actor
        if (!account || !session) return identityRefusals.refuse('session.needed')
        const answer = await secondFactors.check(work, account, code)
        if (answer === 'none') return identityRefusals.refuse('second_factor.none')
        if (answer !== 'right') return identityRefusals.refuse('second_factor.wrong', {}, '/code')
        await secondFactors.end(work, account)
        await changed(work, services, { account, type: 'kernel.secondFactor.ended', but: session })
        return { ended: true as const }
      },
    }),
    command({
      name: 'kernel.account.endSecondFactor',
      summary: {
        zh: '解除某账号的两步验证并删除其通行密钥（设备遗失时），其会话随即结束',
        en: 'End the second factor of an account whose devices are lost, and its passkeys; its sessions end',
      },
      permission: 'kernel.account.write',
      unsafeScope: 'system',
      input: closed({ account: Id }),
      output: closed({ ended: Type.Literal(true) }),
      refusals: ['second_factor.none'],
      example: {
        given: [
          begun,
          { call: 'kernel.secondFactor.confirm', input: confirming },
          { call: 'kernel.session.who', input: {} },
        ],
        input: ([, , who]: readonly { account: { id: string } }[]) => ({ account: who!.account.id }),
      },
      async handle(work, { account }) {
        const passkeys = await work.execute('delete from kernel.passkey where account_id = $1', [account])
        const ended = await secondFactors.end(work, account)
        if (!ended && passkeys === 0) return identityRefusals.refuse('second_factor.none')
        await changed(work, services, { account, type: 'kernel.secondFactor.ended' })
        return { ended: true as const }
      },
    }),
    command({
      name: 'kernel.secondFactor.begin',
      summary: {
        zh: '开始设置两步验证：用手机应用扫描',
        en: 'Begin a second factor: an app on your phone reads it',
      },
      permission: 'signed-in',
      beforeSecondFactor: true,
      unsafeScope: 'system',
      callsPerMinute: 10,
      input: NoInput,
      output: closed({
        secret: Type.Optional(
          Type.String({ personal: true, description: 'Base 32; a replayed answer has none' }),
        ),
        uri: Type.Optional(Type.String({ personal: true, description: 'otpauth: address for a picture' })),
      }),
      refusals: ['session.needed', 'session.not_recent', 'demonstration.fixed', 'second_factor.already'],
      example: { input: {} },
      async handle(work) {
        const { account, session } = work.actor
        if (!account || !session) return identityRefusals.refuse('session.needed')
        const [row] = await work.query<{ login: string; demonstration: boolean }>(ACCOUNT, [account])
        if (row?.demonstration) return identityRefusals.refuse('demonstration.fixed')
        const stale = await refuseStale(work)
        if (stale) return stale
        const begun = await secondFactors.begin(work, account, row!.login)
        return begun ?? identityRefusals.refuse('second_factor.already')
      },
    }),
    command({
      name: 'kernel.secondFactor.confirm',
      summary: {
        zh: '用应用显示的验证码确认，得到恢复码；其他会话随即结束',
        en: 'Confirm it by a code of the app; recovery codes come back, your other sessions end',
      },
      permission: 'signed-in',
      beforeSecondFactor: true,
      unsafeScope: 'system',
      callsPerMinute: 10,
      input: closed({ code: Code }),
      output: closed({
        recovery: Type.Optional(Type.Array(Type.String({ personal: true, description: 'Each works once' }))),
      }),
      refusals: ['session.needed', 'second_factor.not_begun', 'second_factor.wrong'],
      example: { given: [begun], input: confirming },
      async handle(work, { code }) {
        const { account, session } = work.actor
        if (!account || !session) return identityRefusals.refuse('session.needed')
        const recovery = await secondFactors.confirm(work, account, code)
        if (recovery === 'none') return identityRefusals.refuse('second_factor.not_begun')
        if (recovery === 'wrong') return identityRefusals.refuse('second_factor.wrong', {}, '/code')
        await changed(work, services, { account, type: 'kernel.secondFactor.begun', but: session })
        return { recovery: [...recovery] }
      },
    }),
  ]
}

const ACCOUNT = 'select login, demonstration from kernel.account where id = $1'

/** Other sessions were opened under another rule: they end. */
async function changed(
  work: UnitOfWork,
  services: HostServices,
  { account, type, but }: { readonly account: string; readonly type: string; readonly but?: string },
): Promise<void> {
  await endSessions(work, account, but)
  work.emit({ type, record: `kernel.account/${account}`, data: {} })
  work.afterCommit(() => services.who.forget())
}
