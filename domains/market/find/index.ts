import type { Begun } from '@tongqu/kernel/desk'
import type { Findable } from '@tongqu/kernel/search'
import { articles, warehouses } from './goods.ts'
import { counts, holds, receipts, transfers } from './papers.ts'

/** What of the market may be searched. */
export const marketFindables: readonly Findable[] = [articles, warehouses, receipts, transfers, counts, holds]

/** What somebody begins here. */
export const marketBegins: readonly Begun[] = [
  { type: 'market.receipt.announced', kind: 'receipt', said: { zh: '预报到货', en: 'Announced' } },
  { type: 'market.transfer.ordered', kind: 'transfer', said: { zh: '下达', en: 'Ordered' } },
  { type: 'market.count.started', kind: 'count', said: { zh: '开始', en: 'Begun' } },
  { type: 'market.hold.placed', kind: 'hold', said: { zh: '保留', en: 'Held' } },
  { type: 'market.article.registered', kind: 'article', said: { zh: '登记', en: 'Registered' } },
  { type: 'market.warehouse.registered', kind: 'warehouse', said: { zh: '登记', en: 'Registered' } },
]
