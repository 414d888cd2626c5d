import { Type } from 'typebox'
import { Bilingual, closed, type Definition, NoInput, query } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { readLimits } from '../limits.ts'
import { DIFFERENT } from '../passwords.ts'
import { identityRefusals } from '../refusals.ts'

/** What somebody who is not signed in yet may know: by which ways one comes in, and what a password must be like. */
export function wayCalls(services: HostServices): Definition[] {
  return [
    query({
      name: 'kernel.session.ways',
      summary: { zh: '登录方式与密码规则', en: 'The ways to sign in, and what a password must be like' },
      permission: 'public',
      unsafeScope: 'system',
      input: NoInput,
      output: closed({
        /** Where passkeys work: on pages of this origin. Absent: nowhere, the installation has no domain. */
        passkeys: Type.Optional(closed({ origin: Type.String() })),
        /** The identity provider, as people know it, and the address that leads there. */
        provider: Type.Optional(closed({ name: Type.String(), path: Type.String() })),
        /** Characters that a password has at least, and how many of them are different. */
        password: closed({ least: Type.Integer(), different: Type.Integer() }),
      }),
      example: { input: {} },
      async handle(work) {
        const party = services.address.relyingParty
        const { oidc } = services.config
        const limits = await readLimits(work)
        return {
          ...(party && { passkeys: { origin: party.origin } }),
          ...(oidc && { provider: { name: oidc.name, path: '/sign-in/oidc' } }),
          password: { least: limits['password.length'], different: DIFFERENT },
        }
      },
    }),
    query({
      name: 'kernel.refusal.explain',
      summary: {
        zh: '拒绝代码的含义与处理办法',
        en: 'What a code of a refusal means, and what to do about it',
      },
      permission: 'public',
      input: closed({ code: Type.String({ maxLength: 100 }) }),
      output: closed({ code: Type.String(), status: Type.Integer(), text: Bilingual, remedy: Bilingual }),
      refusals: ['refusal.not_known'],
      example: { input: { code: 'session.not_linked' } },
      async handle(_work, { code }) {
        for (const [each, { status, text, remedy }] of services.registry().refusals.entries())
          if (each === code) return { code, status, text, remedy }
        return identityRefusals.refuse('refusal.not_known', {}, '/code')
      },
    }),
  ]
}
