import { command, type Definition, query } from '@tongqu/kernel/command'
import * as contract from './contract.ts'
import * as counts from './count.ts'
import { countOfFirst, givenCount, givenLines } from './example.ts'

const READ = 'customs.book.read'
const APPROVE = 'customs.book.approve'
const ENDING = ['book_count.not_found', 'book_count.ended', 'book_count.same_person']
const third = (made: readonly { readonly id: string }[]) => ({ id: made[2]!.id })

/** Calls on counts of a book. */
export function bookCountCalls(): Definition[] {
  return [
    command({
      name: 'customs.book.count',
      summary: { zh: '登记账册盘点', en: 'Enter a count of a book' },
      permission: 'customs.book.count',
      input: contract.CountBook,
      output: contract.BookCount,
      refusals: ['book.not_found', 'book.line_not_found', 'book.line_taken'],
      verb: 'book count <book>',
      example: { given: givenLines('T4701B000001'), input: countOfFirst },
      handle: counts.count,
    }),
    command({
      name: 'customs.book.approveCount',
      summary: { zh: '审核盘点，差异记入账册', en: 'Agree to a count: its differences are entered' },
      permission: APPROVE,
      input: contract.EndCount,
      output: contract.BookCount,
      refusals: [...ENDING, 'book_count.held', 'book_count.stale'],
      verb: 'book approve <id>',
      example: { given: givenCount('T4701B000002'), input: third },
      handle: counts.approve,
    }),
    command({
      name: 'customs.book.rejectCount',
      summary: { zh: '退回盘点', en: 'Reject a count' },
      permission: APPROVE,
      input: contract.EndCount,
      output: contract.BookCount,
      refusals: ENDING,
      verb: 'book reject <id>',
      example: { given: givenCount('T4701B000003'), input: third },
      handle: counts.reject,
    }),
    query({
      name: 'customs.book.counts',
      summary: { zh: '账册的盘点', en: 'Counts of a book, the newest first' },
      permission: READ,
      input: contract.ListCounts,
      output: contract.CountList,
      verb: 'book counts <book>',
      example: {
        given: givenCount('T4701B000004'),
        input: ([book]: readonly { readonly id: string }[]) => ({ book: book!.id }),
      },
      handle: counts.list,
    }),
  ]
}
