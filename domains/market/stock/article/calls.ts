import { command, type Definition, query } from '@tongqu/kernel/command'
import { exampleArticle } from '../example.ts'
import type { StockRules } from '../rulebook.ts'
import { Article, ArticleId, ArticleList, ChangeArticle, ListArticles, RegisterArticle } from './contract.ts'
import * as service from './service.ts'

const WRITE = 'market.article.write'
const QUANTITY = ['quantity.negative', 'quantity.too_fine', 'quantity.too_large']

/** Calls on articles: what is kept in stock. */
export function articleCalls(rules: StockRules): Definition[] {
  return [
    command({
      name: 'market.article.register',
      summary: { zh: '登记商品', en: 'Register an article' },
      permission: WRITE,
      input: RegisterArticle,
      output: Article,
      refusals: [
        'stock.party_needed',
        'stock.rule_missing',
        'article.unit_unknown',
        'article.serial_in_pieces',
        'article.sku_taken',
        ...QUANTITY,
      ],
      example: { input: exampleArticle('A-REGISTER') },
      handle: (work, input) => service.register(work, input, rules),
    }),
    command({
      name: 'market.article.change',
      summary: { zh: '修改商品', en: 'Change an article’s name, code, shelf life or thresholds' },
      permission: WRITE,
      input: ChangeArticle,
      output: Article,
      refusals: ['article.not_found', 'stock.not_owner', 'stock.rule_missing', 'record.changed', ...QUANTITY],
      example: {
        given: [{ call: 'market.article.register', input: exampleArticle('A-CHANGE') }],
        input: ([made]: readonly { id: string }[]) => ({ article: made!.id, version: 1, low: '20' }),
      },
      handle: (work, input) => service.change(work, input, rules),
    }),
    query({
      name: 'market.article.read',
      summary: { zh: '一种商品', en: 'One article, with its version and who changed it last' },
      permission: 'market.article.read',
      input: ArticleId,
      output: Article,
      refusals: ['article.not_found', 'stock.rule_missing'],
      example: {
        given: [{ call: 'market.article.register', input: exampleArticle('A-READ') }],
        input: ([made]: readonly { id: string }[]) => ({ article: made!.id }),
      },
      handle: (work, input) => service.read(work, input, rules),
    }),
    query({
      name: 'market.article.list',
      summary: { zh: '商品列表', en: 'Articles' },
      permission: 'market.article.read',
      input: ListArticles,
      output: ArticleList,
      refusals: ['stock.rule_missing'],
      example: { input: {} },
      handle: (work, input) => service.list(work, input, rules),
    }),
  ]
}
