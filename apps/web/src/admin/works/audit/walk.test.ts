import { expect, test } from 'vitest'
import { addPart, begun } from './walk.ts'

const part = { whole: true, blocks: 5, events: 50, anchored: 5, unsealed: 0, faults: [], keyId: 'k', last: 8 }
const fault = {
  code: 'audit.event_changed',
  text: { zh: '事件被改动', en: 'An event was changed' },
  block: 7,
}

test('parts add up to the whole walk, and the first fault stays the first', () => {
  const first = addPart(begun, { ...part, upTo: 5, isDone: false }, 100)
  expect(first).toMatchObject({ blocks: 5, events: 50, upTo: 5, last: 8, isDone: false })
  const faults = [fault, { ...fault, block: 8 }]
  const end = addPart(
    first,
    { ...part, blocks: 3, events: 9, anchored: 3, unsealed: 2, faults, upTo: 8, isDone: true },
    180,
  )
  expect(end).toMatchObject({
    blocks: 8,
    events: 59,
    anchored: 8,
    unsealed: 2,
    isDone: true,
    milliseconds: 180,
  })
  expect(end.faults[0]?.block).toBe(7)
})
