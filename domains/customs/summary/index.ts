import type { Module } from '@tongqu/kernel/module'
import type { Desk } from '../declaration/env.ts'
import { summaryCalls } from './calls.ts'
import { summaryRefusals } from './refusals.ts'

/** What the customs module registers of monthly summaries. */
export function summaryParts(desk: Desk): Required<Pick<Module, 'calls' | 'refusals'>> {
  return { calls: summaryCalls(desk), refusals: [summaryRefusals] }
}
