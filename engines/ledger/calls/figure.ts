import type { Figure } from '@tongqu/kernel/figure'

/* What moved in the ledger. Times are nanoseconds since 1970. */

const HOUR = 3_600_000

const MOVED = `
  select (t.timestamp / 60000000000) as minute, count(*)::int as transfers from ledger.transfer t
  where t.timestamp >= $1::bigint and t.timestamp <= $2::bigint group by 1 order by 1`

const nanoseconds = (time: number): string => `${time}000000`

/** Transfers of the last sixty minutes on accounts that the reader may see, by minute. */
export const transferFigure: Figure = {
  key: 'ledger.transfer.minute',
  name: { zh: '账本记账', en: 'Ledger transfers' },
  about: {
    zh: '近 60 分钟记入账本的划转，每分钟；不论计量单位，只计笔数',
    en: 'Transfers of the last 60 minutes by minute, in whatever unit: how many, not how much',
  },
  unit: 'count',
  permission: 'ledger.account.read',
  chart: 'minutes',
  series: [{ name: { zh: '笔数', en: 'Transfers' }, unit: 'count' }],
  isOfPeriod: false,
  keptFor: 4,
  records: '/ledger/accounts',
  async ask({ work }) {
    const now = work.now.getTime()
    const from = Math.floor(now / 60_000) * 60_000 - HOUR + 60_000
    const rows = await work.query<{ minute: string; transfers: number }>(MOVED, [
      nanoseconds(from),
      nanoseconds(now),
    ])
    const parts = rows.map(({ minute, transfers }) => ({
      key: new Date(Number(minute) * 60_000).toISOString(),
      values: [String(transfers)],
    }))
    return { value: String(rows.reduce((sum, { transfers }) => sum + transfers, 0)), parts, keys: 'minute' }
  },
}
