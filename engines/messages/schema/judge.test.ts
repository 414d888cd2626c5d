import { describe, expect, it } from 'vitest'
import { validateValue } from './codec.ts'
import type { Condition } from './condition.ts'
import { conditionOf } from './condition-of.ts'
import { shop } from './testing/shop.ts'

const value = (day: string, country: string | undefined, notes: readonly (string | undefined)[]) => ({
  id: 'A1',
  head: { day, country },
  line: notes.map(note => ({ code: 'ab', price: '1', note })),
})
const rule = (more: Partial<Condition>): Condition => ({
  id: 'r.one',
  message: 'Shop',
  record: 'line',
  when: {},
  needs: [],
  forbids: [],
  allows: {},
  from: '2020-01-01',
  source: '某公告',
  ...more,
})
const told = (given: unknown, conditions: Condition[], day = '2026-11-23') =>
  validateValue(shop, given, { day, conditions }).faults.map(one => `${one.code} ${one.path}`)

describe('a rule over several elements', () => {
  it('makes an element needed in every record where its condition holds', () => {
    const needs = rule({ record: 'head', when: { day: ['20261123', '20261124'] }, needs: ['country'] })
    expect(told(value('20261123', undefined, ['x']), [needs])).toEqual(['message.needed Shop/head/country'])
    expect(told(value('20261123', 'CHN', ['x']), [needs])).toEqual([])
    expect(told(value('20261125', undefined, ['x']), [needs])).toEqual([])
  })

  it('asks each line of a list by itself', () => {
    expect(
      told(value('20261123', undefined, ['x', undefined, undefined]), [rule({ needs: ['note'] })]),
    ).toEqual(['message.needed Shop/line[2]/note', 'message.needed Shop/line[3]/note'])
  })

  it('forbids an element, or confines it to values', () => {
    expect(told(value('20261123', undefined, ['x', undefined]), [rule({ forbids: ['note'] })])).toEqual([
      'message.not_allowed Shop/line[1]/note',
    ])
    expect(
      told(value('20261123', undefined, ['x', 'y', undefined]), [rule({ allows: { note: ['x'] } })]),
    ).toEqual(['message.not_allowed Shop/line[2]/note'])
  })

  it('holds on its days and for its message alone', () => {
    const needs = rule({ record: 'head', needs: ['country'], from: '2026-01-01', to: '2026-06-30' })
    const given = value('20261123', undefined, ['x'])
    const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01']
    expect(days.map(day => told(given, [needs], day).length)).toEqual([0, 1, 1, 0])
    expect(told(given, [{ ...needs, message: 'Other' }], '2026-03-01')).toEqual([])
  })

  it('names itself and its source', () => {
    const { faults } = validateValue(shop, value('20261123', undefined, [undefined]), {
      day: '2026-11-23',
      conditions: [rule({ needs: ['note'] })],
    })
    expect(faults[0]?.params).toEqual({ rule: 'r.one', source: '某公告' })
  })
})

describe('a rule read from a dated parameter', () => {
  const version = (given: unknown) => ({ from: '2020-01-01', source: 's', value: given })

  it('is taken with its days and source', () => {
    const given = { message: 'CEB621', record: 'Inventory', when: { a: ['1'] }, needs: ['b'] }
    expect(conditionOf('m.x', { ...version(given), to: '2021-01-01' })).toEqual({
      ...given,
      id: 'm.x',
      forbids: [],
      allows: {},
      from: '2020-01-01',
      to: '2021-01-01',
      source: 's',
    })
  })

  it.each([
    ['text', 'condition.not_a_map', ''],
    [{ record: 'r' }, 'condition.missing', 'message'],
    [{ message: 'm' }, 'condition.missing', 'record'],
    [{ message: 'm', record: 'r', need: ['x'] }, 'condition.unknown_key', 'need'],
    [{ message: 'm', record: 'r', needs: 'x' }, 'condition.bad_value', 'needs'],
    [{ message: 'm', record: 'r', when: { a: '1' } }, 'condition.bad_value', 'when'],
    [{ message: 'm', record: 'r', allows: ['1'] }, 'condition.bad_value', 'allows'],
  ])('%j is refused with %s', (given, code, key) => {
    expect(conditionOf('m.x', version(given))).toEqual({ code, id: 'm.x', key })
  })
})
