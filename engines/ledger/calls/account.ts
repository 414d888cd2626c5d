import { closed, Id, Instant, query } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { ledgerRefusals } from '../refusals.ts'
import { knownNow } from '../store/balances.ts'
import { ACCOUNT_COLUMNS, type AccountRow, accountOf } from '../store/columns.ts'
import { unsafeSeeingAll } from '../store/sight.ts'
import { statementOf } from '../store/statement.ts'
import { instantOf, nanoseconds } from '../store/time.ts'
import { Amount, BalancesShape, balancesShown, Timestamp } from './shapes.ts'

const AccountShape = closed({
  id: Id,
  party: Id,
  ledger: Type.Integer(),
  code: Type.Integer(),
  flags: Type.Integer(),
  /** The shard whose writer changes it; empty: row locks. */
  writer: Type.String(),
  balances: BalancesShape,
})

const LIST = `
  select ${ACCOUNT_COLUMNS} from ledger.account
  where ($1::int is null or ledger = $1) and ($2::uuid is null or id > $2) order by id limit $3`
const PAGE = 200

export const listAccounts = query({
  name: 'ledger.account.list',
  verb: 'ledger accounts',
  summary: { zh: '账户及余额', en: 'Accounts and their balances' },
  permission: 'ledger.account.read',
  input: closed({
    ledger: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Go on after this account. */
    after: Type.Optional(Id),
  }),
  output: closed({ accounts: Type.Array(AccountShape), more: Type.Boolean() }),
  example: { input: {} },
  async handle(work, { ledger, after }) {
    const rows = await work.query<AccountRow>(LIST, [ledger ?? null, after ?? null, PAGE + 1])
    const accounts = rows.slice(0, PAGE).map(row => ({
      id: row.id,
      party: row.party_id,
      ledger: row.ledger,
      code: row.code,
      flags: row.flags,
      writer: row.writer,
      balances: balancesShown(accountOf(row)),
    }))
    return { accounts, more: rows.length > PAGE }
  },
})

const Kind = Type.Union([
  Type.Literal('transfer'),
  Type.Literal('hold'),
  Type.Literal('post'),
  Type.Literal('void'),
  Type.Literal('expiry'),
])

const FIND = 'select ledger, code from ledger.account where id = $1'
/** Before every transfer. */
const EVER = '1970-01-01T00:00:00Z'

export const accountStatement = query({
  name: 'ledger.account.statement',
  verb: 'ledger statement <account>',
  summary: {
    zh: '对账单：期初、逐笔变动、期末，按时点与已知位置',
    en: 'Statement: opening, every change, closing; as at an instant, as known at a position',
  },
  permission: 'ledger.account.read',
  input: closed({
    account: Id,
    /** After this instant; absent: from the beginning. */
    from: Type.Optional(Instant),
    /** True at this instant; absent: now. */
    asAt: Type.Optional(Instant),
    /** As known at this position of the event log; absent: now. */
    knownAt: Type.Optional(Type.Integer({ minimum: 0 })),
    most: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000 })),
  }),
  output: closed({
    account: Id,
    ledger: Type.Integer(),
    code: Type.Integer(),
    from: Instant,
    asAt: Instant,
    knownAt: Type.Integer(),
    opening: BalancesShape,
    lines: Type.Array(
      closed({
        kind: Kind,
        at: Instant,
        timestamp: Timestamp,
        id: Id,
        side: Type.Union([Type.Literal('debit'), Type.Literal('credit')]),
        counter_account_id: Id,
        amount: Amount,
        code: Type.Integer(),
        balances: BalancesShape,
      }),
    ),
    closing: BalancesShape,
    more: Type.Boolean(),
  }),
  refusals: ['ledger.account_unknown'],
  example: {
    given: [{ call: 'ledger.account.open', input: { ledger: 156, code: 1, limit: 'debits' } }],
    input: ([opened]: readonly { id: string }[]) => ({ account: opened!.id }),
  },
  async handle(work, { account, from = EVER, asAt, knownAt, most = 1000 }) {
    const [known] = await work.query<{ ledger: number; code: number }>(FIND, [account])
    if (!known) return ledgerRefusals.refuse('ledger.account_unknown', { account }, '/account')
    const to = asAt ?? work.now.toISOString()
    const { found, position } = await unsafeSeeingAll(work.tx, async () => {
      const position = knownAt ?? (await knownNow(work.tx))
      const at = { at: endOf(to), knownAt: position }
      return { found: await statementOf(work.tx, account, endOf(from), at, { most }), position }
    })
    return {
      account,
      ...known,
      from,
      asAt: to,
      knownAt: position,
      opening: balancesShown(found.opening),
      lines: found.lines.map(({ balances, amount, timestamp, ...line }) => ({
        ...line,
        at: instantOf(timestamp).toISOString(),
        timestamp: timestamp.toString(),
        amount: amount.toString(),
        balances: balancesShown(balances),
      })),
      closing: balancesShown(found.closing),
      more: found.more,
    }
  },
})

/** The last nanosecond of an instant's millisecond: what the clock calls that time happened up to it. */
function endOf(instant: string): bigint {
  return nanoseconds(new Date(instant)) + 999_999n
}
