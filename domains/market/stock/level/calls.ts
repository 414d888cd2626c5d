import { type Definition, DownloadAnswer, query } from '@tongqu/kernel/command'
import { givenArticle, givenGoods, lineOf } from '../example.ts'
import type { StockRules } from '../rulebook.ts'
import {
  Availability,
  AvailabilityShown,
  ExportStock,
  LineHistory,
  LineHistoryShown,
  ListExpiring,
  ListLow,
  ListStock,
  LowList,
  StockList,
  StockReport,
  StockReportShown,
} from './contract.ts'
import { exportStock } from './export.ts'
import { history } from './history.ts'
import { report } from './report.ts'
import * as service from './service.ts'

const READ = 'market.stock.read'

/** Calls on what lies where, now and as at any instant. */
export function levelCalls(rules: StockRules): Definition[] {
  return [
    query({
      name: 'market.stock.list',
      summary: { zh: '库存', en: 'Stock by line: on hand, held, available, on sale; as at an instant' },
      permission: READ,
      input: ListStock,
      output: StockList,
      example: { given: givenGoods('L-LIST'), input: {} },
      handle: service.list,
    }),
    query({
      name: 'market.stock.export',
      summary: { zh: '导出库存(CSV)', en: 'The listed stock as CSV' },
      permission: READ,
      download: true,
      input: ExportStock,
      output: DownloadAnswer,
      refusals: ['stock.too_many_lines'],
      example: { given: givenGoods('L-EXPORT'), input: {} },
      handle: exportStock,
    }),
    query({
      name: 'market.stock.availability',
      summary: { zh: '一种商品的可用量', en: 'How much of an article can be had, where, and why not more' },
      permission: READ,
      input: Availability,
      output: AvailabilityShown,
      refusals: ['article.not_found'],
      example: {
        given: givenArticle('L-AVAILABLE'),
        input: ([, article]: readonly { id: string }[]) => ({ article: article!.id }),
      },
      handle: service.availability,
    }),
    query({
      name: 'market.stock.history',
      summary: { zh: '一行库存的变动', en: 'Every movement of a line: who, why, on what paper' },
      permission: READ,
      input: LineHistory,
      output: LineHistoryShown,
      refusals: ['stock.not_found'],
      example: {
        given: givenGoods('L-HISTORY'),
        input: (made: readonly unknown[]) => ({ line: lineOf(made) }),
      },
      handle: history,
    }),
    query({
      name: 'market.stock.report',
      summary: { zh: '库存收发存报表', en: 'Stock as at an instant, with what came and went since another' },
      permission: READ,
      input: StockReport,
      output: StockReportShown,
      example: { given: givenGoods('L-REPORT'), input: {} },
      handle: report,
    }),
    query({
      name: 'market.stock.low',
      summary: { zh: '低库存商品', en: 'Articles of which less is left than is wanted' },
      permission: READ,
      input: ListLow,
      output: LowList,
      example: { input: {} },
      handle: service.low,
    }),
    query({
      name: 'market.stock.expiring',
      summary: { zh: '临期与过期库存', en: 'What has expired or soon will, the soonest first' },
      permission: READ,
      input: ListExpiring,
      output: StockList,
      refusals: ['stock.rule_missing'],
      example: { given: givenGoods('L-EXPIRING'), input: {} },
      handle: (work, input) => service.expiring(work, input, rules),
    }),
  ]
}
