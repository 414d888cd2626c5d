import type { AskFigure, Figure } from '@tongqu/kernel/figure'

/* Figures of plans. */

const PLANNED = `
  select coalesce(o.chosen, 'none') as mode, count(*)::int as orders
  from customs.plan p join customs.plan_order o on o.plan_id = p.id
  where p.created_at >= $1 and p.created_at < $2 and p.state = 'done' and ($3::uuid is null or p.party_id = $3)
  group by 1 order by 2 desc, 1`

const listOf = ({ period }: AskFigure, more: Readonly<Record<string, string>> = {}): string =>
  `/plans?${new URLSearchParams({ from: period.firstDay, to: period.lastDay, ...more })}`

/** Orders of the plans made in the period, by the mode that was chosen for them. */
export const plannedFigure: Figure = {
  key: 'customs.planned.mode',
  name: { zh: '已计划的订单', en: 'Orders planned' },
  about: {
    zh: '期内制定的通关计划里的订单，按选定的监管方式；none 为没有可走的方式',
    en: 'Orders of the plans made in the period, by the mode chosen for them; “none”: no mode is open to them',
  },
  unit: 'count',
  permission: 'customs.plan.read',
  chart: 'bars',
  series: [{ name: { zh: '订单', en: 'Orders' }, unit: 'count' }],
  isOfPeriod: true,
  keptFor: 20,
  records: '/plans',
  async ask(of) {
    const { work, period, party } = of
    const rows = await work.query<{ mode: string; orders: number }>(PLANNED, [
      period.from,
      period.before,
      party ?? null,
    ])
    const parts = rows.map(({ mode, orders }) => ({
      key: mode,
      values: [String(orders)],
      records: listOf(of, { mode }),
    }))
    const all = rows.reduce((sum, { orders }) => sum + orders, 0)
    return { value: String(all), parts, keys: 'mode', records: listOf(of) }
  },
}
