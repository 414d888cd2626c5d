import { Type } from 'typebox'
import { Bilingual, closed, command, type Definition, Id, NoInput, query } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { addMembership, lockAccount, lockAdministrators, refuseLastAdministrator } from '../accounts.ts'
import { identityRefusals } from '../refusals.ts'

const Holding = closed({ account: Id, party: Id, role: Type.String({ minLength: 1, maxLength: 60 }) })

type Outputs = readonly { id: string; party: { id: string }; roles: { id: string }[] }[]

/** An account made for the example, and who makes it: the role is granted for that one's own party. */
function holder(login: string) {
  return [
    { call: 'kernel.account.create', input: { login, name: { zh: '示例', en: 'An example' } } },
    { call: 'kernel.session.who', input: {} },
  ]
}
const itsRole = ([made, who]: Outputs) => ({
  account: made!.id,
  party: who!.party.id,
  role: who!.roles[0]!.id,
})

/** Calls that give roles and take them. */
export function roleCalls(services: HostServices): Definition[] {
  return [
    command({
      name: 'kernel.role.grant',
      summary: { zh: '授予角色', en: 'Grant an account a role for a party' },
      permission: 'kernel.role.grant',
      input: Holding,
      output: closed({ granted: Type.Boolean() }),
      refusals: ['account.not_found', 'party.not_found', 'role.not_found'],
      example: { given: holder('grant.me'), input: itsRole },
      async handle(work, { account, party, role }) {
        if (!services.roles.find(role)) return identityRefusals.refuse('role.not_found', { role }, '/role')
        if (!(await lockAccount(work, account)))
          return identityRefusals.refuse('account.not_found', {}, '/account')
        const open = await work.query('select 1 from kernel.party where id = $1 and closed_at is null', [
          party,
        ])
        if (open.length === 0) return identityRefusals.refuse('party.not_found', {}, '/party')
        work.afterCommit(() => services.who.forget())
        return { granted: await addMembership(work, account, party, role) }
      },
    }),
    command({
      name: 'kernel.role.end',
      summary: { zh: '收回角色', en: 'End a role that an account holds for a party' },
      permission: 'kernel.role.grant',
      input: Holding,
      output: closed({ ended: Type.Literal(true) }),
      refusals: ['role.not_held', 'account.last_administrator'],
      example: {
        given: [...holder('end.me'), { call: 'kernel.role.grant', input: itsRole }],
        input: itsRole,
      },
      async handle(work, { account, party, role }) {
        await lockAdministrators(work)
        const ended = await work.execute(
          `update kernel.membership set to_at = $4
           where account_id = $1 and party_id = $2 and role = $3 and (to_at is null or to_at > $4)`,
          [account, party, role, work.now],
        )
        if (ended === 0) return identityRefusals.refuse('role.not_held', { role })
        const refusal = await refuseLastAdministrator(work, services)
        if (refusal) return refusal
        work.emit({ type: 'kernel.role.ended', record: `kernel.account/${account}`, data: { party, role } })
        work.afterCommit(() => services.who.forget())
        return { ended: true as const }
      },
    }),
    query({
      name: 'kernel.role.list',
      summary: { zh: '角色及其权限', en: 'Roles and what they grant' },
      permission: 'kernel.role.read',
      input: NoInput,
      output: closed({
        roles: Type.Array(
          closed({
            id: Type.String(),
            name: Bilingual,
            scope: Type.String(),
            permissions: Type.Array(Type.String()),
          }),
        ),
      }),
      example: { input: {} },
      handle: async () => ({
        roles: services.roles.all().map(({ permissions, ...role }) => ({
          ...role,
          permissions: [...permissions],
        })),
      }),
    }),
  ]
}
