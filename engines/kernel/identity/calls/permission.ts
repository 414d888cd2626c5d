import { Type } from 'typebox'
import { Bilingual, closed, type Definition, NoInput, query } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { scopeFor } from '../actor.ts'

const Permitted = closed({
  permission: Type.String(),
  calls: Type.Array(closed({ name: Type.String(), kind: Type.String(), summary: Bilingual })),
  /** Roles that grant it, and how far each sees with it. */
  roles: Type.Array(closed({ role: Type.String(), scope: Type.String() })),
})

/** The matrix of permissions: made from what is registered, not kept anywhere. */
export function permissionList(services: HostServices): Definition {
  return query({
    name: 'kernel.permission.list',
    summary: {
      zh: '权限矩阵：每项权限涉及的操作与角色',
      en: 'Every permission, its calls, and the roles that grant it',
    },
    permission: 'kernel.role.read',
    input: NoInput,
    output: closed({ permissions: Type.Array(Permitted) }),
    example: { input: {} },
    async handle() {
      const calls = services.registry().calls()
      const names = [...new Set(calls.map(call => call.permission))].sort()
      return {
        permissions: names.map(permission => ({
          permission,
          calls: calls
            .filter(call => call.permission === permission)
            .map(({ name, kind, summary }) => ({ name, kind, summary })),
          roles: rolesWith(services, permission),
        })),
      }
    },
  })
}

/** What one lacks who was turned away, and who can give it. */
export function permissionExplain(services: HostServices): Definition {
  return query({
    name: 'kernel.permission.explain',
    summary: {
      zh: '某项权限可做什么、哪些角色有它、谁能授予',
      en: 'What a permission is for, the roles that grant it, and who can give them',
    },
    permission: 'signed-in',
    beforeSecondFactor: true,
    input: closed({ permission: Type.String({ maxLength: 100 }) }),
    output: closed({
      /** Summaries of the operations that it opens; none where there is no such permission. */
      calls: Type.Array(Bilingual),
      roles: Type.Array(Bilingual),
      /** Names of the roles whose holders can grant roles. */
      granters: Type.Array(Bilingual),
    }),
    example: { input: { permission: 'kernel.role.read' } },
    async handle(_work, { permission }) {
      const names = (needed: string) =>
        rolesWith(services, needed).map(({ role }) => services.roles.find(role)!.name)
      const calls = services.registry().calls()
      return {
        calls: calls.filter(call => call.permission === permission).map(({ summary }) => summary),
        roles: names(permission),
        granters: names('kernel.role.grant'),
      }
    },
  })
}

function rolesWith({ roles }: HostServices, permission: string): { role: string; scope: string }[] {
  if (permission === 'public' || permission === 'signed-in') return []
  return roles.all().flatMap(({ id }) => {
    const actor = { roles: [id], grants: roles.grants([id]), language: 'zh', channel: 'http' } as const
    const scope = scopeFor(actor, permission)
    return scope ? [{ role: id, scope }] : []
  })
}
