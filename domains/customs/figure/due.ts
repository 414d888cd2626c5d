import type { Figure } from '@tongqu/kernel/figure'
import { accountsNow, availableOn } from '@tongqu/ledger'
import { pieces, yuan } from '../cover/decimal.ts'
import { addDays } from '../deadline/days.ts'
import { Deadlines } from '../deadline/find.ts'
import { everyGuarantee } from '../guarantee/store.ts'
import type { Rulebook } from '../rules/of-packs.ts'
import { todayOf } from './alarms.ts'

/* Alarms of what runs out: time, and guarantees. */

export function dueFigures(rules: Rulebook): readonly Figure[] {
  const deadlines = new Deadlines(rules)
  return [
    {
      key: 'customs.due.deadline',
      name: { zh: '期限临近或已过', en: 'Deadlines due' },
      about: {
        zh: '须办而未办的申报：已过最后一天，或还有不多于 wall.deadline_near 天',
        en: 'Declarations with a duty that is not done: its last day is over, or at most wall.deadline_near days away',
      },
      unit: 'count',
      permission: 'customs.declaration.read',
      chart: 'alarm',
      series: [{ name: { zh: '申报份数', en: 'Declarations' }, unit: 'count' }],
      isOfPeriod: false,
      keptFor: 60,
      records: '/declarations',
      async ask(of) {
        const today = todayOf(of)
        const near = Number(deadlines.setting<string>(today, 'wall.deadline_near'))
        const open = (await deadlines.open(of.work.tx, today, near)).filter(
          ({ rule, opens }) => rule.kind === 'duty' && (opens === undefined || opens <= addDays(today, near)),
        )
        const groups = [...Map.groupBy(open, ({ rule, until }) => `${until} ${rule.what}`)].sort()
        const parts = groups.map(([key, some]) => {
          const { rule, until } = some[0]!
          const { zh = rule.what, en = rule.what } = rule.entry.title ?? {}
          const n = some.reduce((sum, each) => sum + each.declarations, 0)
          return { key, name: { zh: `${zh} ${until}`, en: `${en} ${until}` }, values: [String(n)] }
        })
        return { value: String(open.reduce((sum, each) => sum + each.declarations, 0)), parts, keys: 'text' }
      },
    },
    {
      key: 'customs.due.guarantee',
      name: { zh: '担保将用尽', en: 'Guarantees low' },
      about: {
        zh: '有效的税款担保，所剩不多于 wall.guarantee_low',
        en: 'Guarantees of taxes in force of which no more than wall.guarantee_low is left',
      },
      unit: 'count',
      permission: 'customs.guarantee.read',
      chart: 'alarm',
      series: [{ name: { zh: '所剩', en: 'Left' }, unit: 'CNY' }],
      isOfPeriod: false,
      keptFor: 10,
      records: '/covers/guarantees',
      async ask(of) {
        const today = todayOf(of)
        const low = deadlines.setting<string>(today, 'wall.guarantee_low')
        const rows = await everyGuarantee(of.work.tx, today)
        const accounts = await accountsNow(
          of.work.tx,
          rows.map(row => row.id),
        )
        const parts = rows.flatMap(({ id, name, number, amount }) => {
          const left = availableOn(accounts.get(id)!)
          if (!isLow(left, BigInt(amount), low)) return []
          const text = `${name} ${number}`
          return [
            {
              key: id,
              name: { zh: text, en: text },
              values: [yuan(left)],
              records: `/covers/guarantees/${id}`,
            },
          ]
        })
        return { value: String(parts.length), parts, keys: 'text' }
      },
    },
  ]
}

/** Whether no more than a share of the whole is left; the share as a decimal text. */
function isLow(left: bigint, whole: bigint, share: string): boolean {
  const parts = pieces(share, 4)
  if (parts === undefined) throw new Error(`wall.guarantee_low: ${share} is no share.`)
  return left * 10_000n <= whole * parts
}
