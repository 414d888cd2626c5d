import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isGood, type Pickable, pick } from './pick.ts'

const TODAY = '2026-11-23'
const line = (
  id: string,
  available: bigint,
  expires_on: string | null = null,
  blocked: string | null = null,
) => ({
  id,
  available,
  expires_on,
  blocked,
})
const taken = (lines: readonly Pickable[], wanted: bigint) =>
  pick(lines, wanted, TODAY).parts.map(part => [part.line.id, part.amount])

it('takes what expires first, then what was stored first, last what never expires', () => {
  const lines = [
    line('d', 5n),
    line('b', 5n, '2027-01-01'),
    line('c', 5n, '2026-12-01'),
    line('a', 5n, '2027-01-01'),
  ]
  expect(taken(lines, 17n)).toEqual([
    ['c', 5n],
    ['a', 5n],
    ['b', 5n],
    ['d', 2n],
  ])
})

it('takes a lot on its last good day and not a day later', () => {
  expect(isGood(line('a', 1n, '2026-11-23'), TODAY)).toBe(true)
  expect(isGood(line('a', 1n, '2026-11-22'), TODAY)).toBe(false)
})

it('leaves what is blocked, and takes nothing where there is not enough', () => {
  const lines = [line('a', 5n, null, 'recalled'), line('b', 3n)]
  expect(pick(lines, 4n, TODAY)).toEqual({ parts: [], available: 3n })
  expect(taken(lines, 3n)).toEqual([['b', 3n]])
})

const days = fc.constantFrom(null, '2026-11-01', '2026-11-23', '2026-12-01', '2027-01-01')
const lines = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    available: fc.bigInt(0n, 9n),
    expires_on: days,
    blocked: fc.constantFrom(null, null, 'recalled'),
  }),
  { selector: each => each.id, maxLength: 12 },
)

it('picks exactly what is wanted, never more of a line than it has, never past one that expires earlier', () => {
  fc.assert(
    fc.property(lines, fc.bigInt(1n, 40n), (all, wanted) => {
      const { parts, available } = pick(all, wanted, TODAY)
      const sum = parts.reduce((total, part) => total + part.amount, 0n)
      expect(sum).toBe(available >= wanted ? wanted : 0n)
      for (const part of parts) {
        expect(part.amount > 0n && part.amount <= part.line.available).toBe(true)
        expect(isGood(part.line, TODAY)).toBe(true)
      }
      const emptied = new Set(
        parts.filter(part => part.amount === part.line.available).map(part => part.line.id),
      )
      const last = parts.at(-1)?.line
      const passed = all.filter(
        each =>
          last &&
          isGood(each, TODAY) &&
          each.available > 0n &&
          (each.expires_on ?? '9') < (last.expires_on ?? '9'),
      )
      expect(passed.every(each => emptied.has(each.id))).toBe(true)
    }),
  )
})
