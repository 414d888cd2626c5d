import { rm } from 'node:fs/promises'
import type { HostServices } from '../host/services.ts'
import type { JobContext, JobDefinition } from '../job/definition.ts'
import { shownError } from '../job/shown-error.ts'
import { isRefusal, type Refusal } from '../refusal/index.ts'
import { fill, type Text } from '../text/index.ts'
import { folderOf } from './folders.ts'
import { checkedManifest } from './manifest.ts'
import { backupRefusals } from './refusals.ts'
import * as store from './store.ts'

/*
 * A backup asked for from the console: waiting → running → done
 *                                        │         ├──────► failed: why is kept with it
 *                                        └─────────┴──────► cancelled: what was copied is removed
 * A killed attempt is begun anew by the next one, in an empty folder.
 */
export const MAKE_BACKUP = 'kernel.backup.make'
export const CHECK_BACKUP = 'kernel.backup.check'

/** How often progress is kept and a wish to cancel is heard, milliseconds. */
const TELL_EVERY = 300

class Cancelled extends Error {}

export function backupJobs(services: HostServices): JobDefinition[] {
  return [
    {
      name: MAKE_BACKUP,
      title: { zh: '备份', en: 'Make a backup' },
      run: (context, payload) => makeBackup(services, context, String(payload.backup)),
      failed: (context, payload, reason) => giveUp(services, context, String(payload.backup), reason),
    },
    {
      name: CHECK_BACKUP,
      title: { zh: '校验备份', en: 'Check a backup' },
      run: (context, payload) => checkBackup(services, context, String(payload.backup)),
    },
  ]
}

async function makeBackup(services: HostServices, context: JobContext, id: string): Promise<void> {
  const row = await context.work(work => store.begin(work, id))
  if (!row) return
  const dir = folderOf(services, row.folder)
  try {
    await rm(dir, { recursive: true, force: true })
    const done = await services.backup(dir, teller(context, id))
    if (isRefusal(done)) await context.work(work => store.endWithout(work, id, 'failed', textOf(done)))
    else
      await context.work(async work => {
        await store.endDone(work, id, done)
        work.emit({
          type: 'kernel.backup.made',
          record: `kernel.backup/${id}`,
          data: { rows: done.rows, bytes: done.bytes },
        })
      })
  } catch (error) {
    await rm(dir, { recursive: true, force: true }).catch(() => undefined)
    if (!(error instanceof Cancelled)) throw error
    await context.work(work => store.endWithout(work, id, 'cancelled'))
  }
}

/** Keeps how far it is, and ends it when somebody wants that or the server stops. */
function teller({ work, signal }: JobContext, id: string) {
  let next = 0
  return async (done: number, parts: number) => {
    if (signal.aborted) throw new Error('stopped')
    const now = performance.now()
    if (now < next) return
    next = now + TELL_EVERY
    if (await work(unit => store.progress(unit, id, done, parts))) throw new Cancelled()
  }
}

async function giveUp(
  services: HostServices,
  context: JobContext,
  id: string,
  reason: string,
): Promise<void> {
  const row = await context.work(work => store.findBackup(work, id))
  if (row) await rm(folderOf(services, row.folder), { recursive: true, force: true }).catch(() => undefined)
  const said = shownError(reason)
  const state = reason === 'cancelled' ? 'cancelled' : 'failed'
  await context.work(work => store.endWithout(work, id, state, { zh: said, en: said }))
}

async function checkBackup(services: HostServices, { work }: JobContext, id: string): Promise<void> {
  const row = await work(unit => store.findBackup(unit, id))
  if (row?.state !== 'done') return
  const manifest = await checkedManifest(folderOf(services, row.folder))
  const damaged = isRefusal(manifest)
    ? String(manifest.params.part ?? manifest.params.file ?? manifest.code)
    : undefined
  await work(async unit => {
    await store.markVerified(unit, id, damaged)
    unit.emit({
      type: 'kernel.backup.checked',
      record: `kernel.backup/${id}`,
      data: damaged ? { damaged } : {},
    })
  })
}

function textOf({ code, params }: Refusal): Text {
  const { text } = backupRefusals.kinds[code as keyof typeof backupRefusals.kinds]
  return { zh: fill(text, 'zh', params), en: fill(text, 'en', params) }
}
