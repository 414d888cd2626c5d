import { describe, expect, it } from 'vitest'
import type { Obstacle } from '../../remote/declarations.ts'
import { amendment, isGiveDraft, wantedFields } from './give-draft.ts'

const missing = (message: string, field: string, line?: number): Obstacle => ({
  code: 'declaration.missing',
  message,
  element: field,
  where: 'book',
  field,
  ...(line !== undefined && { line }),
  text: { zh: '', en: '' },
})

describe('what is given for a declaration', () => {
  it('sends only what was typed, lines by their number', () => {
    expect(
      amendment('D1', { '/fields/port': ' 4701 ', '/lines/2/itemNo': 'A-1', '/lines/2/elements': 'x' }),
    ).toEqual({
      id: 'D1',
      fields: { port: '4701' },
      lines: { 2: { itemNo: 'A-1', elements: 'x' } },
    })
    expect(amendment('D1', {})).toEqual({ id: 'D1' })
    expect(amendment('D1', { '/fields/port': '1' }, 'O-2')).toEqual({
      id: 'D1',
      order: 'O-2',
      fields: { port: '1' },
    })
  })

  it('asks for a field once, whatever number of messages wants it', () => {
    const wanted = wantedFields([
      missing('CEB311', 'buyerPhone'),
      missing('CEB621', 'buyerPhone'),
      missing('CEB621', 'itemNo', 1),
      { ...missing('CEB621', 'agent'), where: 'declarant' },
    ])
    expect(wanted).toEqual([
      { name: 'buyerPhone', line: undefined, messages: ['CEB311', 'CEB621'] },
      { name: 'itemNo', line: 1, messages: ['CEB621'] },
    ])
  })

  it('takes up a kept draft only where it is one', () => {
    expect(isGiveDraft({ '/fields/port': '1' })).toBe(true)
    expect(isGiveDraft({ '/fields/port': 1 })).toBe(false)
    expect(isGiveDraft(null)).toBe(false)
  })
})
