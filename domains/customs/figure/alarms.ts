import { legalDay } from '@tongqu/kernel/clock'
import type { AskFigure, Figure, FigureAnswer } from '@tongqu/kernel/figure'
import { isGatewayOpen } from '../declaration/counter/gateway-store.ts'
import type { Desk } from '../declaration/env.ts'
import { lateBefore } from '../declaration/read.ts'

/* What should be nothing: each counts by an index that holds nothing else. */

const standing = {
  unit: 'count',
  permission: 'customs.declaration.read',
  isOfPeriod: false,
  keptFor: 4,
} as const

async function countOf({ work, party }: AskFigure, condition: string, ...values: unknown[]): Promise<string> {
  const [row] = await work.query<{ n: number }>(
    `select count(*)::int as n from customs.declaration d where ($1::uuid is null or d.party_id = $1) and ${condition}`,
    [party ?? null, ...values],
  )
  return String(row!.n)
}

/** Figures of declarations that wait, and alarms about what the counter says or does not say. */
export function counterFigures(desk: Desk): readonly Figure[] {
  return [
    {
      ...standing,
      key: 'customs.counter.waiting',
      name: { zh: '等待回执', en: 'Waiting' },
      about: {
        zh: '现在等待海关回执的申报，不论何时建立',
        en: 'Declarations that wait for the counter now, whenever they were made',
      },
      chart: 'number',
      records: '/declarations/all?what=waiting',
      ask: async of => ({ value: await countOf(of, 'd.waiting_since is not null') }),
    },
    {
      ...standing,
      key: 'customs.counter.late',
      name: { zh: '逾时未回', en: 'Receipts overdue' },
      about: {
        zh: '等待回执超过规定小时数的申报（declaration.silence_hours）',
        en: 'Declarations without a receipt for longer than declaration.silence_hours',
      },
      chart: 'alarm',
      records: '/declarations/all?what=late',
      ask: async of => ({ value: await countOf(of, 'd.waiting_since < $2', lateBefore(desk, of.work.now)) }),
    },
    {
      ...standing,
      key: 'customs.counter.contradicted',
      name: { zh: '回执矛盾', en: 'Receipts contradict' },
      about: {
        zh: '同时收到放行与退单的申报，须向海关核实',
        en: 'Declarations both released and refused: the customs must be asked',
      },
      chart: 'alarm',
      records: '/declarations/all?what=contradicted',
      ask: async of => ({ value: await countOf(of, 'd.is_contradicted') }),
    },
    {
      ...standing,
      key: 'customs.counter.held',
      name: { zh: '搁置的回执', en: 'Receipts held' },
      about: {
        zh: '收到而无法处理的回执，等人办理',
        en: 'Receipts that came in and could not be applied: somebody has to see to them',
      },
      chart: 'alarm',
      records: '/declarations/held',
      ask: heldReceipts,
    },
    {
      ...standing,
      key: 'customs.counter.shut',
      name: { zh: '通道关闭', en: 'Gateway shut' },
      about: {
        zh: '1 表示报文不发出也不读入，等管理员核对后开启',
        en: '1: nothing goes out or is read until an administrator has reconciled',
      },
      chart: 'alarm',
      records: '/declarations',
      ask: async ({ work }) => ({ value: (await isGatewayOpen(work.tx)) ? '0' : '1' }),
    },
  ]
}

async function heldReceipts({ work }: AskFigure): Promise<FigureAnswer> {
  const [row] = await work.query<{ n: number }>(
    'select count(*)::int as n from customs.receipt_held where settled_at is null',
  )
  return { value: String(row!.n) }
}

/** The day whose rules hold now. */
export const todayOf = ({ work }: AskFigure): string => legalDay(work.now)
