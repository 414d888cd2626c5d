import { Type } from 'typebox'
import type { Definition } from '../command/index.ts'
import { closed, command, Id, query } from '../command/index.ts'
import { applyPacks } from './apply.ts'
import { comparedFiles } from './compare.ts'
import type { Pack } from './read.ts'
import { packRefusals } from './refusals.ts'

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
  /** The run that applied it: a version that came back is another one. */
  run: Id,
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
        const versions = await work.query<{
          id: string
          run: string
          digest: string
          appliedAt: Date
          files: number
        }>(
          `select id, run, digest, applied_at as "appliedAt", (select count(*)::int from json_object_keys(files)) as files
           from kernel.pack order by applied_at desc, id`,
        )
        return { versions: versions.map(each => ({ ...each, appliedAt: each.appliedAt.toISOString() })) }
      },
    }),
    compareCall,
  ]
}

const compareCall = query({
  name: 'kernel.pack.compare',
  summary: { zh: '比较数据包的两个版本', en: 'What differs between two versions of a pack, file by file' },
  permission: 'kernel.pack.read',
  input: closed({
    pack: Type.String({ maxLength: 100 }),
    /** Runs that applied them; absent: the version before. */
    to: Id,
    from: Type.Optional(Id),
  }),
  output: closed({
    pack: Type.String(),
    /** Absent: there was none before. */
    from: Type.Optional(Id),
    to: Id,
    files: Type.Array(
      closed({
        name: Type.String(),
        change: Type.Union([Type.Literal('added'), Type.Literal('changed'), Type.Literal('removed')]),
        added: Type.Integer(),
        removed: Type.Integer(),
        /** Stretches of lines; none of a file that is new, gone or too long to be shown. */
        hunks: Type.Array(
          Type.Array(
            closed({
              sign: Type.Union([Type.Literal(' '), Type.Literal('+'), Type.Literal('-')]),
              number: Type.Integer(),
              text: Type.String(),
            }),
          ),
        ),
        /** Lines of the comparison that are not shown. */
        left: Type.Integer(),
      }),
    ),
  }),
  refusals: ['pack.version_unknown'],
  example: {
    given: [
      { call: 'kernel.pack.apply', input: {} },
      { call: 'kernel.pack.list', input: {} },
    ],
    input: ([, listed]: readonly { versions: readonly { id: string; run: string }[] }[]) => {
      const [version] = listed!.versions
      return { pack: version!.id, to: version!.run }
    },
  },
  async handle(work, { pack, to, from }) {
    const compared = await comparedFiles(work, pack, to, from)
    return compared ?? packRefusals.refuse('pack.version_unknown', { pack }, '/to')
  },
})
