import { Type } from 'typebox'
import { Bilingual, closed, command, type Definition, NoInput, query } from '../../command/index.ts'
import { LIMIT_ABOUT } from '../limit-about.ts'
import { LIMIT_NAMES, LIMITS, type LimitName, readLimits, readSetLimits, writeLimits } from '../limits.ts'
import { identityRefusals } from '../refusals.ts'

const Name = Type.Union(LIMIT_NAMES.map(name => Type.Literal(name)))

/** Calls on the installation's limits of sessions, tries, passwords, links and keys. */
export const limitCalls: readonly Definition[] = [
  query({
    name: 'kernel.limit.list',
    summary: { zh: '登录与会话限制', en: 'Limits of sessions, tries, passwords and keys' },
    permission: 'kernel.limit.read',
    input: NoInput,
    output: closed({
      limits: Type.Array(
        closed({
          name: Type.String(),
          what: Bilingual,
          /** What it does. */
          about: Type.Optional(Bilingual),
          /** The standard that asks for a limit of this kind, where one does. */
          source: Type.Optional(Type.String()),
          unit: Type.String(),
          value: Type.Integer(),
          least: Type.Integer(),
          most: Type.Integer(),
          /** What holds when the installation has set nothing. */
          initial: Type.Integer(),
        }),
      ),
    }),
    example: { input: {} },
    async handle(work) {
      const now = await readLimits(work)
      return {
        limits: LIMIT_NAMES.map(name => {
          const { value: initial, ...kind } = LIMITS[name]
          return { name, ...kind, ...LIMIT_ABOUT[name], value: now[name], initial }
        }),
      }
    },
  }),
  command({
    name: 'kernel.limit.change',
    summary: { zh: '修改一项限制', en: 'Change a limit' },
    permission: 'kernel.limit.write',
    input: closed({ name: Name, value: Type.Integer() }),
    output: closed({ before: Type.Integer(), value: Type.Integer() }),
    refusals: ['limit.out_of_range'],
    example: { input: { name: 'session.idle', value: 30 } },
    async handle(work, input) {
      const name = input.name as LimitName
      const { value } = input
      const { least, most } = LIMITS[name]
      if (value < least || value > most)
        return identityRefusals.refuse('limit.out_of_range', { name, least, most }, '/value')
      await work.query(`select pg_advisory_xact_lock(hashtext('kernel.limits'))`)
      const before = (await readLimits(work))[name]
      await writeLimits(work, { ...(await readSetLimits(work)), [name]: value }, work.now)
      work.emit({ type: 'kernel.limit.changed', record: `kernel.limit/${name}`, data: { before, value } })
      return { before, value }
    },
  }),
]
