import { Type } from 'typebox'
import {
  Bilingual,
  closed,
  type Definition,
  Instant,
  NoInput,
  query,
  type UnitOfWork,
} from '../command/index.ts'
import type { HostServices } from '../host/services.ts'
import { shownError } from '../job/shown-error.ts'
import { type StateCheck, type StateSource, worstOf } from './check.ts'
import { databaseState } from './database.ts'
import { logState } from './log.ts'
import { diskState } from './machine.ts'
import { packState, productState } from './versions.ts'
import { backupState, jobState } from './works.ts'

const Word = Type.Union([
  Type.Literal('good'),
  Type.Literal('watch'),
  Type.Literal('bad'),
  Type.Literal('unknown'),
])
const Words = closed({ zh: Type.String(), en: Type.String() })

/** How the installation stands: the kernel's own parts, and what its modules let be seen. */
export function stateCalls(services: HostServices): Definition[] {
  return [
    query({
      name: 'kernel.state.read',
      summary: { zh: '平台运行状况', en: 'How the installation stands, and what to do' },
      permission: 'kernel.state.read',
      // It looks at the log as a whole and at every queue; nothing of anybody's records is told.
      unsafeScope: 'system',
      verb: 'state',
      input: NoInput,
      output: closed({
        at: Instant,
        state: Word,
        checks: Type.Array(
          closed({
            id: Type.String(),
            name: Bilingual,
            state: Word,
            said: Words,
            remedy: Type.Optional(Words),
            facts: Type.Array(
              closed({ name: Words, text: Type.Optional(Words), at: Type.Optional(Instant) }),
            ),
            page: Type.Optional(Type.String()),
          }),
        ),
      }),
      example: { input: {} },
      view: ({ checks }) => [
        {
          table: {
            columns: [
              { title: NAMES.part },
              { title: NAMES.state },
              { title: NAMES.said },
              { title: NAMES.remedy },
            ],
            rows: checks.map(({ name, state, said, remedy }) => [name, WORDS[state], said, remedy]),
            none: NAMES.said,
          },
        },
      ],
      async handle(work) {
        const checks: StateCheck[] = []
        for (const source of [...ownSources(services), ...services.registry().states()])
          checks.push(...(await attempted(work, source)))
        return { at: work.now.toISOString(), state: worstOf(checks), checks: checks.map(shown) }
      },
    }),
  ]
}

const NAMES = {
  part: { zh: '部分', en: 'Part' },
  state: { zh: '状态', en: 'State' },
  said: { zh: '情况', en: 'How it stands' },
  remedy: { zh: '办法', en: 'What to do' },
}
const WORDS = {
  good: { zh: '正常', en: 'good' },
  watch: { zh: '留意', en: 'watch' },
  bad: { zh: '异常', en: 'bad' },
  unknown: { zh: '未知', en: 'not known' },
}

function ownSources(services: HostServices): StateSource[] {
  return [
    { id: 'product', name: { zh: '程序', en: 'Program' }, read: () => productState(services) },
    { id: 'database', name: { zh: '数据库', en: 'Database' }, read: work => databaseState(work, services) },
    { id: 'log', name: { zh: '事件与审计', en: 'Events and audit' }, read: work => logState(work, services) },
    { id: 'jobs', name: { zh: '后台任务', en: 'Jobs' }, read: work => jobState(work, services) },
    { id: 'backup', name: { zh: '备份', en: 'Backup' }, read: work => backupState(work, services) },
    { id: 'disk', name: { zh: '磁盘', en: 'Disk' }, read: () => diskState(services) },
    { id: 'packs', name: { zh: '数据包', en: 'Packs' }, read: work => packState(work, services) },
  ]
}

/** What cannot be read is said to be unknown, and does not keep the others from being seen. */
async function attempted(work: UnitOfWork, { id, name, read }: StateSource): Promise<readonly StateCheck[]> {
  await work.execute('savepoint looked_at')
  try {
    return await read(work)
  } catch (error) {
    await work.execute('rollback to savepoint looked_at')
    const why = shownError((error as Error).message)
    return [
      {
        id,
        name,
        state: 'unknown',
        said: { zh: `无法得知：${why}`, en: `It could not be found out: ${why}` },
      },
    ]
  } finally {
    await work.execute('release savepoint looked_at')
  }
}

function shown({ facts = [], remedy, page, ...check }: StateCheck) {
  return {
    ...check,
    ...(remedy && { remedy }),
    ...(page && { page }),
    facts: facts.map(({ name, text, at }) => ({
      name,
      ...(text && { text }),
      ...(at && { at: at.toISOString() }),
    })),
  }
}
