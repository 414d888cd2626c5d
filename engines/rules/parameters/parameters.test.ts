import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { difference, ParameterSet, parametersOf, parseParameters } from './index.ts'

const LIMITS = `
parameters:
  - id: retail.limit
    unit: CNY
    values:
      - { from: 2016-04-08, value: "2000.00", source: 财关税〔2016〕18号, strength: official }
      - { from: 2019-01-01, value: "5000.00", source: 财关税〔2018〕49号, strength: official }
  - id: retail.returns
    values:
      - { from: 2026-01-01, to: 2027-12-31, value: { months: "6" }, source: 2026年第16号, strength: secondary }
`

const sha = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`
const codes = (text: string) => parseParameters(text, 'f.yaml').problems.map(p => p.code)
const one = (values: string) => `parameters:\n  - id: a.b\n    values:\n${values}`

describe('the rules of a pack', () => {
  it('are those of its folder, whole or not at all', () => {
    const files = (more: string) =>
      new Map([
        ['rules/limits.yaml', LIMITS],
        ['rules/README.md', 'no rules'],
        ['tables/limits.yaml', 'no rules'],
        ['rules/more.yml', more],
      ])
    const whole = parametersOf({ id: 'cn', files: files('parameters: []') })
    expect(whole.map(each => each.id)).toEqual(['retail.limit', 'retail.returns'])
    expect(() => parametersOf({ id: 'cn', files: files('parameters: [{ id: a }]') })).toThrow(
      'cn/rules/more.yml',
    )
  })
})

describe('dated parameters', () => {
  const set = new ParameterSet(parseParameters(LIMITS, 'limits.yaml').parameters)

  it('a version holds from its first day until the day before the next', () => {
    expect(set.at('2018-12-31').get('retail.limit')).toMatchObject({ value: '2000.00', to: '2018-12-31' })
    expect(set.at('2019-01-01').get('retail.limit')).toMatchObject({ value: '5000.00', from: '2019-01-01' })
    expect(set.at('2019-01-01').get('retail.limit')?.to).toBeUndefined()
  })

  it('before the first version and after a stated last day there is no value', () => {
    expect(set.at('2016-04-07').get('retail.limit')).toBeUndefined()
    expect(set.at('2027-12-31').get('retail.returns')?.value).toEqual({ months: '6' })
    expect(set.at('2028-01-01').get('retail.returns')).toBeUndefined()
  })

  it('decimals stay text as written', () => {
    const { parameters } = parseParameters(
      one('      - { from: 2020-01-01, value: 0.10, source: x, strength: weak }'),
      'f',
    )
    expect(parameters[0]?.versions[0]?.value).toBe('0.10')
  })

  it('a later pack replaces a parameter of the earlier one', () => {
    const local = parseParameters(
      'parameters:\n  - id: retail.limit\n    values:\n      - { from: 2019-01-01, value: "1.00", source: local, strength: assumed }',
      'local.yaml',
    )
    const merged = new ParameterSet(parseParameters(LIMITS, 'limits.yaml').parameters, local.parameters)
    expect(merged.at('2026-01-01').get('retail.limit')?.source).toBe('local')
    expect(merged.at('2018-01-01').get('retail.limit')).toBeUndefined()
  })

  it('the digest follows the content in force, not the day or the order of the file', () => {
    expect(set.at('2026-02-01').digest(sha)).toBe(set.at('2027-02-01').digest(sha))
    expect(set.at('2025-12-31').digest(sha)).not.toBe(set.at('2026-01-01').digest(sha))
    const turned = new ParameterSet([...parseParameters(LIMITS, 'x').parameters].reverse())
    expect(turned.at('2026-02-01').digest(sha)).toBe(set.at('2026-02-01').digest(sha))
  })

  it('the difference of two days names the versions that changed and no other', () => {
    expect(
      set.difference('2018-12-31', '2019-01-01').map(d => [d.id, d.before?.from, d.after?.from]),
    ).toEqual([['retail.limit', '2016-04-08', '2019-01-01']])
    expect(set.difference('2026-01-01', '2026-06-01')).toEqual([])
    expect(set.difference('2027-12-31', '2028-01-01').map(d => d.after)).toEqual([undefined])
  })
})

describe('a file of parameters', () => {
  it('is refused for an unknown key with file, id and line', () => {
    const text = one('      - { from: 2020-01-01, valeu: "1", value: "1", source: x, strength: weak }')
    expect(parseParameters(text, 'f.yaml').problems).toEqual([
      {
        code: 'parameter.unknown_key',
        params: { id: 'a.b', key: 'valeu' },
        place: { file: 'f.yaml', id: 'a.b', key: 'valeu', line: 4 },
      },
    ])
  })

  it('is refused when two versions overlap, and gaps are allowed', () => {
    const overlap = one(
      '      - { from: 2020-01-01, to: 2021-01-01, value: "1", source: x, strength: weak }\n      - { from: 2021-01-01, value: "2", source: x, strength: weak }',
    )
    expect(codes(overlap)).toEqual(['parameter.overlap'])
    expect(parseParameters(overlap, 'f').parameters).toEqual([])
    expect(codes(overlap.replace('to: 2021-01-01', 'to: 2020-06-01'))).toEqual([])
  })

  it.each([
    ['no source', '      - { from: 2020-01-01, value: "1", strength: weak }', 'parameter.no_source'],
    [
      'an unknown strength',
      '      - { from: 2020-01-01, value: "1", source: x, strength: sure }',
      'parameter.bad_strength',
    ],
    [
      'a day that does not exist',
      '      - { from: 2020-02-30, value: "1", source: x, strength: weak }',
      'parameter.bad_day',
    ],
    ['no value', '      - { from: 2020-01-01, source: x, strength: weak }', 'parameter.no_value'],
    [
      'an end before its begin',
      '      - { from: 2020-02-01, to: 2020-01-01, value: "1", source: x, strength: weak }',
      'parameter.ends_before_it_begins',
    ],
    ['no values', '      []', 'parameter.no_values'],
  ])('is refused for %s', (_, values, code) => {
    expect(codes(one(values))).toEqual([code])
  })

  it('has a title in both languages or none', () => {
    const titled = (title: string) =>
      parseParameters(
        `parameters:\n  - id: a.b\n    title: ${title}\n    values:\n      - { from: 2020-01-01, value: "1", source: x, strength: weak }`,
        'f',
      )
    const good = titled('{ zh: 限值, en: Limit }')
    expect(good.problems).toEqual([])
    expect(new ParameterSet(good.parameters).at('2026-01-01').get('a.b')?.title).toEqual({
      zh: '限值',
      en: 'Limit',
    })
    for (const bad of ['{ zh: 限值 }', '{ zh: 限值, en: "" }', 'Limit']) {
      expect(titled(bad).problems.map(one => one.code)).toEqual(['parameter.bad_title'])
    }
    expect(titled('{ zh: 限值, en: Limit, fr: x }').problems.map(one => one.code)).toEqual([
      'parameter.unknown_key',
    ])
  })

  it('keeps its digest and has no difference when only a title changes', () => {
    const of = (title: string) =>
      new ParameterSet(
        parseParameters(
          LIMITS.replace('    unit: CNY', `    title: { zh: 限值, en: ${title} }\n    unit: CNY`),
          'f',
        ).parameters,
      ).at('2026-01-01')
    expect(of('Limit').digest(sha)).toBe(of('Bound').digest(sha))
    expect(difference(of('Limit'), of('Bound'))).toEqual([])
  })

  it('is refused when the same id stands in it twice, and when it is not YAML', () => {
    const value = '      - { from: 2020-01-01, value: "1", source: x, strength: weak }'
    expect(codes(`${one(value)}\n  - id: a.b\n    values:\n${value}`)).toEqual(['parameter.twice'])
    expect(codes('parameters: [')).toEqual(['parameter.not_yaml'])
    expect(codes('- 1')).toEqual(['parameter.not_a_list'])
  })
})
