import { ParameterSet, parseParameters } from '@tongqu/rules/parameters'
import { describe, expect, it } from 'vitest'
import { codesOf, context, line, market, modeOf, parameters, plan, retail } from '../testing.ts'
import { compileRuleset } from './ruleset.ts'

const DAYS = ['2019-06-01', '2024-12-14', '2024-12-15', '2026-04-01', '2026-11-23', '2027-01-01']

describe("the packs' rules", () => {
  it('all have the shape that their rule needs, on every day that matters', () => {
    for (const day of DAYS) expect(compileRuleset(parameters.at(day)).problems, day).toEqual([])
  })

  it('name a source for every version', () => {
    const versions = parameters.parameters().flatMap(parameter => parameter.versions)
    expect(versions.length).toBeGreaterThan(80)
    expect(versions.every(version => version.source.length > 3)).toBe(true)
  })

  it('name every parameter in Chinese and English, and every note too', () => {
    for (const { id, title, versions } of parameters.parameters()) {
      expect(title?.zh, id).toMatch(/\p{Script=Han}/u)
      expect(title?.en, id).toMatch(/^[\x20-\x7e]+$/)
      for (const { note } of versions)
        if (note !== undefined) expect(note, id).toMatch(/\p{Script=Han}.* [A-Z0-9]/u)
    }
  })

  it('have no title twice', () => {
    const titles = parameters.parameters().flatMap(({ title }) => [title?.zh, title?.en])
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('a plan names the versions it used', () => {
    const used = modeOf(plan(retail()), '9610').rules.map(rule => `${rule.id} ${rule.from}`)
    expect(used).toContain('retail_import.single_limit 2019-01-01')
    expect(used).toContain('retail_import.tax_factor 2016-04-08')
  })
})

describe('a missing parameter', () => {
  const without = (id: string) =>
    context({ rulesetAt: day => compileRuleset(parameters.at(day).with(id, undefined)) })

  it.each([
    ['retail_import.single_limit', '9610'],
    ['retail_import.year_limit', '9610'],
    ['retail_import.tax_factor', '9610'],
    ['retail_import.duty_rate', '9610'],
    ['retail_import.positive_list', '9610'],
    ['retail_import.three_documents', '9610'],
    ['consumption_tax.specific_goods', '9610'],
    ['documents.import', '9610'],
    ['mode.import', '9610'],
  ])('%s leaves %s undetermined and is named, never a default', (id, mode) => {
    const made = modeOf(plan(retail(), without(id)), mode)
    expect(made.allowed).toBe('undetermined')
    expect(made.reasons.find(one => one.code === 'needs.parameter')?.params).toEqual({ id })
  })

  it.each([
    ['market.declaration_limit_usd', '1039'],
    ['market.pilot', '1039'],
    ['market.cluster', '1039'],
    ['market.vat', '1039'],
    ['documents.export', '1039'],
    ['refund.no_invoice', '0110'],
  ])('%s leaves %s undetermined and is named, never a default', (id, mode) => {
    const made = modeOf(plan(market(), without(id)), mode)
    expect(made.allowed).toBe('undetermined')
    expect(codesOf(made)).toContain('needs.parameter')
  })

  it('documents.import leaves a general import undetermined, though its taxes are known', () => {
    const order = retail({ channel: 'b2b' }, [line({ mfnRate: '0' })])
    expect(modeOf(plan(order), '0110').allowed).toBe(true)
    expect(modeOf(plan(order, without('documents.import')), '0110')).toMatchObject({
      allowed: 'undetermined',
      amounts: undefined,
    })
  })

  it('a malformed value is a problem of the ruleset and then missing', () => {
    const bad = parseParameters(
      'parameters:\n  - id: market.declaration_limit_usd\n    values:\n      - { from: 2014-07-01, value: many, source: x, strength: weak }',
      'bad.yaml',
    )
    const rules = compileRuleset(new ParameterSet(bad.parameters).at('2026-11-23'))
    expect(rules.problems).toEqual([
      { code: 'ruleset.bad_value', id: 'market.declaration_limit_usd', source: 'x' },
    ])
    expect(rules.market.declarationLimit.value).toBeUndefined()
  })
})
