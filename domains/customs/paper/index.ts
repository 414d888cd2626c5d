import type { HostServices } from '@tongqu/kernel/host'
import type { Module } from '@tongqu/kernel/module'
import type { Desk } from '../declaration/env.ts'
import { paperCalls } from './calls.ts'
import { customsPaperRefusals } from './refusals.ts'
import { paperSources } from './standing.ts'

/** What the customs module registers of printed papers. */
export function paperParts(
  services: HostServices,
  desk: Desk,
): Required<Pick<Module, 'calls' | 'refusals' | 'papers'>> {
  return {
    calls: paperCalls({ desk, services }, services.call),
    refusals: [customsPaperRefusals],
    papers: paperSources(desk),
  }
}
