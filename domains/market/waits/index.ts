import { legalDay } from '@tongqu/kernel/clock'
import type { Waiting } from '@tongqu/kernel/desk'
import { isRefusal } from '@tongqu/kernel/refusal'
import type { Text } from '@tongqu/kernel/text'
import { nameOf } from '../find/goods.ts'
import * as levels from '../stock/level/service.ts'
import type { StockRules } from '../stock/rulebook.ts'
import { paperWaits } from './papers.ts'

const offered: Waiting = {
  kind: 'market.storage.offered',
  name: { zh: '待同意的保管约定', en: 'Storage offered to you' },
  todo: { zh: '同意或不理会', en: 'Agree, or leave it' },
  permission: 'market.storage.agree',
  page: '/stock/warehouses',
  async find(work, most) {
    const rows = await work.query<{ warehouse_id: string; code: string; name: Text; offered_at: Date }>(
      `select s.warehouse_id, w.code, w.name, s.offered_at from market.storage s
       join market.warehouse w on w.id = s.warehouse_id
       where s.party_id = $2 and s.accepted_at is null and s.ended_at is null order by s.offered_at limit $1`,
      [most, work.actor.party ?? null],
    )
    return rows.map(({ warehouse_id, code, name, offered_at }) => ({
      number: code,
      title: nameOf(name),
      page: `/stock/warehouses/${warehouse_id}`,
      since: offered_at,
    }))
  },
}

/** Goods of one's own that have expired or soon will. */
function expiring(rules: StockRules): Waiting {
  return {
    kind: 'market.stock.expiring',
    name: { zh: '临期与过期的库存', en: 'Stock that expires' },
    todo: { zh: '促销、退回或核销', en: 'Sell, return or write off' },
    permission: 'market.stock.writeOff',
    also: ['market.article.write'],
    page: '/stock',
    async find(work, most) {
      const found = await levels.expiring(work, { limit: most }, rules)
      if (isRefusal(found)) return []
      return found.lines.map(({ line, sku, expiresOn, warehouseCode }) => ({
        number: sku,
        title: { zh: `在 ${warehouseCode}`, en: `At ${warehouseCode}` },
        page: `/stock/lines/${line}`,
        ...(expiresOn !== undefined && { due: expiresOn }),
      }))
    },
  }
}

/** What a buyer has reserved and not taken yet: it is let go when its time is over. */
const reserved: Waiting = {
  kind: 'market.reservation.placed',
  name: { zh: '待确认的预订', en: 'Reservations to confirm' },
  todo: { zh: '确认购买', en: 'Confirm' },
  permission: 'market.reservation.place',
  page: '/ledger',
  async find(work, most) {
    const rows = await work.query<{ id: string; at: Date; expires_at: Date }>(
      `select id, at, expires_at from (
         select id, at, expires_at, state from market.reservation where party_id = $2 order by id desc limit 500) as latest
       where state = 'placed' and expires_at > $3 order by expires_at limit $1`,
      [most, work.actor.party ?? null, work.now],
    )
    return rows.map(({ id, at, expires_at }) => ({
      number: id.slice(-8).toUpperCase(),
      page: `/ledger/transfers/${id}`,
      since: at,
      due: legalDay(expires_at),
    }))
  },
}

/** What of the market waits for somebody. */
export const marketWaits = (rules: StockRules): readonly Waiting[] => [
  ...paperWaits,
  offered,
  expiring(rules),
  reserved,
]
