import type { UnitOfWork } from '@tongqu/kernel/command'
import type { StateCheck, StateSource } from '@tongqu/kernel/state'
import type { Desk } from '../env.ts'
import * as gateway from './gateway-store.ts'

/** A message that was due is tried again after minutes at most: what waits longer does not go through, milliseconds. */
const LATE = 5 * 60_000

interface Queues extends Record<string, unknown> {
  readonly out: number
  readonly due_since: Date | null
  readonly failure: { readonly text?: string } | null
  readonly unread: number
  readonly unread_since: Date | null
  readonly held: number
}

const QUEUES = `
  select (select count(*)::int from customs.message where direction = 'out' and state = 'ready') as out,
    (select created_at from customs.message where direction = 'out' and state = 'ready' order by next_at, id limit 1) as due_since,
    (select failure from customs.message where direction = 'out' and state = 'ready' and failure is not null
      order by next_at, id limit 1) as failure,
    (select count(*)::int from customs.message where direction = 'in' and state = 'waiting') as unread,
    (select created_at from customs.message where direction = 'in' and state = 'waiting' order by id limit 1) as unread_since,
    (select count(*)::int from customs.receipt_held where settled_at is null) as held`

const NAME = { zh: '海关通道', en: 'Gateway to the customs' }

/** The gateway to the counter with its queues, for the page of how the installation stands. */
export function counterState(desk: Desk): StateSource {
  return { id: 'customs.counter', name: NAME, read: async work => [await stateOf(work, desk)] }
}

async function stateOf(work: UnitOfWork, desk: Desk): Promise<StateCheck> {
  const [queues] = await work.query<Queues>(QUEUES)
  const unknown = await gateway.countUnknown(work.tx)
  const isOpen = await gateway.isGatewayOpen(work.tx)
  const row = await gateway.gatewayRow(work.tx)
  const count = (n: number) => ({ zh: String(n), en: String(n) })
  const { gateway: way } = desk.counter
  return {
    id: 'customs.counter',
    name: NAME,
    ...judged({
      queues: queues!,
      unknown,
      isOpen,
      reason: row?.reason ?? '',
      isSet: way !== undefined,
      now: work.now,
    }),
    facts: [
      {
        name: { zh: '通道', en: 'Way' },
        text: way ? { zh: way.name, en: way.name } : { zh: '未配置', en: 'none is set' },
      },
      { name: { zh: '待发报文', en: 'To send' }, text: count(queues!.out) },
      { name: { zh: '待读报文', en: 'To read' }, text: count(queues!.unread) },
      { name: { zh: '结果未知', en: 'Outcome unknown' }, text: count(unknown) },
      { name: { zh: '搁置的回执', en: 'Receipts held' }, text: count(queues!.held) },
    ],
    page: '/declarations/held',
  }
}

interface Seen {
  readonly queues: Queues
  readonly unknown: number
  readonly isOpen: boolean
  readonly reason: string
  readonly isSet: boolean
  readonly now: Date
}

function judged({
  queues,
  unknown,
  isOpen,
  reason,
  isSet,
  now,
}: Seen): Pick<StateCheck, 'state' | 'said' | 'remedy'> {
  const isLate = (since: Date | null) => since !== null && now.getTime() - since.getTime() > LATE
  if (!isSet)
    return {
      state: queues.out > 0 ? 'bad' : 'watch',
      said: { zh: '没有配置通道，报文在等候', en: 'No gateway is set: messages wait' },
      remedy: { zh: '用 TONGQU_COUNTER 配置', en: 'Set TONGQU_COUNTER' },
    }
  if (!isOpen)
    return {
      state: 'bad',
      said: { zh: `通道关闭${reason && `：${reason}`}`, en: `The gateway is shut${reason && `: ${reason}`}` },
      remedy: {
        zh: '与海关核对后用 ./tongqu customs counter open 开启',
        en: 'Reconcile with the customs, then open it by ./tongqu customs counter open',
      },
    }
  if (queues.failure || isLate(queues.due_since) || isLate(queues.unread_since)) {
    const why = queues.failure?.text ?? ''
    return {
      state: 'bad',
      said: { zh: `报文过不去${why && `：${why}`}`, en: `Messages do not go through${why && `: ${why}`}` },
      remedy: {
        zh: '检查对方地址与网络；会自动再试',
        en: 'See to the address and the line; it is tried again by itself',
      },
    }
  }
  if (unknown > 0 || queues.held > 0)
    return {
      state: 'watch',
      said: { zh: '有报文或回执等人处理', en: 'Messages or receipts wait for somebody' },
      remedy: {
        zh: '向海关查询结果未知的，处理搁置的',
        en: 'Ask the customs about the unknown, settle what is held',
      },
    }
  return { state: 'good', said: { zh: '开启，畅通', en: 'Open, and messages go through' } }
}
