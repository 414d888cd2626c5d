import { command, type Definition, query } from '@tongqu/kernel/command'
import { inWhole } from '../cover/decimal.ts'
import { coverRefusals } from '../cover/refusals.ts'
import { movesOf } from '../cover/statement.ts'
import type { Rulebook } from '../rules/of-packs.ts'
import { QUANTITY_SCALE } from './chart.ts'
import * as contract from './contract.ts'
import { bookCountCalls } from './count-calls.ts'
import { exampleBook, givenBook, givenLines, linesOfFirst } from './example.ts'
import { addLines } from './lines.ts'
import * as service from './service.ts'
import { findLine } from './store.ts'

const READ = 'customs.book.read'
const MANAGE = 'customs.book.manage'
const ADMIT = 'customs.book.admit'
const ADMITTING = ['book.not_found', 'cover.party_unknown', 'cover.not_owner']
type Made = readonly { readonly id: string; readonly party: string }[]
const firstId = ([made]: Made) => ({ id: made!.id })
const admitted = ([made]: Made) => ({ id: made!.id, party: made!.party })

/** Calls on bonded books, by the rules of an installation's packs. */
export function bookCalls(rules: Rulebook): Definition[] {
  return [
    command({
      name: 'customs.book.register',
      summary: { zh: '登记保税账册', en: 'Register a bonded book' },
      permission: MANAGE,
      input: contract.RegisterBook,
      output: contract.Book,
      refusals: ['cover.party_unknown', 'cover.days_crossed', 'book.taken', 'book.unknown_kind'],
      verb: 'book register',
      example: { input: exampleBook('T4701A000001') },
      handle: (work, input) => service.register(work, rules, input),
    }),
    command({
      name: 'customs.book.addLines',
      summary: { zh: '登记账册商品项', en: 'Enter lines into a book' },
      permission: MANAGE,
      input: contract.AddLines,
      output: contract.Added,
      refusals: ['book.not_found', 'book.line_taken', 'book.more_than_most', 'ledger.unit_differs'],
      verb: 'book lines <book>',
      example: { given: [givenBook('T4701A000002')], input: linesOfFirst },
      handle: addLines,
    }),
    command({
      name: 'customs.book.admit',
      summary: { zh: '同意他人使用账册', en: 'Admit a party to one’s book' },
      permission: ADMIT,
      input: contract.AdmitToBook,
      output: contract.AdmittedToBook,
      refusals: ADMITTING,
      verb: 'book admit <id> <party>',
      example: { given: [givenBook('T4701A000003')], input: admitted },
      handle: (work, input) => service.admit(work, input, true),
    }),
    command({
      name: 'customs.book.dismiss',
      summary: { zh: '不再同意他人使用账册', en: 'Admit a party to one’s book no longer' },
      permission: ADMIT,
      input: contract.AdmitToBook,
      output: contract.AdmittedToBook,
      refusals: ADMITTING,
      verb: 'book dismiss <id> <party>',
      example: { given: [givenBook('T4701A000004')], input: admitted },
      handle: (work, input) => service.admit(work, input, false),
    }),
    query({
      name: 'customs.book.list',
      summary: { zh: '账册列表', en: 'Bonded books' },
      permission: READ,
      input: contract.ListBooks,
      output: contract.BookList,
      verb: 'book list',
      example: { given: [givenBook('T4701A000005')], input: {} },
      handle: service.list,
    }),
    query({
      name: 'customs.book.read',
      summary: { zh: '账册及其商品项的结余，按时点', en: 'A book with its lines, as at an instant' },
      permission: READ,
      input: contract.ReadBook,
      output: contract.BookRead,
      refusals: ['book.not_found'],
      verb: 'book read <id>',
      example: { given: givenLines('T4701A000006'), input: firstId },
      handle: service.read,
    }),
    query({
      name: 'customs.book.statement',
      summary: { zh: '商品项对账单，逐笔到清单', en: 'Statement of a line, each movement with its list' },
      permission: READ,
      input: contract.BookStatement,
      output: contract.BookMoves,
      refusals: ['book.line_not_found'],
      verb: 'book statement <line>',
      example: {
        given: givenLines('T4701A000007'),
        input: (made: readonly { readonly lines: readonly { readonly id: string }[] }[]) => ({
          line: made[1]!.lines[0]!.id,
        }),
      },
      async handle(work, { line, ...asked }) {
        if (!(await findLine(work.tx, line))) return coverRefusals.refuse('book.line_not_found', {}, '/line')
        return movesOf(work, line, asked, amount => inWhole(amount, QUANTITY_SCALE))
      },
    }),
    ...bookCountCalls(),
  ]
}
