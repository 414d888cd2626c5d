import type { ParameterEntry, ParameterSnapshot } from '@tongqu/rules/parameters'

/** A term as the pack writes it; numbers stand there or are taken from another parameter (`=id`, `=id/key`). */
export type Term = (
  | { readonly days: number }
  | { readonly months: number }
  | { readonly monthAfter: number; readonly day: number }
  /** MM-DD of the following year. */
  | { readonly nextYear: string }
) & {
  /** On a day of rest the first working day after it. */
  readonly rollsToWorkingDay: boolean
}

/** Which declarations a deadline is of; what is not named is all of it. */
export interface Subject {
  readonly direction: 'export' | 'import'
  readonly modes: readonly string[] | undefined
  readonly forms: readonly string[] | undefined
  /** Only where the plan has a refund. */
  readonly isRefund: boolean
}

/** What somebody has to do, or may do, after a declaration was released, and until when. */
export interface DeadlineRule {
  /** `deadlines.export_summary`. */
  readonly id: string
  /** `export_summary`: the same through all versions of the rule. */
  readonly what: string
  /** A duty is late when it is not done; a right lapses. */
  readonly kind: 'duty' | 'right'
  readonly of: Subject
  /** `released`, or what somebody stated. */
  readonly after: string
  readonly opens: Term | undefined
  readonly until: Term
  /** `summary`, `none`, or what somebody states. */
  readonly doneBy: string
  readonly entry: ParameterEntry
}

const PREFIX = 'deadlines.'
const SETTINGS: ReadonlySet<string> = new Set(
  ['reminders', 'shown_after', 'facts'].map(name => `${PREFIX}${name}`),
)

/** The deadlines in force on a day. @throws Error where a rule names a number that no pack gives for that day */
export function deadlineRules(snapshot: ParameterSnapshot): DeadlineRule[] {
  return snapshot
    .ids()
    .filter(id => id.startsWith(PREFIX) && !SETTINGS.has(id))
    .flatMap(id => ruleOf(snapshot, snapshot.get(id)!) ?? [])
}

interface Data {
  readonly what: string
  readonly kind: 'duty' | 'right'
  readonly of: Readonly<Record<string, unknown>>
  readonly after: string
  readonly opens?: Readonly<Record<string, string>>
  readonly until: Readonly<Record<string, string>>
  readonly done_by: string
}

/** @returns undefined where a number that it takes from another parameter is not in force: there is no such deadline */
function ruleOf(snapshot: ParameterSnapshot, entry: ParameterEntry): DeadlineRule | undefined {
  const { what, kind, of, after, opens, until, done_by: doneBy } = entry.value as unknown as Data
  const last = termOf(snapshot, until)
  if (last === undefined) return undefined
  return {
    id: entry.id,
    what,
    kind,
    of: {
      direction: of.direction as Subject['direction'],
      modes: of.modes as readonly string[] | undefined,
      forms: of.forms as readonly string[] | undefined,
      isRefund: of.refund === 'yes',
    },
    after,
    opens: opens && termOf(snapshot, opens),
    until: last,
    doneBy,
    entry,
  }
}

function termOf(snapshot: ParameterSnapshot, data: Readonly<Record<string, string>>): Term | undefined {
  const rollsToWorkingDay = data.roll === 'working_day'
  const text = (name: string) => (data[name] === undefined ? undefined : givenBy(snapshot, data[name]))
  const number = (name: string) => (text(name) === undefined ? undefined : Number(text(name)))
  const [days, months, monthAfter, day] = [
    number('days'),
    number('months'),
    number('month_after'),
    number('day'),
  ]
  const nextYear = text('next_year')
  if (days !== undefined) return { days, rollsToWorkingDay }
  if (months !== undefined) return { months, rollsToWorkingDay }
  if (monthAfter !== undefined && day !== undefined) return { monthAfter, day, rollsToWorkingDay }
  return nextYear === undefined ? undefined : { nextYear, rollsToWorkingDay }
}

/** `=retail_export.summary/until_day` is that key of that parameter. */
function givenBy(snapshot: ParameterSnapshot, text: string): string | undefined {
  if (!text.startsWith('=')) return text
  const [parameter = '', key] = text.slice(1).split('/')
  const value = snapshot.get(parameter)?.value
  const found = key === undefined ? value : (value as Readonly<Record<string, unknown>> | undefined)?.[key]
  return typeof found === 'string' ? found : undefined
}
