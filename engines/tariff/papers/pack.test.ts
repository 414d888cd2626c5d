import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packDeclarations } from './pack.ts'

describe('packing', () => {
  const pack = (sizes: readonly number[], limit: number) =>
    packDeclarations(
      sizes.map((size, of) => ({ size: BigInt(size), of })),
      BigInt(limit),
    )

  it('finds fewer declarations than first-fit decreasing where there are fewer', () => {
    // First-fit decreasing makes 5+4, 4+3+2, 2; the least is 5+3+2, 4+4+2.
    expect(pack([5, 4, 4, 3, 2, 2], 10)).toHaveLength(2)
  })

  it('never exceeds the limit, loses nothing, and needs no more than twice the least', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 40 })
    fc.assert(
      fc.property(sizes, of => {
        const bins = pack(of, 100)
        expect(bins.flat().sort((a, b) => a - b)).toEqual(of.map((_, i) => i))
        for (const bin of bins) expect(bin.reduce((sum, i) => sum + of[i]!, 0)).toBeLessThanOrEqual(100)
        expect(bins.length).toBeLessThanOrEqual(Math.ceil((2 * of.reduce((a, b) => a + b, 0)) / 100) || 0)
      }),
    )
  })

  it('agrees with brute force on small sets', () => {
    const least = (sizes: readonly number[], limit: number): number => {
      const go = (k: number, room: readonly number[]): number => {
        if (k === sizes.length) return room.length
        const placed = room.map((left, bin) =>
          left >= sizes[k]!
            ? go(
                k + 1,
                room.map((r, j) => (j === bin ? r - sizes[k]! : r)),
              )
            : Infinity,
        )
        return Math.min(go(k + 1, [...room, limit - sizes[k]!]), ...placed)
      }
      return go(0, [])
    }
    const sizes = fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 8 })
    fc.assert(
      fc.property(sizes, of => {
        expect(pack(of, 10)).toHaveLength(least(of, 10))
      }),
    )
  })
})
