import type { Scope } from '../db/index.ts'
import type { Text } from '../text/index.ts'

/** A role as a pack defines it. */
export interface Role {
  readonly id: string
  readonly name: Text
  /** How far its holders see with what it grants. */
  readonly scope: Exclude<Scope, 'system'>
  /** Names of permissions; `customs.plan.*` grants all that begin so. */
  readonly permissions: readonly string[]
  /** The pack that defines it and the file there, where it came out of one. */
  readonly source?: { readonly pack: string; readonly file: string }
  /** Its holders sign in with a second factor; absent: they may. */
  readonly secondFactor?: SecondFactorRule
}

/** Why a role's holders sign in with more than a password. */
export interface SecondFactorRule {
  readonly required: true
  readonly reason: Text
  /** The law or standard that asks for it, where one does. */
  readonly source?: string
}

const WIDTH: Record<Scope, number> = { own: 0, office: 1, audit: 1, system: 2 }

/** The roles of an installation. */
export class RoleBook {
  readonly #roles: ReadonlyMap<string, Role>

  constructor(roles: readonly Role[]) {
    this.#roles = new Map(roles.map(role => [role.id, role]))
  }

  find(id: string): Role | undefined {
    return this.#roles.get(id)
  }

  all(): readonly Role[] {
    return [...this.#roles.values()]
  }

  /** The first of the roles that requires a second factor; undefined: none does. */
  requiringSecondFactor(roles: readonly string[]): Role | undefined {
    return roles.map(id => this.#roles.get(id)).find(role => role?.secondFactor?.required)
  }

  /** The permissions that a set of roles grants, each with the widest scope that grants it. */
  grants(roles: readonly string[]): ReadonlyMap<string, Scope> {
    const grants = new Map<string, Scope>()
    for (const id of roles) {
      const role = this.#roles.get(id)
      for (const permission of role?.permissions ?? []) {
        const before = grants.get(permission)
        if (before === undefined || WIDTH[role!.scope] > WIDTH[before]) grants.set(permission, role!.scope)
      }
    }
    return grants
  }
}
