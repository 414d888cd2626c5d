import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulesOfPacks } from '../rules/of-packs.ts'
import { ownPacks } from '../testing.ts'
import { type Elements, type ListToSum, Merging } from './merge.ts'
import { type SummaryRule, summaryRule } from './rule.ts'

const rules = rulesOfPacks(await ownPacks())
const rule = summaryRule(rules.parameters.at('2026-11-23').get('retail_export.summary')!.value)

function summedUp(lists: readonly ListToSum[], of: SummaryRule) {
  const merging = new Merging(of)
  for (const each of lists) merging.add(each)
  return merging.declarations()
}

const head: Elements = {
  ebcCode: '4201960002',
  trafMode: '5',
  ownerCode: '4201960009',
  ownerName: '示例工厂',
  country: '502',
  portCode: '4701',
}
const line: Elements = {
  gcode: '9405210000',
  gname: '台灯',
  country: '502',
  currency: '502',
  qty: '2',
  unit: '001',
  qty1: '1.25',
  unit1: '035',
  totalPrice: '20.10',
}
const list = (n: number, of: Elements = {}, ...lines: Elements[]): ListToSum => ({
  listNo: `47012026E${String(n).padStart(9, '0')}`,
  head: { ...head, ...of },
  lines: (lines.length > 0 ? lines : [{}]).map(each => ({ ...line, ...each })),
})
const codeOf = (n: number) => `94052${String(n).padStart(5, '0')}`

describe('monthly summary of retail exports (announcement 2018 no. 194)', () => {
  it('merges lines that agree in all eight keys, with exact sums and the lines they came from', () => {
    const [declaration, ...others] = summedUp(
      [list(2), list(1, {}, { qty1: '0.1', totalPrice: '0.2' }, {})],
      rule,
    )
    expect(others).toEqual([])
    expect(declaration!.head).toEqual({
      consignor: '4201960002',
      transportMode: '5',
      producer: '4201960009',
      arrivalCountry: '502',
      exitCustoms: '4701',
    })
    expect(declaration!.lines).toEqual([
      {
        no: 1,
        keys: { finalCountry: '502', hsCode: '9405210000', currency: '502' },
        name: '台灯',
        declared: [{ unit: '001', quantity: '6' }],
        legal: [{ unit: '035', quantity: '2.6' }],
        second: [],
        total: '40.4',
        from: [
          { list: '47012026E000000001', line: 1 },
          { list: '47012026E000000001', line: 2 },
          { list: '47012026E000000002', line: 1 },
        ],
      },
    ])
  })

  it.each(['ebcCode', 'trafMode', 'ownerCode', 'country', 'portCode'])(
    'keeps lists apart whose heads differ in %s',
    element => {
      expect(summedUp([list(1), list(2, { [element]: 'other' })], rule)).toHaveLength(2)
    },
  )

  it.each(['country', 'gcode', 'currency'])('keeps lines apart that differ in %s', element => {
    const [declaration, ...others] = summedUp([list(1, {}, {}, { [element]: 'other' })], rule)
    expect([declaration!.lines.length, others.length]).toEqual([2, 0])
  })

  it('tells makers that are not registered apart by their names', () => {
    const unknown = (n: number, ownerName: string) => list(n, { ownerCode: 'NO', ownerName })
    expect(summedUp([unknown(1, '甲厂'), unknown(2, '乙厂'), unknown(3, '甲厂')], rule)).toHaveLength(2)
  })

  it('does not add quantities of different units', () => {
    const [declaration] = summedUp([list(1), list(2, {}, { unit: '035', qty: '1.25' })], rule)
    expect(declaration!.lines[0]!.declared).toEqual([
      { unit: '001', quantity: '2' },
      { unit: '035', quantity: '1.25' },
    ])
  })

  it('makes two declarations of 51 merged lines: 50 and 1 (vector 36)', () => {
    const lists = Array.from({ length: 51 }, (_, n) => list(n + 1, {}, { gcode: codeOf(n) }))
    expect(summedUp(lists, rule).map(each => each.lines.length)).toEqual([50, 1])
  })
})

describe('properties of a summary', () => {
  const some = fc.constantFrom('1', '2')
  const quantity = fc
    .bigInt({ min: 1n, max: 10n ** 12n })
    .map(units => `${units / 1000n}.${String(units % 1000n).padStart(3, '0')}`)
  const anyLine = fc.record({
    gcode: fc.integer({ min: 0, max: 120 }).map(codeOf),
    country: some,
    currency: some,
    qty: quantity,
    unit: some,
    qty1: quantity,
    unit1: some,
    totalPrice: quantity,
  })
  const anyLists = fc
    .array(
      fc.tuple(
        fc.record({ trafMode: some, country: some }),
        fc.array(anyLine, { minLength: 1, maxLength: 8 }),
      ),
      {
        maxLength: 60,
      },
    )
    .map(all => all.map(([of, lines], n) => list(n, of, ...lines)))
  const small: SummaryRule = { ...rule, maxLines: 3 }

  const thousandths = (text: string) => {
    const [whole = '0', rest = ''] = text.split('.')
    return BigInt(whole + rest.padEnd(3, '0'))
  }
  /** Sums of a value by all eight keys, in thousandths. */
  const sumsOf = (rows: readonly (readonly [key: string, value: string])[]) => {
    const sums: Record<string, bigint> = {}
    for (const [key, value] of rows) sums[key] = (sums[key] ?? 0n) + thousandths(value)
    return sums
  }

  it('conserves every sum by key, loses no line and takes none twice, and keeps to the most lines', () => {
    fc.assert(
      fc.property(anyLists, fc.constantFrom(rule, small), (lists, of) => {
        const declarations = summedUp(lists, of)
        const merged = declarations.flatMap(({ head: { transportMode, arrivalCountry }, lines }) =>
          lines.map(each => ({
            key: [
              transportMode,
              arrivalCountry,
              each.keys.hsCode,
              each.keys.finalCountry,
              each.keys.currency,
            ].join(),
            each,
          })),
        )
        const given = lists.flatMap(({ listNo, head: { trafMode, country }, lines }) =>
          lines.map((each, n) => ({
            key: [trafMode, country, each.gcode, each.country, each.currency].join(),
            each,
            name: `${listNo} ${n + 1}`,
          })),
        )
        expect(sumsOf(merged.map(({ key, each }) => [key, each.total]))).toEqual(
          sumsOf(given.map(({ key, each }) => [key, each.totalPrice!])),
        )
        for (const [sums, unit, qty] of [
          ['declared', 'unit', 'qty'],
          ['legal', 'unit1', 'qty1'],
        ] as const)
          expect(
            sumsOf(
              merged.flatMap(({ key, each }) =>
                each[sums].map(one => [`${key} ${one.unit}`, one.quantity] as const),
              ),
            ),
          ).toEqual(sumsOf(given.map(({ key, each }) => [`${key} ${each[unit]}`, each[qty]!])))
        const from = merged.flatMap(({ each }) =>
          each.from.map(({ list: listNo, line: no }) => `${listNo} ${no}`),
        )
        expect(from.sort()).toEqual(given.map(each => each.name).sort())
        expect(new Set(merged.map(({ key }) => key)).size).toBe(merged.length)
        for (const { lines } of declarations) {
          expect(lines.length).toBeLessThanOrEqual(of.maxLines)
          expect(lines.map(each => each.no)).toEqual(lines.map((_, n) => n + 1))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('comes out the same in whatever order the lists are handed in', () => {
    fc.assert(
      fc.property(
        anyLists.chain(lists =>
          fc.tuple(fc.constant(lists), fc.shuffledSubarray(lists, { minLength: lists.length })),
        ),
        ([lists, shuffled]) => {
          expect(summedUp(shuffled, small)).toEqual(summedUp(lists, small))
        },
      ),
      { numRuns: 40 },
    )
  })
})

it('refuses a rule that names a key which lists do not have', () => {
  expect(() => summaryRule({ head: ['colour'], body: [], max_lines: '50' })).toThrow('colour')
  expect(() => summaryRule({ head: [], body: [], max_lines: '0' })).toThrow('max_lines')
})
