import { legalDay } from '@tongqu/kernel/clock'
import { type Definition, query } from '@tongqu/kernel/command'
import { ListRules, RuleList } from './contract.ts'
import type { Rulebook } from './of-packs.ts'

/** The rules in force on a day, each with its value, days and source. */
export function ruleCalls(rules: Rulebook): Definition[] {
  return [
    query({
      name: 'customs.rule.list',
      summary: { zh: '某日有效的规则及其依据', en: 'Rules in force on a day, with their sources' },
      permission: 'public',
      input: ListRules,
      output: RuleList,
      example: { input: { date: '2026-11-23' } },
      async handle(work, input) {
        const date = input.date ?? legalDay(work.now)
        const wanted = input.search?.toLowerCase() ?? ''
        const snapshot = rules.parameters.at(date)
        const found = snapshot
          .ids()
          .map(id => snapshot.get(id)!)
          .filter(rule =>
            `${rule.id} ${rule.title?.zh ?? ''} ${rule.title?.en ?? ''} ${rule.source} ${rule.note ?? ''}`
              .toLowerCase()
              .includes(wanted),
          )
        return { date, digest: rules.digestAt(date), rules: found.map(rule => ({ ...rule })) }
      },
    }),
  ]
}
