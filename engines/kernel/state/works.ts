import { folderOf, wholeSince } from '../backup/folders.ts'
import { systemClock } from '../clock/index.ts'
import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { HostServices } from '../host/services.ts'
import { jobCounts } from '../job/list.ts'
import { shownError } from '../job/shown-error.ts'
import type { StateCheck } from './check.ts'
import { plain, spanText } from './words.ts'

/** A job that is due is taken up within seconds: what waits longer has nobody to do it, milliseconds. */
const LATE = 60_000
const VERY_LATE = 900_000

/** The job queue. */
export async function jobState(work: UnitOfWork, services: HostServices): Promise<StateCheck[]> {
  const { waiting, running, failed, dueSince } = await jobCounts(work)
  const late = dueSince ? systemClock.now().getTime() - dueSince.getTime() : 0
  const broken = services.periodic().filter(each => each.last?.error !== undefined)
  const since = spanText(late)
  const said =
    late >= LATE
      ? { zh: `到期的任务已等 ${since.zh}`, en: `What is due has waited ${since.en}` }
      : failed > 0
        ? { zh: `${failed} 个任务失败，等人处理`, en: `${failed} jobs have failed and wait for somebody` }
        : broken.length > 0
          ? {
              zh: `${broken.length} 个定时任务上一轮失败`,
              en: `${broken.length} periodic jobs failed in their last round`,
            }
          : { zh: '随到随做', en: 'Done as they fall due' }
  const state = late >= VERY_LATE ? 'bad' : late >= LATE || failed > 0 || broken.length > 0 ? 'watch' : 'good'
  return [
    {
      id: 'jobs',
      name: { zh: '后台任务', en: 'Jobs' },
      state,
      said,
      ...(state !== 'good' && {
        remedy: {
          zh: '在“任务”页查看错误，重试或取消',
          en: 'See the errors on the page of jobs; retry or cancel',
        },
      }),
      facts: [
        { name: { zh: '等候', en: 'Waiting' }, text: plain(waiting) },
        { name: { zh: '执行中', en: 'Running' }, text: plain(running) },
        { name: { zh: '失败', en: 'Failed' }, text: plain(failed) },
        ...broken.map(({ name, last }) => ({ name: plain(name), text: plain(shownError(last!.error!)) })),
      ],
      page: '/admin/jobs',
    },
  ]
}

const DAY = 86_400_000
/** How old the last backup may be. */
const OLD = DAY + DAY / 4
const VERY_OLD = 7 * DAY

interface Last extends Record<string, unknown> {
  readonly folder: string
  readonly ended_at: Date
  readonly verified_at: Date | null
  readonly damaged: string | null
}

/** The last backup, as far as the installation knows of it. */
export async function backupState(work: UnitOfWork, services: HostServices): Promise<StateCheck[]> {
  const [last] = await work.query<Last>(
    `select folder, ended_at, verified_at, damaged from kernel.backup where state = 'done' order by ended_at desc limit 1`,
  )
  const check = { id: 'backup', name: { zh: '备份', en: 'Backup' }, page: '/admin/backups' }
  const remedy = {
    zh: '在“备份”页开始一份，或用 ./tongqu backup',
    en: 'Start one on the page of backups, or by ./tongqu backup',
  }
  if (!last)
    return [
      {
        ...check,
        state: 'watch',
        said: {
          zh: '没有备份记录；别处另作的备份这里不知道',
          en: 'None is known here; what is backed up by other means is not seen',
        },
        remedy,
      },
    ]
  const old = work.now.getTime() - last.ended_at.getTime()
  const since = spanText(Math.max(0, old))
  const facts = [
    { name: { zh: '完成于', en: 'Made' }, at: last.ended_at },
    last.verified_at
      ? { name: { zh: '校验于', en: 'Checked' }, at: last.verified_at }
      : { name: { zh: '校验', en: 'Checked' }, text: { zh: '未校验', en: 'never' } },
    { name: { zh: '目录', en: 'Folder' }, text: plain(last.folder) },
  ]
  if (last.damaged)
    return [
      {
        ...check,
        state: 'bad',
        said: { zh: `最近一份已损坏：${last.damaged}`, en: `The last one is damaged: ${last.damaged}` },
        remedy: { zh: '另作一份', en: 'Make another one' },
        facts,
      },
    ]
  const isThere = (await wholeSince(folderOf(services, last.folder))) !== undefined
  const state = old >= VERY_OLD ? 'bad' : old >= OLD ? 'watch' : 'good'
  return [
    {
      ...check,
      state,
      said: {
        zh: `最近一份在 ${since.zh}前${isThere ? '' : '，已不在原处'}`,
        en: `The last one was made ${since.en} ago${isThere ? '' : ' and lies elsewhere now'}`,
      },
      ...(state !== 'good' && { remedy }),
      facts,
    },
  ]
}
