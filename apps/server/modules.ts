import { customsModule } from '@tongqu/customs'
import type { HostServices } from '@tongqu/kernel/host'
import type { Module } from '@tongqu/kernel/module'
import { kernelModule } from '@tongqu/kernel/own'
import { ledgerModule } from '@tongqu/ledger'
import { letterModule } from '@tongqu/letter'
import { marketModule } from '@tongqu/market'
import { registerModule } from '@tongqu/register'
import { wallModule } from '@tongqu/wall'
import { httpRefusals } from './http/refusals.ts'

/** Everything this installation is made of. Apps compose; they decide nothing. */
export function modules(services: HostServices): readonly Module[] {
  return [
    kernelModule(services),
    { name: 'http', refusals: [httpRefusals] },
    registerModule,
    ledgerModule(services),
    customsModule(services),
    marketModule(services),
    letterModule(services),
    wallModule(services),
  ]
}
