import { command, type Definition, query } from '@tongqu/kernel/command'
import type { Desk } from '../declaration/env.ts'
import * as contract from './contract.ts'
import { givenMade, givenReleasedExport, listOfExample, monthOfExample, summaryOfExample } from './example.ts'
import { make } from './make.ts'
import * as reading from './read.ts'

const READ = 'customs.declaration.read'
const WRITE = 'customs.declaration.write'

/** Calls on monthly summaries of export lists. */
export function summaryCalls(desk: Desk): Definition[] {
  return [
    query({
      name: 'customs.summary.prepare',
      summary: {
        zh: '月度汇总预览：归并结果、迟到与不能汇总的清单',
        en: 'What a monthly summary would be: merged lines, lists that come late or cannot go',
      },
      permission: READ,
      input: contract.Prepare,
      output: contract.Prepared,
      refusals: ['declaration.party_needed'],
      verb: 'declare summary prepare',
      example: { given: [...givenReleasedExport], input: monthOfExample },
      handle: (work, input) => reading.prepare(work, desk, input),
    }),
    command({
      name: 'customs.summary.make',
      summary: { zh: '提交月度汇总申请', en: 'Apply for the summary of a month' },
      permission: WRITE,
      input: contract.OfMonth,
      output: contract.Made,
      refusals: [
        'declaration.party_needed',
        'declaration.no_declarant',
        'declaration.still_missing',
        'summary.month_open',
        'summary.no_agent',
        'summary.nothing',
      ],
      verb: 'declare summary make',
      // It sums up the caller's own lists, whoever calls.
      example: { given: [...givenReleasedExport], input: monthOfExample, isOffered: true },
      handle: (work, input) => make(work, desk, input),
    }),
    query({
      name: 'customs.summary.list',
      summary: { zh: '汇总申请列表', en: 'Summaries, the newest first' },
      permission: READ,
      input: contract.List,
      output: contract.Listed,
      verb: 'declare summary list',
      example: { given: [...givenMade], input: {} },
      handle: reading.list,
    }),
    query({
      name: 'customs.summary.read',
      summary: {
        zh: '一份汇总申请：各部分、归并行、海关生成的报关单',
        en: 'A summary: its parts, merged lines and the declarations that the customs made',
      },
      permission: READ,
      input: contract.Read,
      output: contract.SummaryRead,
      refusals: ['summary.not_found'],
      verb: 'declare summary read <id>',
      example: { given: [...givenMade], input: summaryOfExample },
      handle: reading.read,
    }),
    query({
      name: 'customs.summary.lists',
      summary: {
        zh: '汇总申请所列的清单及其报关单号',
        en: 'The lists of a summary, with their declarations',
      },
      permission: READ,
      input: contract.Lists,
      output: contract.ListsRead,
      refusals: ['summary.not_found'],
      verb: 'declare summary lists <id>',
      example: { given: [...givenMade], input: summaryOfExample },
      handle: reading.lists,
    }),
    query({
      name: 'customs.summary.of',
      summary: {
        zh: '一份清单汇总到何处，及对退税的意义',
        en: 'Where a list was summed up, and what it means for its refund',
      },
      permission: READ,
      input: contract.OfList,
      output: contract.OfListRead,
      refusals: ['declaration.not_found'],
      verb: 'declare summary of <list>',
      example: { given: [...givenMade], input: listOfExample },
      handle: reading.ofList,
    }),
  ]
}
