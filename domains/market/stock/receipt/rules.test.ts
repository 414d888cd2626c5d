import { describe, expect, it } from 'vitest'
import { datesDiffer, isAsAnnounced, isComplete, isOverReceipt, judgeLot } from './rules.ts'

const TODAY = '2026-11-23'

describe('a lot that comes in', () => {
  const food = { tracking: 'lot', shelf_life_days: 30 } as const
  const tool = { tracking: 'lot', shelf_life_days: null } as const
  const lot = (more: object = {}) => ({ number: 'A', ...more })

  it('is named where lots are told apart, and nowhere else', () => {
    expect(judgeLot(tool, undefined, TODAY)).toBe('lot.needed')
    expect(judgeLot({ tracking: 'none', shelf_life_days: null }, lot(), TODAY)).toBe('lot.not_tracked')
    expect(judgeLot({ tracking: 'none', shelf_life_days: null }, undefined, TODAY)).toBeUndefined()
  })

  it('expires when its shelf life is over, counted from the day it was made, unless a day is written on it', () => {
    expect(judgeLot(food, lot({ producedOn: '2026-11-01' }), TODAY)).toEqual({
      producedOn: '2026-11-01',
      expiresOn: '2026-12-01',
    })
    expect(judgeLot(food, lot({ producedOn: '2026-11-01', expiresOn: '2026-11-30' }), TODAY)).toMatchObject({
      expiresOn: '2026-11-30',
    })
  })

  it('says when it expires where there is a shelf life, and need not where there is none', () => {
    expect(judgeLot(food, lot(), TODAY)).toBe('lot.dates_needed')
    expect(judgeLot(tool, lot(), TODAY)).toEqual({ producedOn: null, expiresOn: null })
  })

  it('is taken in on its last good day and not after', () => {
    expect(judgeLot(tool, lot({ expiresOn: TODAY }), TODAY)).toMatchObject({ expiresOn: TODAY })
    expect(judgeLot(tool, lot({ expiresOn: '2026-11-22' }), TODAY)).toBe('lot.expired')
    expect(judgeLot(food, lot({ producedOn: '2026-10-23' }), TODAY)).toBe('lot.expired')
  })

  it('has been made, and before it expires', () => {
    expect(judgeLot(tool, lot({ producedOn: '2026-11-24' }), TODAY)).toBe('lot.not_made_yet')
    expect(judgeLot(tool, lot({ producedOn: '2026-11-20', expiresOn: '2026-11-19' }), TODAY)).toBe(
      'lot.dates_crossed',
    )
  })

  it('has the dates it is known by; what was not read is not compared', () => {
    const known = { produced_on: '2026-11-01', expires_on: null }
    expect(datesDiffer(known, lot({ producedOn: '2026-11-02' }))).toBe(true)
    expect(datesDiffer(known, lot({ expiresOn: '2027-01-01' }))).toBe(false)
    expect(datesDiffer(known, lot())).toBe(false)
  })
})

it('takes in up to the tolerance, met exactly', () => {
  const over = (accepted: bigint, tolerance: string) => isOverReceipt(100n, accepted, tolerance)
  expect([over(105n, '0.05'), over(106n, '0.05'), over(100n, '0'), over(101n, '0')]).toEqual([
    false,
    true,
    false,
    true,
  ])
  // A twentieth of nineteen is less than a piece.
  expect([isOverReceipt(19n, 19n, '0.05'), isOverReceipt(19n, 20n, '0.05')]).toEqual([false, true])
})

it('is complete when nothing is waited for, and as announced when exactly that came', () => {
  const line = (accepted: bigint, rejected: bigint) => ({ announced: 10n, accepted, rejected })
  expect([isComplete([line(9n, 1n)]), isComplete([line(9n, 0n)]), isComplete([line(11n, 0n)])]).toEqual([
    true,
    false,
    true,
  ])
  expect([isAsAnnounced([line(9n, 1n)]), isAsAnnounced([line(10n, 0n)])]).toEqual([false, true])
})
