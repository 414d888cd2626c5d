import { Type } from 'typebox'
import type { Definition } from '../command/index.ts'
import { command, query } from '../command/index.ts'
import { applyPacks } from './apply.ts'
import type { Pack } from './read.ts'

const None = Type.Object({}, { additionalProperties: false })
const Names = Type.Array(Type.String())
const Applied = Type.Object({
  id: Type.String(),
  digest: Type.String(),
  added: Names,
  changed: Names,
  removed: Names,
})
const Version = Type.Object({
  id: Type.String(),
  digest: Type.String(),
  appliedAt: Type.String(),
  files: Type.Integer(),
})

/** Calls on the packs that the installation was started with. */
export function packCalls(packs: readonly Pack[]): Definition[] {
  return [
    command({
      name: 'kernel.pack.apply',
      summary: { zh: '应用城市数据包', en: 'Apply the packs of the installation' },
      permission: 'kernel.pack.apply',
      input: None,
      output: Type.Object({ applied: Type.Array(Applied) }),
      example: { input: {} },
      handle: async work => ({
        applied: (await applyPacks(work, packs)).map(each => ({
          ...each,
          added: [...each.added],
          changed: [...each.changed],
          removed: [...each.removed],
        })),
      }),
    }),
    query({
      name: 'kernel.pack.list',
      summary: { zh: '已应用的数据包版本', en: 'Versions of packs that were applied' },
      permission: 'signed-in',
      input: None,
      output: Type.Object({ versions: Type.Array(Version) }),
      example: { input: {} },
      async handle(work) {
        const versions = await work.query<{ id: string; digest: string; appliedAt: Date; files: number }>(
          `select id, digest, applied_at as "appliedAt", (select count(*)::int from json_object_keys(files)) as files
           from kernel.pack order by applied_at desc, id`,
        )
        return { versions: versions.map(each => ({ ...each, appliedAt: each.appliedAt.toISOString() })) }
      },
    }),
  ]
}
