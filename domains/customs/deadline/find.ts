import type { Tx } from '@tongqu/kernel/db'
import type { ParameterSet } from '@tongqu/rules/parameters'
import type { Rulebook } from '../rules/of-packs.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import { addDays } from './days.ts'
import { type Due, dueOf, longest, shortest } from './due.ts'
import { type DeadlineRule, deadlineRules } from './rule.ts'
import { type OpenRow, openOf } from './store.ts'

/** A deadline that is not done, of one party's declarations that have the same last day. */
export interface Open extends Due {
  readonly rule: DeadlineRule
  readonly party: string
  readonly declarations: number
  readonly example: string
  readonly accounts: readonly string[]
}

/** The deadlines of an installation's rules. */
export class Deadlines {
  readonly #parameters: ParameterSet
  readonly #calendar: Calendar

  constructor({ parameters }: Pick<Rulebook, 'parameters'>) {
    this.#parameters = parameters
    this.#calendar = calendarOf(day => parameters.at(day).get('calendar.working_days')?.value)
  }

  /** A setting of ours. @throws Error where no pack says it */
  setting<T>(day: string, id: string): T {
    const entry = this.#parameters.at(day).get(id)
    if (!entry) throw new Error(`No pack says ${id} for ${day}.`)
    return entry.value as T
  }

  /** The rules that hold on the day a deadline counts from. */
  rulesAt(day: string): DeadlineRule[] {
    return deadlineRules(this.#parameters.at(day))
  }

  due(rule: DeadlineRule, from: string): Due {
    return dueOf(rule, from, this.#calendar)
  }

  /**
   * What is open for whom the transaction may see, on a legal day. Nothing is read that is long over, or that is due later
   * than so many days from then.
   */
  async open(tx: Tx, today: string, within: number): Promise<Open[]> {
    const found = new Map<string, Open>()
    for (const { rule, first, last } of this.#windows(today, within))
      for (const row of await openOf(tx, rule, { first, last })) this.#put(found, rule.id, row)
    return [...found.values()].filter(({ until }) => until <= addDays(today, within))
  }

  #put(found: Map<string, Open>, id: string, row: OpenRow): void {
    const rule = this.rulesAt(row.day).find(each => each.id === id)
    if (!rule) return
    const due = this.due(rule, row.day)
    const key = `${row.party_id} ${rule.what} ${due.until}`
    const before = found.get(key)
    found.set(key, {
      ...due,
      rule,
      party: row.party_id,
      declarations: row.declarations + (before?.declarations ?? 0),
      example: before && before.example < row.example ? before.example : row.example,
      accounts: [...new Set([...(before?.accounts ?? []), ...row.accounts])],
    })
  }

  /** The days from which each version of a rule may still count today. */
  #windows(
    today: string,
    within: number,
  ): { readonly rule: DeadlineRule; readonly first: string; readonly last: string }[] {
    const kept = this.setting<Record<DeadlineRule['kind'], string>>(today, 'deadlines.shown_after')
    return this.#parameters.parameters().flatMap(({ id, versions }) =>
      versions.flatMap(({ from, to }, n) => {
        const next = versions[n + 1]?.from
        const end = [today, to, next && addDays(next, -1)].filter(each => each !== undefined).sort()[0]!
        if (!id.startsWith('deadlines.') || end < from) return []
        // A number that a rule takes from elsewhere may begin later than the rule: the latest version has all of them.
        const rule = this.rulesAt(end).find(each => each.id === id)
        if (!rule) return []
        const since = addDays(today, -longest(rule) - Number(kept[rule.kind]))
        const first = since > from ? since : from
        const soon = addDays(today, within - shortest(rule))
        const last = soon < end ? soon : end
        return first > last ? [] : [{ rule, first, last }]
      }),
    )
  }
}
