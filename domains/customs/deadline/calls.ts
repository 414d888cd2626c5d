import { legalDay } from '@tongqu/kernel/clock'
import { command, type Definition, query, type UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { givenReleased, ofDeclaration } from '../declaration/example.ts'
import { declarationRefusals } from '../declaration/refusals.ts'
import * as contract from './contract.ts'
import type { Deadlines, Open } from './find.ts'
import { deadlineRefusals } from './refusals.ts'
import { keepFacts, takeNamed } from './store.ts'
import { deadlineView, todoOf } from './view.ts'

/** Calls on deadlines. */
export function deadlineCalls(deadlines: Deadlines): Definition[] {
  return [
    query({
      name: 'customs.deadline.list',
      summary: {
        zh: '期限：将到期、已逾期的事项及依据',
        en: 'Deadlines: what is due, what is late, and the rule it rests on',
      },
      permission: 'customs.declaration.read',
      input: contract.List,
      output: contract.Listed,
      verb: 'declare deadlines',
      example: { given: [...givenReleased], input: {} },
      handle: (work, input) => list(work, deadlines, input),
    }),
    command({
      name: 'customs.deadline.state',
      summary: {
        zh: '填报已办理的事项（缴税、退税申报、核算）',
        en: 'State what was done outside: a tax paid, a refund declared or settled',
      },
      permission: 'customs.declaration.write',
      input: contract.State,
      output: contract.Stated,
      refusals: [
        'declaration.not_found',
        'deadline.unknown_fact',
        'deadline.not_released',
        'deadline.day_ahead',
      ],
      verb: 'declare done',
      example: {
        given: [...givenReleased],
        input: (outputs: never[]) => ({
          declarations: [ofDeclaration(outputs).id],
          what: 'tax_paid',
          day: '2026-11-23',
        }),
      },
      handle: (work, input) => state(work, deadlines, input),
    }),
  ]
}

const SOON = 45
const MOST = 200

async function list(
  work: UnitOfWork,
  deadlines: Deadlines,
  { what, state: wanted, within = SOON, limit = MOST }: Static<typeof contract.List>,
): Promise<Static<typeof contract.Listed>> {
  const today = legalDay(work.now)
  const groups = Map.groupBy(
    await deadlines.open(work.tx, today, within),
    ({ rule, until }) => `${until} ${rule.what}`,
  )
  const found = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => together(group as [Open, ...Open[]], today))
    .filter(
      each => (what === undefined || each.what === what) && (wanted === undefined || each.state === wanted),
    )
  return { today, deadlines: found.slice(0, limit), isCut: found.length > limit }
}

/** Deadlines of several parties that have the same last day. */
function together(group: readonly [Open, ...Open[]], today: string) {
  const [first] = group
  const examples = group.map(each => each.example).sort()
  return {
    ...deadlineView(first.rule, first, today),
    declarations: group.reduce((sum, each) => sum + each.declarations, 0),
    parties: group.length,
    example: examples[0]!,
    todo: todoOf(first.rule),
  }
}

async function state(
  work: UnitOfWork,
  deadlines: Deadlines,
  { declarations: names, what, day, note }: Static<typeof contract.State>,
): Promise<Static<typeof contract.Stated> | Refusal> {
  const today = legalDay(work.now)
  const known = deadlines.setting<Record<string, unknown>>(today, 'deadlines.facts')
  if (!Object.hasOwn(known, what)) return deadlineRefusals.refuse('deadline.unknown_fact', { what }, '/what')
  if (day > today) return deadlineRefusals.refuse('deadline.day_ahead', { day }, '/day')
  const found = await takeNamed(work.tx, names)
  for (const [n, name] of names.entries()) {
    const one = found.find(each => each.id === name || each.number === name)
    if (!one) return declarationRefusals.refuse('declaration.not_found', { id: name }, `/declarations/${n}`)
    if (one.state !== 'released' && one.state !== 'concluded')
      return deadlineRefusals.refuse('deadline.not_released', { number: one.number }, `/declarations/${n}`)
  }
  await keepFacts(work.tx, found, { what, day, note, at: work.now, by: work.actor.account })
  for (const { id, number } of found)
    work.emit({
      type: 'customs.deadline.stated',
      record: `customs.declaration/${id}`,
      data: { number, what, day, ...(note !== undefined && { note }) },
    })
  return { declarations: found.length }
}
