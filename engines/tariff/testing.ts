/** Set-up shared by this package's tests and bench: the rules of the packs and a few invented codes. */
import { readdirSync, readFileSync } from 'node:fs'
import { type Parameter, ParameterSet, type ParameterValue, parseParameters } from '@tongqu/rules/parameters'
import type { PlanContext } from './context.ts'
import type { Order, OrderLine } from './order.ts'
import { type OrderPlan, planOrder } from './plan.ts'
import type { ModePlan } from './reason.ts'
import { compileRuleset, type Ruleset } from './rules/ruleset.ts'
import { type TableRows, tariffTables } from './tables/memory.ts'

const PACKS = ['cn', 'wuhan'].map(pack => new URL(`../../packs/${pack}/rules/`, import.meta.url))

function readPack(folder: URL): Parameter[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .flatMap(name => {
      const file = parseParameters(readFileSync(new URL(name, folder), 'utf8'), name)
      if (file.problems.length > 0) throw new Error(JSON.stringify(file.problems))
      return file.parameters
    })
}

export const parameters = new ParameterSet(...PACKS.map(readPack))

const compiled = new Map<string, Ruleset>()

export function rulesetAt(day: string): Ruleset {
  let found = compiled.get(day)
  if (found === undefined) {
    found = compileRuleset(parameters.at(day))
    compiled.set(day, found)
  }
  return found
}

const row = (
  code: string,
  name: string,
  rates: readonly [string, string, string, string],
  certificates = '',
) => ({
  code,
  name,
  licenceCodes: [...certificates],
  mfnRate: rates[0],
  exportRate: rates[1],
  consumptionRate: rates[2],
  vatRate: rates[3],
  unit1: '011',
})

const fact = { from: '2016-01-01', source: 'test' }

/** Invented codes of an invented edition: rates mfn, export, consumption, VAT. */
export const TABLE: TableRows = {
  edition: { id: 'test-2026', year: 2026, source: 'test' },
  rows: [
    row('6109100010', '棉制针织T恤', ['0.06', '0', '0', '0.13']),
    row('6109100090', '其他棉制针织T恤', ['0.06', '0', '0', '0.13']),
    row('9503008900', '其他玩具', ['0', '0', '0', '0.13']),
    row('9504300010', '游戏机', ['0', '0', '0', '0.13']),
    row('7202210010', '硅铁', ['0.02', '0.25', '0', '0.13'], '4'),
    row('3304990099', '其他美容品', ['0.01', '0', '0.15', '0.13']),
    row('3304990021', '面膜', ['0.01', '0', '0.15', '0.13']),
    row('1901109000', '婴幼儿食品', ['0.05', '0', '0', '0.09'], 'AB'),
    row('2203000000', '啤酒', ['0', '0', '0', '0.13'], 'AB'),
    row('2208300000', '威士忌', ['0.05', '0', '0.20', '0.13'], 'AB'),
    row('8541430000', '光伏组件', ['0', '0', '0', '0.13']),
    row('8507600090', '锂离子蓄电池', ['0.10', '0', '0', '0.13']),
    row('0101290010', '非改良种用马', ['0.10', '0', '0', '0.09'], '8'),
  ],
  refundRates: [
    { ...fact, code: '6109', rate: '0.13' },
    { ...fact, code: '9503', rate: '0.13' },
    { ...fact, code: '9504', rate: '0.09' },
    { ...fact, code: '3304', rate: '0.13' },
    { ...fact, code: '7202', rate: '0', mark: '1' },
  ],
  positiveList: [
    { ...fact, code: '6109', listed: true },
    { ...fact, code: '3304', listed: true },
    { ...fact, code: '1901', listed: true },
    { ...fact, code: '9503', listed: true },
    { ...fact, code: '2208', listed: true },
    { ...fact, code: '8507', listed: false },
  ],
  unitTaxes: [{ ...fact, code: '2208', rate: '0.20', perUnit: '1', unit: '035' }],
  postalRates: [
    { ...fact, code: '6109', rate: '0.20' },
    { ...fact, code: '9503', rate: '0.13' },
  ],
  measureCoverage: [{ origin: 'JP', from: '2016-01-01', source: 'test' }],
}

export function context(overrides: Partial<PlanContext> = {}): PlanContext {
  const tables = tariffTables(TABLE)
  const rates = { USD: '7.10', EUR: '8.20' }
  return {
    date: '2026-11-23',
    rulesetAt,
    tablesAt: () => tables,
    fx: { customs: rates, refund: rates, settlement: rates },
    ...overrides,
  }
}

/** The context in which one parameter of the packs has another value. */
export function contextWith(id: string, value: ParameterValue): PlanContext {
  return context({
    rulesetAt: day => {
      const entry = parameters.at(day).get(id)
      if (entry === undefined) throw new Error(`no parameter ${id} on ${day}`)
      return compileRuleset(parameters.at(day).with(id, { ...entry, value }))
    },
  })
}

export const line = (fields: Partial<OrderLine> = {}): OrderLine => ({
  hsCode: '9503008900',
  name: 'toy',
  qty: '1',
  unit: '011',
  price: '100',
  ...fields,
})

/** A retail import that is within every limit unless a field says otherwise. */
export const retail = (fields: Partial<Order> = {}, lines: readonly OrderLine[] = [line()]): Order => ({
  orderNo: 'R-1',
  direction: 'import',
  channel: 'b2c',
  platform: 'shop',
  platformOrderNo: 'P-1',
  buyerId: 'buyer-1',
  yearUsed: '0',
  country: 'JP',
  currency: 'CNY',
  lines,
  ...fields,
})

export const market = (fields: Partial<Order> = {}, lines: readonly OrderLine[] = [line()]): Order => ({
  orderNo: 'M-1',
  direction: 'export',
  channel: 'market',
  sellerKind: 'trader',
  vatPayer: true,
  buyerId: 'passport-1',
  country: 'KZ',
  currency: 'USD',
  lines,
  ...fields,
})

export function plan(order: Order, on: PlanContext = context()): OrderPlan {
  const made = planOrder(order, on)
  if ('refused' in made) throw new Error(JSON.stringify(made.refused))
  return made
}

export function modeOf(made: OrderPlan, mode: string): ModePlan {
  const found = made.modes.find(one => one.mode === mode)
  if (found === undefined) throw new Error(`no mode ${mode}`)
  return found
}

export const codesOf = (made: ModePlan): string[] => made.reasons.map(reason => reason.code)
