import { command, type Definition } from '@tongqu/kernel/command'
import type { Desk } from '../../declaration/env.ts'
import * as contract from './contract.ts'
import { bondedOf, givenBonded, givenBondedBook } from './example.ts'
import { correctBonded, declareBonded } from './service.ts'

const WRITE = 'customs.declaration.write'
const REFUSALS = [
  'declaration.party_needed',
  'declaration.no_declarant',
  'book.not_found',
  'book.line_not_found',
]

/** Calls on bonded lists. Once declared they are declarations as all others. */
export function bondedCalls(desk: Desk): Definition[] {
  return [
    command({
      name: 'customs.bonded.declare',
      summary: { zh: '申报保税核注清单', en: 'Declare goods into a bonded book or out of it' },
      permission: WRITE,
      input: contract.DeclareBonded,
      output: contract.BondedDeclared,
      refusals: REFUSALS,
      verb: 'bonded declare <book>',
      example: { given: givenBondedBook('T4701D000001'), input: bondedOf('T4701D000001') },
      handle: (work, input) => declareBonded(work, desk, input),
    }),
    command({
      name: 'customs.bonded.correct',
      summary: { zh: '改正核注清单后重新申报', en: 'Correct a bonded list and declare it again' },
      permission: WRITE,
      input: contract.CorrectBonded,
      output: contract.BondedDeclared,
      refusals: [
        ...REFUSALS,
        'declaration.not_found',
        'declaration.not_possible',
        'declaration.still_missing',
        'declaration.key_taken',
        'declaration.not_covered',
      ],
      verb: 'bonded correct <id>',
      example: {
        given: givenBonded('T4701D000002'),
        input: (made: readonly { readonly id: string }[]) => ({
          id: made[3]!.id,
          ...bondedOf('T4701D000002', '2'),
        }),
      },
      handle: (work, input) => correctBonded(work, desk, input),
    }),
  ]
}
