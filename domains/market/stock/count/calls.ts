import { command, type Definition, query } from '@tongqu/kernel/command'
import { givenGoods } from '../example.ts'
import type { StockRules } from '../rulebook.ts'
import { approve } from './approve.ts'
import {
  ApproveCount,
  CancelCount,
  CountId,
  CountList,
  CountReview,
  CountSheet,
  EnterCount,
  FindGoods,
  ListCounts,
  StartCount,
} from './contract.ts'
import * as service from './service.ts'
import { find, start } from './start.ts'

const WRITE = 'market.count.write'
const READ = 'market.count.read'
const COUNTING = ['count.not_found', 'count.not_counting', 'stock.not_keeper']
const QUANTITY = ['quantity.negative', 'quantity.too_fine', 'quantity.too_large', 'quantity.wrong_unit']

type Made = readonly { readonly id: string }[]
const exampleStart = (made: Made) => ({ warehouse: made[0]!.id })
/** Outputs: 4 a count of one line. */
const givenCount = (tag: string) => [...givenGoods(tag), { call: 'market.count.start', input: exampleStart }]
const itsCount = (made: Made) => ({ count: made[4]!.id })
const exampleEntry = (made: Made) => ({ ...itsCount(made), entries: [{ line: 1, quantity: '100' }] })

/** Outputs: 5 and 6 the same, entered and finished. */
const givenCounted = (tag: string) => [
  ...givenCount(tag),
  { call: 'market.count.enter', input: exampleEntry },
  { call: 'market.count.finish', input: itsCount },
]

/** Calls on counts: counted blind, a second time where it differs, approved by somebody else. */
export function countCalls(rules: StockRules): Definition[] {
  return [
    command({
      name: 'market.count.start',
      summary: { zh: '开始盘点', en: 'Begin a count: what is expected is fixed by this moment' },
      permission: WRITE,
      input: StartCount,
      output: CountSheet,
      refusals: [
        'warehouse.not_found',
        'warehouse.not_stored_here',
        'stock.not_keeper',
        'count.nothing_to_count',
        'count.too_large',
        'count.counted_elsewhere',
      ],
      example: { given: givenGoods('C-START'), input: exampleStart },
      handle: start,
    }),
    command({
      name: 'market.count.enter',
      summary: { zh: '录入盘点数', en: 'Enter what was counted' },
      permission: WRITE,
      input: EnterCount,
      output: CountSheet,
      refusals: [...COUNTING, 'count.no_such_line', 'count.entered', ...QUANTITY],
      example: { given: givenCount('C-ENTER'), input: exampleEntry },
      handle: service.enter,
    }),
    command({
      name: 'market.count.find',
      summary: { zh: '加入账外货物', en: 'Put goods on the sheet that lie there and are not on it' },
      permission: WRITE,
      input: FindGoods,
      output: CountSheet,
      refusals: [...COUNTING, 'article.not_found', 'lot.needed', 'lot.unknown', 'count.counted_elsewhere'],
      example: {
        given: [
          ...givenCount('C-FIND'),
          {
            call: 'market.article.register',
            input: { sku: 'C-FOUND', name: { zh: '示例', en: 'Example' }, unit: '007', tracking: 'none' },
          },
        ],
        input: (made: Made) => ({ ...itsCount(made), article: made[5]!.id }),
      },
      handle: find,
    }),
    command({
      name: 'market.count.finish',
      summary: { zh: '结束本轮盘点', en: 'End the round: count again what differs, or have it approved' },
      permission: WRITE,
      input: CountId,
      output: CountSheet,
      refusals: [...COUNTING, 'count.incomplete', 'stock.rule_missing'],
      example: {
        given: [...givenCount('C-FINISH'), { call: 'market.count.enter', input: exampleEntry }],
        input: itsCount,
      },
      handle: (work, { count }) => service.finish(work, count, rules),
    }),
    command({
      name: 'market.count.cancel',
      summary: { zh: '取消盘点', en: 'Cancel a count' },
      permission: WRITE,
      input: CancelCount,
      output: CountSheet,
      refusals: COUNTING,
      example: {
        given: givenCount('C-CANCEL'),
        input: (made: Made) => ({ ...itsCount(made), reason: 'the hall was flooded' }),
      },
      handle: service.cancel,
    }),
    command({
      name: 'market.count.approve',
      summary: { zh: '审核盘点并入账', en: 'Approve a count that others made, and post its differences' },
      permission: 'market.count.approve',
      input: ApproveCount,
      output: CountReview,
      refusals: [
        'count.not_found',
        'count.not_counted',
        'count.own_count',
        'count.held',
        'stock.rule_missing',
        'paper.needed',
        'paper.unfit',
        'paper.type_unknown',
      ],
      // By another person than the one who counts.
      example: { given: givenCounted('C-APPROVE'), input: itsCount },
      handle: (work, input) => approve(work, input, rules),
    }),
    query({
      name: 'market.count.sheet',
      summary: {
        zh: '盘点单（不显示账面数）',
        en: 'The sheet that people count by: nothing of what is expected',
      },
      permission: READ,
      input: CountId,
      output: CountSheet,
      refusals: ['count.not_found'],
      example: { given: givenCount('C-SHEET'), input: itsCount },
      handle: (work, { count }) => service.sheet(work, count),
    }),
    query({
      name: 'market.count.review',
      summary: { zh: '盘点差异', en: 'What was expected, counted and differs, once everything is counted' },
      permission: READ,
      input: CountId,
      output: CountReview,
      refusals: ['count.not_found', 'count.not_counted'],
      example: { given: givenCounted('C-REVIEW'), input: itsCount },
      handle: (work, { count }) => service.review(work, count),
    }),
    query({
      name: 'market.count.list',
      summary: { zh: '盘点单列表', en: 'Counts, the newest first' },
      permission: READ,
      input: ListCounts,
      output: CountList,
      example: { input: {} },
      handle: service.list,
    }),
  ]
}
