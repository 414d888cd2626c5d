import { closed, NoInput, query } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { invariants, verifyLedger } from '../store/verify.ts'

const COUNTS = `
  select (select count(*) from ledger.account)::int as accounts, (select count(*) from ledger.transfer)::int as transfers,
    (select count(*) from ledger.hold where status = 'pending')::int as "openHolds"`

export const verifyBook = query({
  name: 'ledger.book.verify',
  verb: 'ledger verify',
  summary: {
    zh: '核验账簿：借贷守恒、余额等于流水、预留等于未了、限额未破',
    en: 'Verify the books: conservation, balances equal transfers, pending equals open holds, limits kept',
  },
  permission: 'ledger.book.verify',
  input: NoInput,
  output: closed({
    accounts: Type.Integer(),
    transfers: Type.Integer(),
    openHolds: Type.Integer(),
    invariants: Type.Array(Type.String()),
    faults: Type.Array(closed({ invariant: Type.String(), at: Type.String(), found: Type.String() })),
  }),
  // Conservation is over everybody's accounts; what is found names ids and sums, no party.
  unsafeScope: 'system',
  example: { input: {} },
  async handle(work) {
    const [counts] = await work.query<{ accounts: number; transfers: number; openHolds: number }>(COUNTS)
    return { ...counts!, invariants: [...invariants], faults: await verifyLedger(work.tx) }
  },
  view: ({ accounts, transfers, openHolds, invariants: checked, faults }) => [
    {
      facts: [
        [{ zh: '账户', en: 'Accounts' }, accounts],
        [{ zh: '转账', en: 'Transfers' }, transfers],
        [{ zh: '未了预留', en: 'Open holds' }, openHolds],
        [{ zh: '已核验的不变量', en: 'Invariants checked' }, checked.length],
      ],
    },
    {
      table: {
        columns: [
          { title: { zh: '不变量', en: 'Invariant' } },
          { title: { zh: '所在', en: 'At' } },
          { title: { zh: '发现', en: 'Found' } },
        ],
        rows: faults.map(({ invariant, at, found }) => [invariant, at, found]),
        none: { zh: '账簿无误', en: 'The books are right' },
      },
    },
  ],
})
