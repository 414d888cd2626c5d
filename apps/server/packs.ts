import { dirname, join } from 'node:path'
import type { Role } from '@tongqu/kernel/identity'
import { type Pack, readPack } from '@tongqu/kernel/pack'
import { parse } from 'yaml'

/** The packs of an installation: the city's and what it builds upon, the broadest first. */
export type Packs = readonly Pack[]

interface PackHead {
  readonly id: string
  readonly extends?: readonly string[]
}

/** Reads the pack in a folder and, from beside it, the packs it extends. */
export async function readPacks(dir: string): Promise<Packs> {
  const pack = await readPack(dir, 'pack')
  const text = pack.files.get('pack.yaml')
  if (text === undefined) throw new Error(`${dir} holds no pack.yaml.`)
  const head = parse(text) as PackHead
  const below: Pack[] = []
  for (const id of head.extends ?? []) below.push(...(await readPacks(join(dirname(dir), id))))
  return [...below, { ...pack, id: head.id }]
}

/** File of a pack that defines roles. */
const ROLES = 'roles.yaml'

/** The roles that the packs define; a narrower pack's definition replaces a broader one's. */
export function rolesOf(packs: Packs): Role[] {
  const roles = new Map<string, Role>()
  for (const pack of packs) {
    const text = pack.files.get(ROLES)
    const source = { pack: pack.id, file: ROLES }
    for (const role of text ? (parse(text) as { roles: Role[] }).roles : [])
      roles.set(role.id, { ...role, source })
  }
  return [...roles.values()]
}
