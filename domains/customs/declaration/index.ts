import type { HostServices } from '@tongqu/kernel/host'
import type { Module } from '@tongqu/kernel/module'
import { documentCalls } from '../document/calls.ts'
import { documentRefusals } from '../document/refusals.ts'
import { proofCalls } from '../proof/calls.ts'
import { proofRefusals } from '../proof/refusals.ts'
import type { Rulebook } from '../rules/of-packs.ts'
import type { LoadedTables } from '../tables/loaded.ts'
import { againJob } from './again.ts'
import { submitWhenMade } from './book.ts'
import { declarationCalls } from './calls.ts'
import { openCounter } from './counter/open.ts'
import type { Counter } from './counter/port.ts'
import { trustCalls, trustRefusals } from './counter/trust-calls.ts'
import { turnJob } from './counter/turn.ts'
import { type Desk, desk, type Remake } from './env.ts'
import { makeJob } from './make.ts'
import { declarationRefusals } from './refusals.ts'

/** What the customs module registers of declarations. */
export function declarationParts(
  services: HostServices,
  rules: Rulebook,
  tables: LoadedTables,
  counter: Counter = openCounter(services),
  remakes?: ReadonlyMap<string, Remake>,
): Required<Pick<Module, 'calls' | 'jobs' | 'refusals' | 'subscribers'>> & { readonly desk: Desk } {
  const parts = desk({ services, rules, tables }, counter, remakes)
  return {
    desk: parts,
    calls: [
      ...declarationCalls(parts),
      ...documentCalls(parts),
      ...trustCalls(parts),
      ...proofCalls({ desk: parts, services }, services.call),
    ],
    jobs: [makeJob(parts), againJob(parts), turnJob(parts)],
    subscribers: [submitWhenMade],
    refusals: [declarationRefusals, trustRefusals, documentRefusals, proofRefusals],
  }
}
