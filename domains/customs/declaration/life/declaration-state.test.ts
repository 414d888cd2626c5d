import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { declarationState, type RecordOfDeclaration } from './declaration-state.ts'
import { ownStates, toldStates } from './states.ts'

const records = (list: RecordOfDeclaration['state'], ...supports: RecordOfDeclaration['state'][]) => [
  ...supports.map(state => ({ role: 'support' as const, state })),
  { role: 'list' as const, state: list },
]

describe('a declaration', () => {
  it('is under way while what its list rests on is', () => {
    expect(declarationState(records('waiting', 'waiting', 'waiting'))).toBe('waiting')
    expect(declarationState(records('waiting', 'declared', 'sent'))).toBe('sent')
  })

  it('is held up by a support that was refused, until the list is out', () => {
    expect(declarationState(records('waiting', 'declared', 'rejected'))).toBe('rejected')
    expect(declarationState(records('waiting', 'failed', 'unknown'))).toBe('failed')
    expect(declarationState(records('released', 'rejected'))).toBe('released')
  })

  it('of several parts is as far as the least of them, and as that which needs somebody', () => {
    const parts = (...states: RecordOfDeclaration['state'][]) =>
      declarationState(states.map(state => ({ role: 'list' as const, state })))
    expect(parts('approved', 'declared', 'sent')).toBe('sent')
    expect(parts('approved', 'approved')).toBe('approved')
    expect(parts('approved', 'rejected', 'sent')).toBe('rejected')
    // A part that was put aside says nothing as long as another stands.
    expect(parts('withdrawn', 'approved')).toBe('approved')
    expect(parts('withdrawn', 'withdrawn')).toBe('withdrawn')
  })

  it('is cancelled or returned when the application was granted, not when it was taken in', () => {
    const cancel = (state: RecordOfDeclaration['state']) => [
      ...records('declared'),
      { role: 'cancel' as const, state },
    ]
    expect(declarationState(cancel('declared'))).toBe('declared')
    expect(declarationState(cancel('rejected'))).toBe('declared')
    expect(declarationState(cancel('approved'))).toBe('cancelled')
    expect(declarationState([...records('released'), { role: 'return', state: 'released' }])).toBe('returned')
  })

  it('is in the same state whatever order its records stand in', () => {
    const record = fc.record({
      role: fc.constantFrom<RecordOfDeclaration['role']>('support', 'cancel', 'return'),
      state: fc.constantFrom(...ownStates, ...toldStates),
    })
    const list = fc.constantFrom(...ownStates, ...toldStates).map(state => ({ role: 'list' as const, state }))
    fc.assert(
      fc.property(fc.tuple(list, fc.array(record, { maxLength: 5 })), ([one, others]) => {
        expect(declarationState([one, ...others])).toBe(declarationState([...others].reverse().concat(one)))
      }),
    )
  })
})
