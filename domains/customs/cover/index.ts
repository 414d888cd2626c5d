import type { Module } from '@tongqu/kernel/module'
import { bookCalls } from '../book/calls.ts'
import { bondedCalls } from '../book/list/calls.ts'
import { BONDED_LIST, remakeBonded } from '../book/list/service.ts'
import { type DeclarationParts, desk, type Remake } from '../declaration/env.ts'
import { billCalls } from '../guarantee/bill/calls.ts'
import { guaranteeCalls } from '../guarantee/calls.ts'
import { installCall } from './install.ts'
import { coverRefusals } from './refusals.ts'
import { settleJob } from './settle.ts'

/** What the customs module registers of what covers declarations: guarantees and bonded books. */
export function coverParts(
  parts: DeclarationParts,
): Required<Pick<Module, 'calls' | 'jobs' | 'refusals'>> & { readonly remakes: ReadonlyMap<string, Remake> } {
  const { rules } = parts
  const remakes = new Map([[BONDED_LIST, remakeBonded(desk(parts))]])
  return {
    calls: [
      installCall(),
      ...guaranteeCalls(),
      ...billCalls(rules),
      ...bookCalls(rules),
      ...bondedCalls(desk(parts, undefined, remakes)),
    ],
    remakes,
    jobs: [settleJob()],
    refusals: [coverRefusals],
  }
}
