import type { Waiting } from '@tongqu/kernel/desk'
import { same } from '../find/plans.ts'
import { ofParty, valuesOf } from './own.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly party_id: string
  readonly state: string
  readonly refused: number
  readonly created_at: Date
}

/** The condition that the index plan_under_way has. */
const underWay = (party: string | undefined) => `
  select id, number, name, party_id, state, refused, created_at from customs.plan
  where (state in ('waiting', 'reading', 'failed') or refused > 0) ${ofParty(party)}`
const runningOf = (party: string | undefined) =>
  `${underWay(party)} and state in ('waiting', 'reading') order by created_at limit $1`
/** Of whatever was refused long ago people have made a new book: after so many days nobody waits for it. */
const refusedOf = (party: string | undefined) => `${underWay(party)}
  and (state = 'failed' or refused > 0) and state not in ('waiting', 'reading') order by created_at desc limit $1`
const FRESH = 14 * 86_400_000

const running: Waiting = {
  kind: 'customs.plan.running',
  name: { zh: '正在计算的计划', en: 'Plans being made' },
  todo: { zh: '查看进度', en: 'See how far it is' },
  permission: 'customs.plan.write',
  page: '/plans',
  find: async (work, most, party) =>
    (await work.query<Row>(runningOf(party), valuesOf(most, party))).map(
      ({ id, number, name, party_id, created_at }) => ({
        number,
        title: same(name),
        party: party_id,
        page: `/plans/${id}`,
        since: created_at,
      }),
    ),
}

const refused: Waiting = {
  kind: 'customs.plan.refused',
  name: { zh: '有退回订单的计划', en: 'Plans with orders refused' },
  todo: { zh: '改正退回的行', en: 'Put the rows right' },
  permission: 'customs.plan.write',
  page: '/plans',
  find: async (work, most, party) =>
    (await work.query<Row>(refusedOf(party), valuesOf(most, party)))
      .filter(({ created_at }) => created_at.getTime() > work.now.getTime() - FRESH)
      .map(({ id, number, name, party_id, refused, created_at }) => ({
        number,
        title: same(name),
        party: party_id,
        page: `/plans/${id}?tab=fix`,
        since: created_at,
        ...(refused > 0 && { count: refused }),
      })),
}

export const planWaits: readonly Waiting[] = [refused, running]
