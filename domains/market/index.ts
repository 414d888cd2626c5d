import { fileURLToPath } from 'node:url'
import type { HostServices } from '@tongqu/kernel/host'
import type { Module } from '@tongqu/kernel/module'
import { refusalsOfStock, stockCalls } from './stock/index.ts'

/** The market: stock. */
export function marketModule({ packs }: Pick<HostServices, 'packs'>): Module {
  return {
    name: 'market',
    migrations: fileURLToPath(new URL('migrations', import.meta.url)),
    refusals: refusalsOfStock,
    calls: stockCalls(packs),
  }
}
