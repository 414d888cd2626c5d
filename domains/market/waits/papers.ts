import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Waiting, WaitingItem } from '@tongqu/kernel/desk'
import type { Text } from '@tongqu/kernel/text'
import { nameOf } from '../find/goods.ts'

/* Papers of the warehouse that wait for its keeper or for the owner of the goods. */

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly place: Text
  readonly to?: Text
  readonly due: string | null
  readonly at: Date
}

const items =
  (statement: string, page: string, values: (work: UnitOfWork) => readonly unknown[] = own) =>
  async (work: UnitOfWork, most: number): Promise<WaitingItem[]> => {
    const rows = await work.query<Row>(statement, [most, ...values(work)])
    return rows.map(({ id, number, party_id, place, to, due, at }) => {
      const from = nameOf(place)
      const end = to && nameOf(to)
      return {
        number,
        title: end ? { zh: `${from.zh} → ${end.zh}`, en: `${from.en} → ${end.en}` } : from,
        party: party_id,
        page: `${page}/${id}`,
        since: at,
        ...(due !== null && { due }),
      }
    })
  }

const own = ({ actor }: UnitOfWork) => [actor.party ?? null]

const toReceive: Waiting = {
  kind: 'market.receipt.open',
  name: { zh: '待收的货', en: 'Goods to take in' },
  todo: { zh: '收货', en: 'Take in' },
  permission: 'market.receipt.handle',
  page: '/stock/receipts',
  find: items(
    `select r.id, r.number, r.party_id, w.name as place, r.expected_on as due, r.at from market.receipt r
     join market.warehouse w on w.id = r.warehouse_id
     where r.keeper_id = $2 and r.state in ('announced', 'receiving') order by r.expected_on nulls last, r.at limit $1`,
    '/stock/receipts',
  ),
}

const TRANSFER = `
  select t.id, t.number, t.party_id, f.name as place, w.name as to, t.due_on as due, t.at from market.transfer t
  join market.warehouse f on f.id = t.from_warehouse_id join market.warehouse w on w.id = t.to_warehouse_id`

const toDispatch: Waiting = {
  kind: 'market.transfer.ordered',
  name: { zh: '待发运的调拨', en: 'Transfers to send off' },
  todo: { zh: '发运', en: 'Send off' },
  permission: 'market.transfer.handle',
  page: '/stock/transfers?state=ordered',
  find: items(
    `${TRANSFER} where t.from_keeper_id = $2 and t.state = 'ordered' order by t.due_on nulls last, t.at limit $1`,
    '/stock/transfers',
  ),
}

const toArrive: Waiting = {
  kind: 'market.transfer.coming',
  name: { zh: '在途、待到货的调拨', en: 'Transfers on their way here' },
  todo: { zh: '登记到货', en: 'Say what came' },
  permission: 'market.transfer.handle',
  page: '/stock/transfers?state=dispatched',
  find: items(
    `${TRANSFER} where t.to_keeper_id = $2 and t.state = 'dispatched' order by t.due_on nulls last, t.at limit $1`,
    '/stock/transfers',
  ),
}

const overdue: Waiting = {
  kind: 'market.transfer.overdue',
  name: { zh: '逾期未到的调拨', en: 'Transfers that should have come' },
  todo: { zh: '追查或结案', en: 'Ask, or close it' },
  permission: 'market.transfer.order',
  page: '/stock/transfers?overdue=yes',
  find: items(
    `${TRANSFER} where t.party_id = $2 and t.state = 'dispatched' and t.due_on < $3::date order by t.due_on limit $1`,
    '/stock/transfers',
    work => [...own(work), legalDay(work.now)],
  ),
}

const COUNT = `
  select c.id, c.number, c.party_id, w.name as place, null as due, c.at from market.count c
  join market.warehouse w on w.id = c.warehouse_id`

const toCount: Waiting = {
  kind: 'market.count.open',
  name: { zh: '进行中的盘点', en: 'Counts under way' },
  todo: { zh: '录入实数', en: 'Enter what was counted' },
  permission: 'market.count.write',
  page: '/stock/counts',
  find: items(
    `${COUNT} where c.keeper_id = $2 and c.state in ('counting', 'recounting') order by c.at limit $1`,
    '/stock/counts',
  ),
}

const toApprove: Waiting = {
  kind: 'market.count.counted',
  name: { zh: '待核准的盘点', en: 'Counts to approve' },
  todo: { zh: '核准差异', en: 'Approve the differences' },
  permission: 'market.count.approve',
  page: '/stock/counts',
  find: items(
    `${COUNT} where c.party_id = $2 and c.state = 'counted' order by c.at limit $1`,
    '/stock/counts',
  ),
}

export const paperWaits: readonly Waiting[] = [toReceive, toDispatch, toArrive, overdue, toCount, toApprove]
