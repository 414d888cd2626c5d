import { fileURLToPath } from 'node:url'
import type { HostServices } from '@tongqu/kernel/host'
import type { Module } from '@tongqu/kernel/module'
import { refusalsOfStock, stockCalls, stockJobs } from './stock/index.ts'
import { StockRules } from './stock/rulebook.ts'

/** The market: stock. */
export function marketModule({ packs }: Pick<HostServices, 'packs'>): Module {
  const rules = new StockRules(packs)
  return {
    name: 'market',
    migrations: fileURLToPath(new URL('migrations', import.meta.url)),
    refusals: refusalsOfStock,
    calls: stockCalls(rules),
    jobs: stockJobs(rules),
  }
}
