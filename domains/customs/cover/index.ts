import type { Module } from '@tongqu/kernel/module'
import { bookCalls } from '../book/calls.ts'
import { billCalls } from '../guarantee/bill/calls.ts'
import { guaranteeCalls } from '../guarantee/calls.ts'
import type { Rulebook } from '../rules/of-packs.ts'
import { coverRefusals } from './refusals.ts'
import { settleJob } from './settle.ts'

/** What the customs module registers of what covers declarations: guarantees and bonded books. */
export function coverParts(rules: Rulebook): Required<Pick<Module, 'calls' | 'jobs' | 'refusals'>> {
  return {
    calls: [...guaranteeCalls(), ...billCalls(rules), ...bookCalls(rules)],
    jobs: [settleJob()],
    refusals: [coverRefusals],
  }
}
