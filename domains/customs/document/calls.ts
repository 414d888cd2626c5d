import { command, type Definition, query } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import type { Desk } from '../declaration/env.ts'
import { givenSent, ofDeclaration } from '../declaration/example.ts'
import * as contract from './contract.ts'
import * as service from './service.ts'

/** Most that is taken in before the day's rule is asked, bytes. */
const MAX_BYTES = 32 * 1024 * 1024
const Named = Type.Object({ id: Type.String() })

type Outputs = never[]
const PAPER = '%PDF-1.4\n% an example of a contract\n'
const input = (outputs: Outputs) => ({
  declaration: ofDeclaration(outputs).id,
  name: 'contract.pdf',
  kind: 'contract',
  number: 'HT-2026-001',
})
const attached = { call: 'customs.document.attach', input, content: PAPER }

/** Calls on papers attached to declarations. */
export function documentCalls(desk: Desk): Definition[] {
  return [
    command({
      name: 'customs.document.attach',
      verb: 'declare attach <declaration> <file>',
      summary: {
        zh: '附上随附单据',
        en: 'Attach a paper to a declaration: contract, invoice, certificate …',
      },
      permission: 'customs.document.write',
      upload: { maxBytes: MAX_BYTES },
      input: contract.Attach,
      output: Named,
      refusals: [
        'declaration.not_found',
        'document.kind_unknown',
        'document.number_needed',
        'document.type_refused',
        'document.too_large',
      ],
      example: { given: [...givenSent], input, content: PAPER },
      handle: (work, given) => service.attach(work, desk, given),
    }),
    query({
      name: 'customs.document.list',
      verb: 'declare papers <declaration>',
      summary: {
        zh: '随附单据，及所需单据是否齐全',
        en: 'Papers of a declaration, and which of those needed are there',
      },
      permission: 'customs.document.read',
      input: contract.OfDeclaration,
      output: contract.AttachedList,
      refusals: ['declaration.not_found'],
      example: {
        given: [...givenSent, attached],
        input: (outputs: Outputs) => ({ declaration: ofDeclaration(outputs).id }),
      },
      handle: (work, given) => service.list(work, desk, given),
    }),
    command({
      name: 'customs.document.withdraw',
      verb: 'declare detach <id>',
      summary: {
        zh: '撤下随附单据并说明理由',
        en: 'Withdraw a paper, with the reason; it stays in the record',
      },
      permission: 'customs.document.write',
      input: contract.Withdraw,
      output: Named,
      refusals: ['document.not_found'],
      example: {
        given: [...givenSent, attached],
        input: (outputs: readonly { readonly id: string }[]) => ({
          id: outputs.at(-1)!.id,
          reason: '附错文件',
        }),
      },
      handle: service.withdraw,
    }),
  ]
}
