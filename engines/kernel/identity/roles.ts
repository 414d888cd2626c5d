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
