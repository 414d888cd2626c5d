import { legalDay } from '@tongqu/kernel/clock'
import { type Definition, query } from '@tongqu/kernel/command'
import { CompareRules, ListRules, RuleChanges, RuleHistory, RuleId, RuleList, RuleUses } from './contract.ts'
import type { Rulebook } from './of-packs.ts'
import { ruleRefusals } from './refusals.ts'
import { LOOKED, usesOf } from './uses.ts'

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
    query({
      name: 'customs.rule.get',
      summary: { zh: '一条规则的历次版本', en: 'A rule with all its versions' },
      permission: 'public',
      input: RuleId,
      output: RuleHistory,
      refusals: ['rule.unknown'],
      example: { input: { id: 'market.declaration_limit_usd' } },
      async handle(_, { id }) {
        const found = rules.parameters.parameters().find(each => each.id === id)
        if (!found) return ruleRefusals.refuse('rule.unknown', { id }, '/id')
        const { title, unit, versions } = found
        return {
          id,
          ...(title && { title: { ...title } }),
          ...(unit && { unit }),
          versions: versions.map(version => ({ ...version })),
        }
      },
    }),
    query({
      name: 'customs.rule.compare',
      summary: { zh: '两日之间规则的变化', en: 'What changes in the rules between two days' },
      permission: 'public',
      input: CompareRules,
      output: RuleChanges,
      example: { input: { date: '2026-12-31', toDate: '2027-01-01' } },
      handle: async (_, { date, toDate }) => ({
        changes: rules.parameters.difference(date, toDate).map(({ id, before, after }) => ({
          id,
          ...(before && { before: { ...before } }),
          ...(after && { after: { ...after } }),
        })),
      }),
    }),
    query({
      name: 'customs.rule.uses',
      summary: { zh: '哪些方案用到一条规则', en: 'Which of the latest plans rest on a rule' },
      permission: 'customs.plan.read',
      input: RuleId,
      output: RuleUses,
      example: { input: { id: 'market.declaration_limit_usd' } },
      handle: async (work, { id }) => ({ looked: LOOKED, plans: await usesOf(work.tx, id) }),
    }),
  ]
}
