import type { HostServices } from '@tongqu/kernel/host'
import type { Module } from '@tongqu/kernel/module'
import type { Rulebook } from '../rules/of-packs.ts'
import { deadlineCalls } from './calls.ts'
import { Deadlines } from './find.ts'
import { deadlineRefusals } from './refusals.ts'
import { remindJob } from './remind.ts'

/** What the customs module registers of deadlines. */
export function deadlineParts(
  services: Pick<HostServices, 'roles'>,
  rules: Rulebook,
): Required<Pick<Module, 'calls' | 'jobs' | 'refusals'>> {
  const deadlines = new Deadlines(rules)
  return {
    calls: deadlineCalls(deadlines),
    jobs: [remindJob(services, deadlines)],
    refusals: [deadlineRefusals],
  }
}
