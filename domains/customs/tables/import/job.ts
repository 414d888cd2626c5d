import type { HostServices } from '@tongqu/kernel/host'
import type { JobContext, JobDefinition } from '@tongqu/kernel/job'
import { isRefusal } from '@tongqu/kernel/refusal'
import { lockRegister } from '@tongqu/register'
import { type TableKind, tableKinds } from '../kinds.ts'
import { readTable, takeFile } from '../take.ts'
import { examine, NO_EDITION } from './examine.ts'
import { progressOf, Stopped, watched } from './progress.ts'
import * as store from './store.ts'

/*
 * An import's life: waiting → checking → checked → publishing → published.
 *
 * Checking reads the file and weighs it against what the register says: nothing is written but what was found.
 * Publishing takes the file again, whole or not at all, if the register is still what it was weighed against; where
 * somebody published meanwhile it is checked again for people to look at. Asked to stop, either ends `cancelled`
 * before its commit. A file of which nothing can be read is `refused`.
 */
export const CHECK = 'customs.import.check'
export const PUBLISH = 'customs.import.publish'

type Files = HostServices['files']
type Step = (context: JobContext, row: store.ImportRow, kind: TableKind, files: Files) => Promise<void>

export function importJobs({ files }: Pick<HostServices, 'files'>): JobDefinition[] {
  return [
    { name: CHECK, run: (context, { id }) => follow(context, String(id), check, files), failed: giveUp },
    { name: PUBLISH, run: (context, { id }) => follow(context, String(id), publish, files), failed: giveUp },
  ]
}

/** Takes a step of an import; asked to stop, it ends cancelled. */
async function follow(context: JobContext, id: string, step: Step, files: Files): Promise<void> {
  const row = await context.work(work => store.findImport(work.tx, id))
  const kind = row && tableKinds.get(row.kind)
  if (!row || !kind) return
  try {
    await step(context, row, kind, files)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    await context.work(work => store.change(work.tx, id, { state: 'cancelled', finished_at: work.now }))
  }
}

const check: Step = async (context, row, kind, files) => {
  if (row.state !== 'waiting' && row.state !== 'checking') return
  await context.work(work => store.change(work.tx, row.id, { state: 'checking', percent: 0 }))
  const reading = progressOf(context, row.id, 0, 90)
  const read = await readTable(watched(await files.open(row.file), reading), kind, NO_EDITION)
  await progressOf(context, row.id, 91, 91).at(0)
  await context.work(async work => {
    const found = await examine(work, row.speaks_from, kind, read)
    if (!(await store.end(work.tx, row.id, 'checking', found))) throw new Stopped()
  })
}

const publish: Step = async (context, row, kind, files) => {
  if (row.state !== 'publishing') return
  const { id, edition, year, source, file, speaks_from: from } = row
  const named = { id: edition ?? '', year: year ?? 0, source: source ?? '' }
  await context.work(async work => {
    await lockRegister(work, kind.register)
    if ((await store.findImport(work.tx, id))?.state !== 'publishing') return
    if ((await store.lastSerial(work.tx, kind.register)) !== row.basis) {
      await store.change(work.tx, id, { state: 'waiting', again: true, percent: 0 })
      return work.enqueue({ name: CHECK, payload: { id }, key: `${CHECK} ${id}` })
    }
    const opened = watched(await files.open(file), progressOf(context, id, 0, 45))
    const writing = progressOf(context, id, 46, 99)
    const taken = { kind, edition: named, from: from ?? undefined, file }
    const report = await takeFile(work, opened, taken, (done, of) => writing.at(done / of))
    await progressOf(context, id, 99, 99).at(0)
    if (isRefusal(report)) throw new Error(`${id} was checked and is refused now: ${report.code}`)
    const ended = { state: 'published', percent: 100, batch_id: report.id, finished_at: work.now } as const
    if (!(await store.end(work.tx, id, 'publishing', ended))) throw new Stopped()
  })
}

async function giveUp(context: JobContext, { id }: Readonly<Record<string, unknown>>): Promise<void> {
  const failure = {
    code: 'table.import_failed',
    text: {
      zh: `试了 ${context.attempt} 次仍未完成，请把编号告知管理员：${String(id)}`,
      en: `Not done after ${context.attempt} attempts; give an administrator this reference: ${String(id)}`,
    },
  }
  await context.work(work =>
    store.change(work.tx, String(id), { state: 'failed', failure, finished_at: work.now }),
  )
}
