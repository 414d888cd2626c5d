import { fileURLToPath } from 'node:url'
import type { HostServices } from '@tongqu/kernel/host'
import type { Module } from '@tongqu/kernel/module'
import { coverParts } from './cover/index.ts'
import { deadlineParts } from './deadline/index.ts'
import { counterState } from './declaration/counter/state.ts'
import { declarationParts } from './declaration/index.ts'
import { entryParts } from './entry/index.ts'
import { customsFigures } from './figure/index.ts'
import { customsBegins, customsFindables } from './find/index.ts'
import { customsNotices } from './notices.ts'
import { paperParts } from './paper/index.ts'
import { planCalls } from './plan/calls.ts'
import { makePlanJob } from './plan/job.ts'
import { planRefusals } from './plan/refusals.ts'
import { ruleCalls } from './rules/calls.ts'
import { rulesOfPacks } from './rules/of-packs.ts'
import { ruleRefusals } from './rules/refusals.ts'
import { summaryParts } from './summary/index.ts'
import { tableCalls } from './tables/calls.ts'
import { importJobs } from './tables/import/job.ts'
import { loadedTables } from './tables/loaded.ts'
import { ownTables } from './tables/of-packs.ts'
import { publishJob, publishOnImport } from './tables/publish.ts'
import { tableRefusals } from './tables/refusals.ts'
import { trackCalls } from './track/calls.ts'
import { customsWaits, customsWorkingDays } from './waits/index.ts'

/** Customs: the tables and rules in force, and plans of order books. */
export function customsModule(services: HostServices): Module {
  const rules = rulesOfPacks(services.packs)
  const own = ownTables(services.packs)
  const tables = loadedTables(own)
  const covers = coverParts({ services, rules, tables })
  const declarations = declarationParts(services, rules, tables, undefined, covers.remakes)
  const deadlines = deadlineParts(services, rules)
  const summaries = summaryParts(declarations.desk)
  const entries = entryParts(declarations.desk)
  const papers = paperParts(services, declarations.desk)
  const modesOfTrade = { zh: '三种方式的选择与理由', en: 'choosing among the modes, with reasons' }
  return {
    name: 'customs',
    migrations: fileURLToPath(new URL('migrations', import.meta.url)),
    refusals: [
      planRefusals,
      ruleRefusals,
      tableRefusals,
      ...declarations.refusals,
      ...covers.refusals,
      ...deadlines.refusals,
      ...summaries.refusals,
      ...entries.refusals,
      ...papers.refusals,
    ],
    calls: [
      ...tableCalls(services, own),
      ...ruleCalls(rules),
      ...planCalls(services, rules, tables),
      ...declarations.calls,
      ...covers.calls,
      ...deadlines.calls,
      ...summaries.calls,
      ...entries.calls,
      ...papers.calls,
      ...trackCalls(),
    ],
    subscribers: [publishOnImport, ...declarations.subscribers],
    jobs: [
      makePlanJob(services, { rules, own }),
      publishJob(services, own),
      ...importJobs(services),
      ...declarations.jobs,
      ...covers.jobs,
      ...deadlines.jobs,
    ],
    papers: papers.papers,
    atStart: ['customs.table.install', 'customs.cover.install'],
    finds: customsFindables(rules),
    waits: customsWaits(rules),
    begins: customsBegins,
    workingDays: customsWorkingDays(rules),
    figures: customsFigures(declarations.desk),
    notices: customsNotices,
    states: [counterState(declarations.desk)],
    serves: [
      {
        row: 39,
        query: 'customs.declaration.match',
        page: '/declarations',
        part: { zh: '三单比对与申报', en: 'three-document match, and the declarations' },
      },
      { row: 44, query: 'customs.plan.list', page: '/plans', part: modesOfTrade },
      {
        row: 130,
        query: 'customs.rule.list',
        page: '/rules',
        part: { zh: '市场采购的规则与限额', en: 'the rules and limits of market procurement' },
      },
      { row: 134, query: 'customs.plan.list', page: '/plans', part: modesOfTrade },
      {
        row: 134,
        query: 'customs.declaration.list',
        page: '/declarations',
        part: { zh: '按所选方式申报，到放行为止', en: 'declaring by the chosen mode, up to the release' },
      },
    ],
  }
}
