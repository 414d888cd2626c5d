import type { Rule } from '../remote/contracts.ts'

/** Rules by the first part of their names, in the order in which the names come. */
export function groupsOf(rules: readonly Rule[]): [string, Rule[]][] {
  const groups = new Map<string, Rule[]>()
  for (const rule of rules) {
    const name = rule.id.split('.')[0] ?? rule.id
    const group = groups.get(name)
    if (group) group.push(rule)
    else groups.set(name, [rule])
  }
  return [...groups]
}
