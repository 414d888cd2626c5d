import { legalDay, startOfLegalDay } from '@tongqu/kernel/clock'
import type { Waiting } from '@tongqu/kernel/desk'
import type { Text } from '@tongqu/kernel/text'

const nanoseconds = (at: Date) => String(BigInt(at.getTime()) * 1_000_000n)

/** Units of the packs that have accounts and were not closed up to the end of the last month. */
const toClose: Waiting = {
  kind: 'ledger.period.open',
  name: { zh: '待结账的月份', en: 'Months to close' },
  todo: { zh: '结账', en: 'Close' },
  permission: 'ledger.period.close',
  page: '/ledger/periods',
  async find(work, most) {
    const first = `${legalDay(work.now).slice(0, 7)}-01`
    const end = nanoseconds(startOfLegalDay(first))
    const rows = await work.query<{ code: string; name: Text }>(
      `select u.code, u.name from ledger.unit u
       where u.pack is not null and exists (select from ledger.account a where a.ledger = u.number and a.timestamp < $1::bigint)
         and not exists (select from ledger.period p where p.unit = u.number and p.party_id is null and p.up_to >= $1::bigint - 1)
       order by u.number limit $2`,
      [end, most],
    )
    const month = legalDay(new Date(startOfLegalDay(first).getTime() - 1)).slice(0, 7)
    return rows.map(({ code, name }) => ({
      number: `${code} ${month}`,
      title: name,
      page: '/ledger/periods',
      since: startOfLegalDay(first),
    }))
  },
}

/** Writer by writer, as the index hold_due lies. */
const ENDING = `
  with recursive w as (
    (select writer from ledger.hold where status = 'pending' and expires_at is not null order by writer limit 1)
    union all
    select (select h.writer from ledger.hold h where h.writer > w.writer and h.status = 'pending' and h.expires_at is not null
      order by h.writer limit 1) from w where w.writer is not null)
  select h.id, h.expires_at, h.timestamp from w cross join lateral (
    select id, expires_at, timestamp from ledger.hold
    where writer = w.writer and status = 'pending' and expires_at between $1::bigint and $2::bigint
    order by expires_at limit $3) h
  where w.writer is not null order by h.expires_at limit $3`

/** Pending transfers that end by themselves within a day. */
const ending: Waiting = {
  kind: 'ledger.hold.ending',
  name: { zh: '即将到期的占用', en: 'Holds that end soon' },
  todo: { zh: '查看占用', en: 'See the hold' },
  permission: 'ledger.period.close',
  page: '/ledger/holds',
  async find(work, most) {
    const now = nanoseconds(work.now)
    const soon = nanoseconds(new Date(work.now.getTime() + 86_400_000))
    const rows = await work.query<{ id: string; expires_at: string; timestamp: string }>(ENDING, [
      now,
      soon,
      most,
    ])
    return rows.map(({ id, expires_at, timestamp }) => ({
      number: id.slice(-8).toUpperCase(),
      page: `/ledger/transfers/${id}`,
      since: instantOf(timestamp),
      due: legalDay(instantOf(expires_at)),
    }))
  },
}

const instantOf = (at: string) => new Date(Number(BigInt(at) / 1_000_000n))

export const ledgerWaits: readonly Waiting[] = [toClose, ending]
