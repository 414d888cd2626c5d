import { command, type Definition, query } from '@tongqu/kernel/command'
import type { Module } from '@tongqu/kernel/module'
import type { Desk } from '../declaration/env.ts'
import { givenReleased, ofDeclaration } from '../declaration/example.ts'
import * as contract from './contract.ts'
import { makeEntries } from './make.ts'
import { entryRefusals } from './refusals.ts'
import { listEntries } from './store.ts'

const OPERATOR = { operatorCode: '4201960007', operatorName: '示例监管场所有限公司' }

/** What the customs module registers of entries into the supervised yard. */
export function entryParts(desk: Desk): Required<Pick<Module, 'calls' | 'refusals'>> {
  return { calls: entryCalls(desk), refusals: [entryRefusals] }
}

function entryCalls(desk: Desk): Definition[] {
  return [
    command({
      name: 'customs.entry.make',
      summary: { zh: '申报包裹入库（入库明细单）', en: 'Tell the customs that parcels entered the yard' },
      permission: 'customs.declaration.write',
      input: contract.Make,
      output: contract.Made,
      refusals: [
        'declaration.party_needed',
        'declaration.no_declarant',
        'declaration.still_missing',
        'entry.nothing_named',
        'entry.nothing',
      ],
      verb: 'declare entry make',
      example: {
        given: [...givenReleased],
        input: (outputs: never[]) => ({ lists: [ofDeclaration(outputs).id], ...OPERATOR }),
        // It finds the caller's own lists alone, whichever are named.
        isOffered: true,
      },
      handle: (work, input) => makeEntries(work, desk, input),
    }),
    query({
      name: 'customs.entry.list',
      summary: { zh: '入库明细单列表', en: 'Entries into the yard, the newest first' },
      permission: 'customs.declaration.read',
      input: contract.List,
      output: contract.Listed,
      verb: 'declare entry list',
      example: { input: {} },
      async handle(work, { after, limit = 100 }) {
        const rows = await listEntries(work.tx, after, limit)
        return {
          entries: rows.map(({ id, number, state, created_at: at, parcels, entry_no: entryNo, said }) => ({
            id,
            number,
            state,
            at: at.toISOString(),
            parcels,
            ...(entryNo !== null && { entryNo }),
            ...(said !== null && { said }),
          })),
          ...(rows.length === limit && { next: rows.at(-1)!.number }),
        }
      },
    }),
  ]
}
