import { query } from '@tongqu/kernel/command'
import { isRefusal } from '@tongqu/kernel/refusal'
import { AccountDetail, AccountId, AccountList, ListAccounts } from '../contract.ts'
import { ledgerRefusals } from '../refusals.ts'
import { accountPage, findAccount, pageOfAccounts } from '../store/account-list.ts'
import { ownParty } from './own-party.ts'
import { accountShown, atText, balanceText, heading, instantShown, limitText, unitText } from './show.ts'
import { whichUnit } from './which-unit.ts'

const PAGE = 200

export const listAccounts = query({
  name: 'ledger.account.list',
  verb: 'ledger accounts',
  summary: { zh: '账户及余额', en: 'Accounts and their balances' },
  permission: 'ledger.account.read',
  input: ListAccounts,
  output: AccountList,
  refusals: ['ledger.unit_unknown', 'ledger.unit_ambiguous'],
  example: { input: {} },
  async handle(work, { unit: named, limit = PAGE, party, sort, after, ...filter }) {
    const page = accountPage({ sort, after })
    if (isRefusal(page)) return page
    const unit = named === undefined ? undefined : await whichUnit(work, named)
    if (isRefusal(unit)) return unit
    const wanted = { ...filter, unit: unit?.number, party: party ?? (await ownParty(work)) }
    const { accounts, next } = await pageOfAccounts(work.tx, wanted, page, limit)
    return { accounts: accounts.map(accountShown), ...(next !== undefined && { next }) }
  },
  view: ({ accounts, next }) => [
    {
      table: {
        columns: [
          { title: heading.account },
          { title: heading.name },
          { title: heading.party },
          { title: heading.unit },
          { title: heading.balance, right: true },
          { title: heading.held, right: true },
          { title: heading.available, right: true },
        ],
        rows: accounts.map(account => [
          account.id,
          account.label ?? account.codeName ?? account.record,
          account.partyName,
          unitText(account.unit),
          balanceText(account.standing),
          account.standing.held,
          account.standing.available,
        ]),
        none: { zh: '没有账户', en: 'There is no account' },
      },
    },
    ...(next === undefined ? [] : [{ note: moreFrom(next) }]),
  ],
})

const moreFrom = (next: string) => ({
  zh: `还有更多；以 --after "${next}" 接着列出`,
  en: `There is more: go on with --after "${next}"`,
})

const FLOOR = 'select max(at) as at from ledger.snapshot where account_id = $1'

export const readAccount = query({
  name: 'ledger.account.read',
  verb: 'ledger account <account>',
  summary: {
    zh: '账户的单位、限制、四项余额与可用',
    en: 'An account: unit, limit, four balances, what is available',
  },
  permission: 'ledger.account.read',
  input: AccountId,
  output: AccountDetail,
  refusals: ['ledger.account_unknown'],
  example: {
    given: [{ call: 'ledger.account.open', input: { unit: 'CNY', code: 1, limit: 'debits' } }],
    input: ([opened]: readonly { id: string }[]) => ({ account: opened!.id }),
  },
  async handle(work, { account: id }) {
    const account = await findAccount(work.tx, id)
    if (!account) return ledgerRefusals.refuse('ledger.account_unknown', { account: id }, '/account')
    const [floor] = await work.query<{ at: string | null }>(FLOOR, [id])
    const closedUpTo = floor?.at ? instantShown(BigInt(floor.at)) : undefined
    return { ...accountShown(account), ...(closedUpTo && { closedUpTo }) }
  },
  view: account => [
    {
      facts: [
        [heading.account, account.id],
        [heading.name, account.label],
        [{ zh: '科目', en: 'Kind' }, account.codeName],
        [heading.record, account.record],
        [heading.party, account.partyName ?? account.party],
        [heading.unit, unitText(account.unit)],
        [heading.limit, limitText[account.limit]],
        [{ zh: '专管', en: 'Writer' }, account.writer || undefined],
        [{ zh: '开户', en: 'Opened' }, atText(account.openedAt)],
        [{ zh: '已结账至', en: 'Closed up to' }, account.closedUpTo && atText(account.closedUpTo)],
        [{ zh: '状态', en: 'State' }, account.isClosed ? { zh: '已关闭', en: 'closed' } : undefined],
        [heading.balance, balanceText(account.standing)],
        [heading.held, account.standing.held],
        [heading.coming, account.standing.coming],
        [heading.available, account.standing.available],
      ],
    },
  ],
})
