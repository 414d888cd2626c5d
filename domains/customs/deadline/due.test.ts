import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulesOfPacks } from '../rules/of-packs.ts'
import { ownPacks } from '../testing.ts'
import { calendarOf } from './calendar.ts'
import { addDays, addMonths, daysBetween } from './days.ts'
import { dueOf, longest, shortest } from './due.ts'
import { deadlineRules } from './rule.ts'

const { parameters } = rulesOfPacks(await ownPacks())
const calendar = calendarOf(day => parameters.at(day).get('calendar.working_days')?.value)

function due(what: string, from: string) {
  const rule = deadlineRules(parameters.at(from)).find(each => each.what === what)
  return rule && dueOf(rule, from, calendar)
}

describe('deadlines after a release', () => {
  it('an export refund is declared from the next month to 30 April, at the latest in 36 months (vector 33)', () => {
    expect(due('refund.declare', '2026-03-15')).toMatchObject({ opens: '2026-04-01', until: '2027-04-30' })
    expect(due('refund.last_day', '2026-03-15')).toMatchObject({ until: '2029-03-15' })
  })

  it('exports up to 2025 have no last day of 36 months', () => {
    expect(due('refund.last_day', '2025-12-31')).toBeUndefined()
    expect(due('refund.declare', '2025-12-31')).toMatchObject({ until: '2026-04-30' })
  })

  it('a pre-refund of 2026-05-20 is settled from 2026-06-01 to 2027-04-30 (vector 35)', () => {
    expect(due('refund.settle', '2026-05-20')).toMatchObject({ opens: '2026-06-01', until: '2027-04-30' })
  })

  it('lists are summed up by the 15th of the following month', () => {
    expect(due('export_summary', '2026-11-01')).toEqual({
      opens: '2026-12-01',
      until: '2026-12-15',
      isProvisional: false,
    })
    expect(due('export_summary', '2026-11-30')).toMatchObject({ until: '2026-12-15' })
    expect(due('export_summary', '2018-12-31')).toBeUndefined()
  })

  it('where the 15th is a day of rest, by the first working day after it', () => {
    // 15 August 2026 is a Saturday; 15 February begins the spring holidays, which end on the 23rd.
    expect(due('export_summary', '2026-07-20')).toMatchObject({ until: '2026-08-17' })
    expect(due('export_summary', '2026-01-20')).toMatchObject({ until: '2026-02-24' })
  })

  it('in a year whose holidays nobody has loaded the 15th stands, and says that it may be later', () => {
    expect(due('export_summary', '2026-12-20')).toMatchObject({ until: '2027-01-15', isProvisional: true })
  })

  it('tax of a retail import is paid on day 31 to 45, goods go back within 30 days', () => {
    expect(due('import_tax', '2026-11-23')).toMatchObject({ opens: '2026-12-24', until: '2027-01-07' })
    expect(due('return', '2026-11-23')).toMatchObject({ until: '2026-12-23' })
  })

  it('exports come back free of tax within six months, as long as the rule holds', () => {
    expect(due('export_return', '2026-08-31')).toMatchObject({ until: '2027-02-28' })
    expect(due('export_return', '2028-01-01')).toBeUndefined()
  })
})

it('a make-up Saturday is a working day, a holiday on a Monday is none', () => {
  expect(calendar.isWorkingDay('2026-10-10')).toBe(true)
  expect(calendar.isWorkingDay('2026-10-11')).toBe(false)
  expect(calendar.isWorkingDay('2026-02-23')).toBe(false)
  expect(calendar.isWorkingDay('2026-02-24')).toBe(true)
  expect(calendar.isWorkingDay('2027-02-24')).toBeUndefined()
})

it('months are counted to the last of a shorter month', () => {
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-12-15', 36)).toBe('2029-12-15')
})

it('no deadline lies before its shortest or after its longest time, but for days of rest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), n => {
      const from = addDays('2024-01-01', n)
      for (const rule of deadlineRules(parameters.at(from))) {
        const days = daysBetween(from, dueOf(rule, from, calendar).until)
        expect(days).toBeGreaterThanOrEqual(shortest(rule))
        expect(days).toBeLessThanOrEqual(longest(rule) + 12)
      }
    }),
  )
})
