import { type Static, Type } from 'typebox'
import {
  Bilingual,
  closed,
  command,
  type Definition,
  Instant,
  query,
  type UnitOfWork,
} from '../command/index.ts'
import type { HostServices } from '../host/services.ts'
import type { Text } from '../text/index.ts'
import { deedsOn, jobCounts, type QueuedJob, queuedJobs, shownJob } from './list.ts'
import { shownError } from './shown-error.ts'

const Number_ = Type.String({ pattern: '^[1-9]\\d{0,17}$', description: 'Number of a job' })
const State = Type.Union([Type.Literal('waiting'), Type.Literal('running'), Type.Literal('failed')])
const Deed = Type.Union([Type.Literal('retry'), Type.Literal('cancel')])

const Listed = closed({
  id: Number_,
  name: Type.String(),
  title: Type.Optional(Bilingual),
  /** What it works on, where its key says so. */
  about: Type.Optional(Type.String()),
  state: State,
  attempts: Type.Integer(),
  most: Type.Integer(),
  askedAt: Instant,
  runAt: Instant,
  runsSince: Type.Optional(Instant),
  error: Type.Optional(Type.String()),
  failedAt: Type.Optional(Instant),
  isCancelled: Type.Boolean(),
  may: Type.Array(Deed),
})

const Periodic = closed({
  name: Type.String(),
  title: Type.Optional(Bilingual),
  everySeconds: Type.Number(),
  nextAt: Type.Optional(Instant),
  last: Type.Optional(
    closed({ at: Instant, milliseconds: Type.Integer(), error: Type.Optional(Type.String()) }),
  ),
})

const ListJobs = closed({
  state: Type.Optional(State),
  name: Type.Optional(Type.String({ maxLength: 128 })),
  /** Number of the last job seen: the page goes on below it. */
  after: Type.Optional(Number_),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
const JobNumbers = closed({ jobs: Type.Array(Number_, { minItems: 1, maxItems: 200, uniqueItems: true }) })

/** Calls on the job queue. */
export function jobCalls(services: HostServices): Definition[] {
  return [list(services), retry(services), cancel(services)]
}

const definitionsOf = ({ registry }: HostServices) => {
  const all = new Map(
    registry()
      .jobs()
      .map(job => [job.name, job]),
  )
  return (name: string) => all.get(name)
}

const list = (services: HostServices) =>
  query({
    name: 'kernel.job.list',
    summary: { zh: '后台任务', en: 'Jobs: waiting, running, failed, and those that come round' },
    permission: 'kernel.job.read',
    input: ListJobs,
    output: closed({
      counts: closed({
        waiting: Type.Integer(),
        running: Type.Integer(),
        failed: Type.Integer(),
        dueSince: Type.Optional(Instant),
      }),
      jobs: Type.Array(Listed),
      more: Type.Boolean(),
      periodic: Type.Array(Periodic),
    }),
    example: { input: { state: 'failed' } },
    async handle(work, { limit = 50, ...wanted }: Static<typeof ListJobs>) {
      const find = definitionsOf(services)
      const rows = await queuedJobs(work, wanted, limit + 1)
      const { dueSince, ...counts } = await jobCounts(work)
      return {
        counts: { ...counts, ...(dueSince && { dueSince: dueSince.toISOString() }) },
        jobs: rows.slice(0, limit).map(job => shownJob(job, find(job.name))),
        more: rows.length > limit,
        periodic: services.periodic().map(({ last, ...job }) => {
          const title = find(job.name)?.title
          const error = last?.error === undefined ? undefined : shownError(last.error)
          return {
            ...job,
            ...(title && { title }),
            ...(last && { last: { ...last, ...(error && { error }) } }),
          }
        }),
      }
    },
  })

const Done = closed({
  done: Type.Array(Number_),
  /** Those that were left as they are, each with its reason. */
  left: Type.Array(closed({ job: Number_, why: Bilingual })),
})

const retry = (services: HostServices) =>
  command({
    name: 'kernel.job.retry',
    summary: { zh: '立即重试任务', en: 'Do jobs again now that failed, or that wait for their next try' },
    permission: 'kernel.job.retry',
    input: JobNumbers,
    output: Done,
    example: { input: { jobs: ['1'] } },
    async handle(work, { jobs }) {
      const { may, left } = await judged(work, services, jobs, 'retry')
      return {
        done: await deed(work, 'kernel.job.retried', may, 'select * from job.again($1::bigint[]) as id'),
        left,
      }
    },
  })

const cancel = (services: HostServices) =>
  command({
    name: 'kernel.job.cancel',
    summary: { zh: '取消任务', en: 'Cancel jobs that failed, or whose records can be told' },
    permission: 'kernel.job.cancel',
    input: JobNumbers,
    output: Done,
    example: { input: { jobs: ['1'] } },
    async handle(work, { jobs }) {
      const { may, left } = await judged(work, services, jobs, 'cancel')
      const find = definitionsOf(services)
      // A record that can be told hears of it by a last run of the job; what nobody needs to hear of is removed.
      const isTold = (job: QueuedJob) => find(job.name)?.failed !== undefined
      const [told, others] = [may.filter(isTold), may.filter(job => !isTold(job))]
      const done = [
        ...(await deed(
          work,
          'kernel.job.cancelled',
          told,
          'select * from job.cancelled($1::bigint[]) as id',
        )),
        ...(await deed(
          work,
          'kernel.job.cancelled',
          others,
          'select * from job.removed($1::bigint[]) as id',
        )),
      ]
      return { done, left }
    },
  })

const WHY = {
  gone: { zh: '没有这个任务，它可能已经完成', en: 'There is no such job; it may be done by now' },
  running: { zh: '正在执行，等它结束', en: 'It is running: wait until it ends' },
  unknown: {
    zh: '本版本程序没有这项工作：可以取消，或装回登记了它的版本',
    en: 'This version of the program has no such work: cancel it, or run the version that has',
  },
  needed: {
    zh: '它在等候，取消后业务记录会一直等下去：请在业务页面撤销那条记录',
    en: 'It waits, and its record would wait for ever: withdraw the record on its own page',
  },
} as const satisfies Record<string, Text>

/** The jobs that it may be done to, and why not to the others. */
async function judged(
  work: UnitOfWork,
  services: HostServices,
  ids: readonly string[],
  what: 'retry' | 'cancel',
) {
  const find = definitionsOf(services)
  const found = new Map((await queuedJobs(work, { only: ids }, ids.length)).map(job => [job.id, job]))
  const left: { job: string; why: Text }[] = []
  const may: QueuedJob[] = []
  for (const id of ids) {
    const job = found.get(id)
    if (job && deedsOn(job, find(job.name)).includes(what)) may.push(job)
    else left.push({ job: id, why: WHY[reasonOf(job, what)] })
  }
  return { may, left }
}

function reasonOf(job: QueuedJob | undefined, what: 'retry' | 'cancel'): keyof typeof WHY {
  if (!job || job.cancelled) return 'gone'
  if (job.state === 'running') return 'running'
  return what === 'retry' ? 'unknown' : 'needed'
}

/** Does it to the jobs that are still there and were not taken up meanwhile, and tells of each. */
async function deed(
  work: UnitOfWork,
  event: string,
  jobs: readonly QueuedJob[],
  statement: string,
): Promise<string[]> {
  if (jobs.length === 0) return []
  const rows = await work.query<{ id: string }>(statement, [jobs.map(job => job.id)])
  const done = new Set(rows.map(row => row.id))
  for (const { id, name, key, attempts } of jobs.filter(job => done.has(job.id)))
    work.emit({ type: event, record: `kernel.job/${id}`, data: { name, ...(key && { key }), attempts } })
  return [...done]
}
