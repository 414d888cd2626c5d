import { ParameterSet, parseParameters } from '@tongqu/rules/parameters'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownPacks } from '../../testing.ts'
import {
  isContradicted,
  nothingTold,
  precedenceOf,
  stateAfter,
  type Told,
  withReceipt,
} from './precedence.ts'

const packs = await ownPacks()
const text = packs[0]!.files.get('rules/declaration.yaml')!
const set = new ParameterSet(parseParameters(text, 'declaration.yaml').parameters)
const precedence = precedenceOf(set.at('2026-11-23').get('declaration.receipts')!.value)

type Receipt = readonly [status: string, time: string]

function afterAll(receipts: readonly Receipt[], from: Told = nothingTold): Told {
  return receipts.reduce<Told>((told, [status, time]) => {
    const effect = precedence.effectOf(status)
    return effect ? withReceipt(told, { status, time }, effect) : told
  }, from)
}
const stateOf = (...receipts: Receipt[]) => stateAfter('sent', afterAll(receipts))
const at = (seconds: number) => `202611231015${String(seconds).padStart(2, '0')}000`

describe('the state of a record by its receipts', () => {
  it('is released after declaring, taken in, released (vector 38)', () => {
    expect(stateOf(['2', at(1)])).toBe('declaring')
    expect(stateOf(['2', at(1)], ['120', at(8)])).toBe('declared')
    expect(stateOf(['2', at(1)], ['120', at(8)], ['800', at(15)])).toBe('released')
  })

  it('is rejected for good once it was rejected, and a duplicate key changes nothing (vector 38)', () => {
    expect(stateOf(['2', at(1)], ['100', at(5)])).toBe('rejected')
    expect(stateOf(['100', at(5)], ['120', at(9)], ['2', at(10)])).toBe('rejected')
    expect(stateOf(['2', at(1)], ['120', at(8)], ['-304001', at(20)])).toBe('declared')
    expect(stateOf(['-304001', at(20)])).toBe('sent')
  })

  it('stands by the time of the counter inside one level, not by when a receipt came in', () => {
    expect(stateOf(['300', at(9)], ['500', at(20)])).toBe('inspected')
    expect(stateOf(['500', at(20)], ['300', at(9)])).toBe('inspected')
    expect(stateOf(['500', at(9)], ['300', at(20)])).toBe('manual_review')
  })

  it('keeps a release against a review that comes late, whatever its time', () => {
    expect(stateOf(['800', at(15)], ['300', at(40)])).toBe('released')
    expect(stateOf(['800', at(15)], ['120', at(8)], ['2', at(1)], ['899', at(50)])).toBe('concluded')
    expect(stateOf(['800', at(15)], ['700', at(50)])).toBe('returned')
  })

  it('passes over an error of processing once the counter has taken the record in', () => {
    expect(stateOf(['-1', at(3)])).toBe('failed')
    expect(stateOf(['-999999', at(30)], ['120', at(8)])).toBe('declared')
  })

  it('says that a release and a rejection of one submission contradict each other', () => {
    const told = afterAll([
      ['800', at(15)],
      ['100', at(20)],
    ])
    expect([stateAfter('sent', told), isContradicted(told)]).toEqual(['rejected', true])
    expect(
      isContradicted(
        afterAll([
          ['800', at(15)],
          ['899', at(20)],
        ]),
      ),
    ).toBe(false)
  })

  it('is not touched by a value that no source names', () => {
    expect(precedence.effectOf('600')).toBeUndefined()
    expect(precedence.effectOf('12')).toBeUndefined()
  })

  it('is known again when its outcome was not, by a duplicate key', () => {
    const told = afterAll([['-304001', at(1)]])
    expect([stateAfter('unknown', told), stateAfter('declared', told)]).toEqual(['sent', 'declared'])
  })
})

it('ends the same for every order of a set of receipts and every number of copies', () => {
  const status = fc.constantFrom(
    '1',
    '2',
    '3',
    '4',
    '-304001',
    '-1',
    '120',
    '300',
    '399',
    '500',
    '599',
    '700',
    '800',
    '899',
    '100',
  )
  const receipt = fc.tuple(status, fc.integer({ min: 0, max: 5 }).map(at))
  const shuffled = fc.array(receipt, { minLength: 1, maxLength: 8 }).chain(set => {
    const copies = fc.array(fc.constantFrom(...set), { maxLength: 6 })
    const disordered = copies.chain(more =>
      fc.shuffledSubarray([...set, ...more], { minLength: set.length + more.length }),
    )
    return fc.tuple(fc.constant(set), disordered)
  })
  fc.assert(
    fc.property(shuffled, ([set, disordered]) => {
      expect(afterAll(disordered)).toEqual(afterAll(set))
    }),
    { numRuns: 2000 },
  )
})
