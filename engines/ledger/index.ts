import { fileURLToPath } from 'node:url'
import type { HostServices } from '@tongqu/kernel/host'
import type { Module } from '@tongqu/kernel/module'
import { listAccounts, readAccount } from './calls/account.ts'
import { transferFigure } from './calls/figure.ts'
import { holdList } from './calls/hold.ts'
import { openAccount } from './calls/open.ts'
import { closeCall, periodList } from './calls/period.ts'
import { accountStatement } from './calls/statement.ts'
import { findTransfer } from './calls/transfer.ts'
import { unitCalls } from './calls/unit.ts'
import { verifyBook } from './calls/verify.ts'
import { ledgerBegins, ledgerFindables } from './desk/finds.ts'
import { ledgerWaits } from './desk/waits.ts'
import { accountRefusals, ledgerRefusals, transferRefusals } from './refusals.ts'
import { closeJob } from './store/close-accounts.ts'
import { expireJob } from './store/expire.ts'

export { inUnit } from './amount.ts'
export {
  type Account,
  AccountFlags,
  type AccountStatus,
  AMOUNT_MAX,
  type NewAccount,
  type NewTransfer,
  type Result,
  type Transfer,
  TransferFlags,
  type TransferStatus,
} from './machine/index.ts'
export type { TransferRefusal } from './machine/transfer-codes.ts'
export { transferRefused } from './refusals.ts'
export type { Balances } from './store/balances.ts'
export { type Chart, nameCodes } from './store/code.ts'
export { type LedgerWriter, ledgerWriter, type Posting, type PostingRun } from './store/group.ts'
export {
  accountHistory,
  accountsAsAt,
  accountsNow,
  availableOn,
  type FoundTransfer,
  lastKnown,
  type StandingAccount,
  type Turnover,
  transfersById,
  turnoverOf,
} from './store/look.ts'
export { type AccountName, nameAccounts } from './store/name.ts'
export { type OpenedAccount, openAccounts } from './store/open.ts'
export { post } from './store/post.ts'
export type { Statement, StatementLine } from './store/statement.ts'
export { type NewUnit, openUnit, type Unit, unitByCode } from './store/unit.ts'

/** The ledger's tables and what keeps them. */
export function ledgerModule({ packs }: Pick<HostServices, 'packs'>): Module {
  return {
    name: 'ledger',
    migrations: fileURLToPath(new URL('migrations', import.meta.url)),
    refusals: [ledgerRefusals, transferRefusals, accountRefusals],
    calls: [
      openAccount,
      listAccounts,
      readAccount,
      accountStatement,
      findTransfer,
      holdList,
      ...unitCalls(packs),
      closeCall,
      periodList,
      verifyBook,
    ],
    jobs: [expireJob, closeJob],
    figures: [transferFigure],
    atStart: ['ledger.unit.install'],
    finds: ledgerFindables,
    waits: ledgerWaits,
    begins: ledgerBegins,
  }
}
