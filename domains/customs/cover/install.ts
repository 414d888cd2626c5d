import { command, type Definition, NoInput } from '@tongqu/kernel/command'
import type { Text } from '@tongqu/kernel/text'
import { nameCodes } from '@tongqu/ledger'
import { Type } from 'typebox'
import { BOOK_ACCOUNTS, BOOK_MOVES, UNIT_KIND } from '../book/chart.ts'
import { GUARANTEE_ACCOUNTS, GUARANTEE_MOVES } from '../guarantee/chart.ts'
import { CODES } from './moves.ts'
import { MOVE_NAMES } from './statement.ts'

const OWNER = 'customs.cover'
const name = (zh: string, en: string): Text => ({ zh, en })

const GUARANTEES: Readonly<Record<number, Text>> = {
  [GUARANTEE_ACCOUNTS.left]: name('担保余额', 'guarantee, left'),
  [GUARANTEE_ACCOUNTS.due]: name('待缴税款', 'taxes due'),
  [GUARANTEE_ACCOUNTS.given]: name('担保来源', 'guarantee, given'),
}
const BOOKS: Readonly<Record<number, Text>> = {
  [BOOK_ACCOUNTS.line]: name('账册项结余', 'line of a book'),
  [BOOK_ACCOUNTS.in]: name('入区来源', 'came in'),
  [BOOK_ACCOUNTS.out]: name('出区去向', 'went out'),
  [BOOK_ACCOUNTS.found]: name('盘点差异', 'count differences'),
}

const moves = (codes: readonly number[]) => Object.fromEntries(codes.map(code => [code, MOVE_NAMES[code]!]))

/** Names the codes of guarantees and books for those who read the ledger's own pages; done at each start. */
export function installCall(): Definition {
  return command({
    name: 'customs.cover.install',
    summary: { zh: '登记担保与账册的科目名称', en: 'Name the accounts of guarantees and books' },
    permission: 'customs.cover.install',
    input: NoInput,
    output: Type.Object({}),
    refusals: ['ledger.code_taken'],
    example: { input: {} },
    async handle(work) {
      const { guarantee, book } = CODES
      const money = moves([guarantee.out.out, guarantee.out.back, ...Object.values(GUARANTEE_MOVES)])
      const goods = moves([
        ...Object.values(book.out),
        ...Object.values(book.in),
        ...Object.values(BOOK_MOVES),
      ])
      return (
        (await nameCodes(work, { owner: OWNER, kind: 'currency', accounts: GUARANTEES, transfers: money })) ??
        (await nameCodes(work, { owner: OWNER, kind: UNIT_KIND, accounts: BOOKS, transfers: goods })) ??
        {}
      )
    },
  })
}
