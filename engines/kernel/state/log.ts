import { lastAnchored } from '../audit/anchors.ts'
import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { HostServices } from '../host/services.ts'
import { shownError } from '../job/shown-error.ts'
import type { StateCheck } from './check.ts'
import { isSameDisk } from './machine.ts'
import { plain, spanText } from './words.ts'

/** Placing takes half a second, sealing five: what waits longer than this does not come by itself, milliseconds. */
const LATE = 60_000
const VERY_LATE = 600_000

interface Row extends Record<string, unknown> {
  readonly head: string
  readonly unplaced: string
  readonly unplaced_since: Date | null
  readonly sealed: string
  readonly blocks: string
  readonly sealed_at: Date | null
  readonly unsealed_since: Date | null
}

const STANDING = `
  with head as (select position from kernel.event_head),
    waiting as (select coalesce(sum(last_id - first_id + 1), 0) as n, min(first_id) as first
      from kernel.event_batch where position is null),
    last as (select number, to_position, sealed_at from kernel.audit_block order by number desc limit 1)
  select (select position from head) as head, (select n from waiting) as unplaced,
    (select at from kernel.event where id = (select first from waiting)) as unplaced_since,
    coalesce((select to_position from last), 0) as sealed, coalesce((select number from last), 0) as blocks,
    (select sealed_at from last) as sealed_at,
    (select at from kernel.event where id = (
      select first_id + greatest(coalesce((select to_position from last), 0) + 1 - position, 0) from kernel.event_batch
      where position <= coalesce((select to_position from last), 0) + 1 order by position desc limit 1)
      and (select position from head) > coalesce((select to_position from last), 0)) as unsealed_since`

/** The event log: what is placed, handed on, sealed and anchored. */
export async function logState(work: UnitOfWork, services: HostServices): Promise<StateCheck[]> {
  const [row] = await work.query<Row>(STANDING)
  return [
    placing(row!, work.now),
    await handing(work, Number(row!.head)),
    sealing(row!, work.now),
    await anchoring(Number(row!.blocks), services),
  ]
}

const age = (since: Date | null, now: Date) => (since ? Math.max(0, now.getTime() - since.getTime()) : 0)
const word = (late: number) => (late >= VERY_LATE ? 'bad' : late >= LATE ? 'watch' : 'good')

function placing(row: Row, now: Date): StateCheck {
  const late = age(row.unplaced_since, now)
  const since = spanText(late)
  return {
    id: 'sequencer',
    name: { zh: '事件定序', en: 'Sequencer' },
    state: word(late),
    said:
      late >= LATE
        ? { zh: `有事件已等 ${since.zh} 未定序`, en: `Events have waited ${since.en} to be placed` }
        : { zh: '事件随提交定序', en: 'Events are placed as they are committed' },
    ...(late >= LATE && {
      remedy: {
        zh: '查看日志中 “the event log could not be kept”，必要时重启',
        en: 'See “the event log could not be kept” in the log; start it again if need be',
      },
    }),
    facts: [
      { name: { zh: '最后序号', en: 'Last position' }, text: plain(row.head) },
      { name: { zh: '待定序', en: 'Waiting' }, text: plain(row.unplaced) },
    ],
  }
}

async function handing(work: UnitOfWork, head: number): Promise<StateCheck> {
  const rows = await work.query<{
    subscriber: string
    position: string
    moved_at: Date
    failure: string | null
  }>('select subscriber, position, moved_at, failure from kernel.cursor order by position, subscriber')
  const stuck = rows.filter(row => row.failure !== null)
  const late = rows.filter(row => Number(row.position) < head && age(row.moved_at, work.now) >= LATE)
  const shown = stuck.length > 0 ? stuck : late
  return {
    id: 'subscribers',
    name: { zh: '事件订阅', en: 'Subscribers' },
    state: stuck.length > 0 ? 'bad' : late.length > 0 ? 'watch' : 'good',
    said:
      stuck.length > 0
        ? {
            zh: `${stuck.length} 个订阅停在出错的事件上`,
            en: `${stuck.length} of them are stuck at an event`,
          }
        : late.length > 0
          ? { zh: `${late.length} 个订阅落后`, en: `${late.length} of them are behind` }
          : { zh: '全部跟上', en: 'All have caught up' },
    ...(stuck.length > 0 && {
      remedy: {
        zh: '按所报错误修复后它会自行继续，不会跳过任何事件',
        en: 'Once the fault is mended they go on by themselves; no event is passed over',
      },
    }),
    facts: shown.slice(0, 5).map(({ subscriber, position, failure }) => ({
      name: plain(subscriber),
      text: plain(failure ? `${position}: ${shownError(failure)}` : position),
    })),
  }
}

function sealing(row: Row, now: Date): StateCheck {
  const unsealed = Number(row.head) - Number(row.sealed)
  const late = unsealed > 0 ? age(row.unsealed_since, now) : 0
  const since = spanText(late)
  return {
    id: 'sealer',
    name: { zh: '审计封存', en: 'Sealing of the audit' },
    state: word(late),
    said:
      late >= LATE
        ? {
            zh: `${unsealed} 条事件已等 ${since.zh} 未封存`,
            en: `${unsealed} events have waited ${since.en} to be sealed`,
          }
        : { zh: '每几秒封存一块', en: 'A block is sealed every few seconds' },
    ...(late >= LATE && {
      remedy: {
        zh: '查看日志中 “the audit could not be sealed”',
        en: 'See “the audit could not be sealed” in the log',
      },
    }),
    facts: [
      { name: { zh: '区块', en: 'Blocks' }, text: plain(row.blocks) },
      { name: { zh: '待封存事件', en: 'Events to seal' }, text: plain(unsealed) },
      ...(row.sealed_at ? [{ name: { zh: '最近封存', en: 'Last sealed' }, at: row.sealed_at }] : []),
    ],
  }
}

async function anchoring(blocks: number, { config }: HostServices): Promise<StateCheck> {
  const id = 'anchors'
  const name = { zh: '审计锚定', en: 'Anchors of the audit' }
  const anchored = await lastAnchored(config.anchorFile)
  const isTogether = await isSameDisk(config.anchorFile, config.dataDir)
  const facts = [
    { name: { zh: '文件', en: 'File' }, text: plain(config.anchorFile) },
    { name: { zh: '已锚定至区块', en: 'Anchored up to block' }, text: plain(anchored) },
  ]
  // The file is written after the block: at any moment it may be one behind.
  if (anchored < blocks - 1)
    return {
      id,
      name,
      state: 'bad',
      said: { zh: `落后 ${blocks - anchored} 块`, en: `${blocks - anchored} blocks behind` },
      remedy: {
        zh: '确认锚定文件可写、所在磁盘有空间',
        en: 'See that the file can be written and its disk has room',
      },
      facts,
    }
  if (isTogether && config.environment === 'production')
    return {
      id,
      name,
      state: 'watch',
      said: { zh: '锚定文件与数据在同一磁盘上', en: 'The anchors lie on the same disk as the data' },
      remedy: {
        zh: '用 TONGQU_ANCHOR 指定另一介质，改动数据的人便改不了锚定',
        en: 'Set TONGQU_ANCHOR to another medium: who can change the data then cannot change the anchors',
      },
      facts,
    }
  return {
    id,
    name,
    state: 'good',
    said: isTogether
      ? { zh: '已跟上；与数据同一磁盘（演示）', en: 'Up to date; on the disk of the data (a demonstration)' }
      : { zh: '已跟上，在另一介质上', en: 'Up to date, on another medium' },
    facts,
  }
}
