import { legalDay } from '@tongqu/kernel/clock'
import type { AskFigure, Figure, FigurePart } from '@tongqu/kernel/figure'
import { yuan } from '../cover/decimal.ts'
import { bucketOf, type DeclaredGroup, declaredBuckets, declaredGroups } from './declared.ts'

/* Figures of what was declared: how much, how many, by mode, by country, over time, and how it went. */

const READ = 'customs.declaration.read'
const LIST = '/declarations/all'

/** The list of the declarations that a figure of a period counts. */
export function listOf({ period }: AskFigure, more: Readonly<Record<string, string>> = {}): string {
  return `${LIST}?${new URLSearchParams({ from: period.firstDay, to: period.lastDay, ...more })}`
}

const declarations = { name: { zh: '份数', en: 'Count' }, unit: 'count' } as const
const value = { name: { zh: '金额', en: 'Value' }, unit: 'CNY' } as const

const RATE = {
  zh: '外币按制定通关计划时适用的海关汇率折成人民币；没有汇率的订单不计金额。月度汇总的金额已在各清单内，不重复计算。',
  en: 'Foreign currencies at the customs’ rate of exchange that their plan was decided by; orders without a rate add no amount. A monthly summary adds none: its lists have theirs.',
}

const period = { permission: READ, isOfPeriod: true, keptFor: 10, records: LIST } as const

const sum = (groups: readonly DeclaredGroup[], of: 'value' | 'taxes'): bigint =>
  groups.reduce((all, each) => all + BigInt(each[of] ?? 0), 0n)
const count = (groups: readonly DeclaredGroup[]): number =>
  groups.reduce((all, each) => all + each.declarations, 0)

/** The largest first; of equals the one whose key comes first. */
const byFirst = (a: FigurePart, b: FigurePart): number =>
  Number(b.values[0]) - Number(a.values[0]) ||
  Number(b.values.at(-1)) - Number(a.values.at(-1)) ||
  (a.key < b.key ? -1 : 1)

const RELEASED = new Set(['released', 'concluded'])
const REFUSED = new Set(['rejected', 'failed'])

/** How many declarations of the period have come to such states. */
function inStates(
  key: string,
  name: Figure['name'],
  about: Figure['about'],
  states: ReadonlySet<string>,
  what: string,
): Figure {
  return {
    ...period,
    key,
    name,
    about,
    unit: 'count',
    chart: 'number',
    async ask(of) {
      const found = (await declaredGroups(of)).filter(each => states.has(each.state))
      return { value: String(count(found)), records: listOf(of, { what }) }
    },
  }
}

export const tradeFigures: readonly Figure[] = [
  {
    ...period,
    key: 'customs.declared.value',
    name: { zh: '申报金额', en: 'Declared value' },
    about: RATE,
    unit: 'CNY',
    chart: 'number',
    ask: async of => ({ value: yuan(sum(await declaredGroups(of), 'value')), records: listOf(of) }),
  },
  {
    ...period,
    key: 'customs.declared.count',
    name: { zh: '申报份数', en: 'Declarations' },
    about: { zh: '期内建立的申报，不论状态', en: 'Declarations made in the period, whatever their state' },
    unit: 'count',
    chart: 'number',
    ask: async of => ({ value: String(count(await declaredGroups(of))), records: listOf(of) }),
  },
  inStates(
    'customs.declared.released',
    { zh: '放行', en: 'Released' },
    {
      zh: '期内建立、现已放行或结关的申报',
      en: 'Declarations made in the period that are released or closed now',
    },
    RELEASED,
    'released',
  ),
  inStates(
    'customs.declared.refused',
    { zh: '退单与异常', en: 'Refused' },
    {
      zh: '期内建立、现为退单或处理异常的申报',
      en: 'Declarations made in the period that stand refused or failed now',
    },
    REFUSED,
    'refused',
  ),
  {
    ...period,
    key: 'customs.declared.taxes',
    name: { zh: '应缴税款', en: 'Taxes' },
    about: {
      zh: '期内申报的订单按计划所算的税款合计；不是缴款凭证',
      en: 'Taxes of the declared orders as their plan reckoned them; no proof of payment',
    },
    unit: 'CNY',
    chart: 'number',
    async ask(of) {
      return {
        value: yuan(sum(await declaredGroups(of), 'taxes')),
        records: listOf(of, { direction: 'import' }),
      }
    },
  },
  {
    ...period,
    key: 'customs.declared.mode',
    name: { zh: '各监管方式', en: 'By customs mode' },
    about: RATE,
    unit: 'CNY',
    chart: 'bars',
    series: [value, declarations],
    async ask(of) {
      const groups = await declaredGroups(of)
      const parts = [...Map.groupBy(groups, each => each.mode)].map(([mode, some]) => ({
        key: mode,
        values: [yuan(sum(some, 'value')), String(count(some))],
        records: listOf(of, { mode }),
      }))
      return {
        value: yuan(sum(groups, 'value')),
        parts: parts.sort(byFirst),
        keys: 'mode',
        records: listOf(of),
      }
    },
  },
  {
    ...period,
    key: 'customs.declared.country',
    name: { zh: '目的国与原产国', en: 'By destination and origin' },
    about: RATE,
    unit: 'CNY',
    chart: 'map',
    series: [
      value,
      { name: { zh: '出口至', en: 'Exported to' }, unit: 'CNY' },
      { name: { zh: '进口自', en: 'Imported from' }, unit: 'CNY' },
      declarations,
    ],
    async ask(of) {
      const groups = await declaredGroups(of)
      const parts = [...Map.groupBy(groups, each => each.country ?? 'none')].map(([country, some]) => ({
        key: country,
        values: [
          yuan(sum(some, 'value')),
          yuan(
            sum(
              some.filter(each => each.direction === 'export'),
              'value',
            ),
          ),
          yuan(
            sum(
              some.filter(each => each.direction === 'import'),
              'value',
            ),
          ),
          String(count(some)),
        ],
        records: listOf(of, { country }),
      }))
      return {
        value: String(parts.filter(({ key }) => key !== 'none').length),
        parts: parts.sort(byFirst),
        keys: 'country',
        records: listOf(of),
      }
    },
  },
  {
    ...period,
    key: 'customs.declared.time',
    name: { zh: '申报走势', en: 'Declared over time' },
    about: RATE,
    unit: 'CNY',
    chart: 'time',
    series: [value, declarations],
    async ask(of) {
      const found = await declaredBuckets(of)
      const bucket = bucketOf(of.period)
      const parts = found.map(({ at, value, declarations }): FigurePart => {
        const day = legalDay(at)
        const records = listOf(of, { from: day, to: day })
        return {
          key: at.toISOString(),
          values: [yuan(BigInt(value ?? 0)), String(declarations)],
          ...(bucket === 'day' && { records }),
        }
      })
      const all = found.reduce((total, each) => total + BigInt(each.value ?? 0), 0n)
      return { value: yuan(all), parts, keys: bucket, records: listOf(of) }
    },
  },
]
