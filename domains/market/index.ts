import { fileURLToPath } from 'node:url'
import type { HostServices } from '@tongqu/kernel/host'
import type { Module } from '@tongqu/kernel/module'
import { marketBegins, marketFindables } from './find/index.ts'
import { marketNotices } from './notices.ts'
import { refusalsOfStock, stockCalls, stockJobs } from './stock/index.ts'
import { stockFigures } from './stock/level/figure.ts'
import { StockRules } from './stock/rulebook.ts'
import { marketWaits } from './waits/index.ts'

/** The market: stock. */
export function marketModule({ packs }: Pick<HostServices, 'packs'>): Module {
  const rules = new StockRules(packs)
  return {
    name: 'market',
    migrations: fileURLToPath(new URL('migrations', import.meta.url)),
    refusals: refusalsOfStock,
    calls: stockCalls(rules),
    jobs: stockJobs(rules),
    finds: marketFindables,
    waits: marketWaits(rules),
    begins: marketBegins,
    figures: stockFigures(rules),
    notices: marketNotices,
    serves: [
      {
        row: 39,
        query: 'market.stock.list',
        page: '/stock',
        part: { zh: '库存保管', en: 'custody of stock' },
      },
      {
        row: 136,
        query: 'market.stock.report',
        page: '/stock',
        part: { zh: '保管账', en: 'the ledger of custody' },
      },
    ],
  }
}
