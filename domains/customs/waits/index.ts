import type { Waiting, WorkingDays } from '@tongqu/kernel/desk'
import { calendarOf } from '../deadline/calendar.ts'
import { Deadlines } from '../deadline/find.ts'
import type { Rulebook } from '../rules/of-packs.ts'
import { coverWaits } from './covers.ts'
import { declarationWaits } from './declarations.ts'
import { planWaits } from './plans.ts'

/** What of the customs waits for somebody. */
export function customsWaits(rules: Rulebook): readonly Waiting[] {
  return [...declarationWaits(new Deadlines(rules)), ...planWaits, ...coverWaits]
}

/** The working days that the packs know of. */
export function customsWorkingDays({ parameters }: Rulebook): WorkingDays {
  return calendarOf(day => parameters.at(day).get('calendar.working_days')?.value)
}
