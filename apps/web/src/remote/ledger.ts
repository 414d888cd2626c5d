import type * as ledger from '@tongqu/ledger/contract'
import type { Static, TSchema } from 'typebox'

type Of<S extends TSchema> = Static<S>

/** Calls of the ledger that read. */
export interface LedgerQueries {
  'ledger.unit.list': { input: Of<typeof ledger.ListUnits>; answer: Of<typeof ledger.UnitList> }
  'ledger.account.list': { input: Of<typeof ledger.ListAccounts>; answer: Of<typeof ledger.AccountList> }
  'ledger.account.read': { input: Of<typeof ledger.AccountId>; answer: Of<typeof ledger.AccountDetail> }
  'ledger.account.statement': { input: Of<typeof ledger.AskStatement>; answer: Of<typeof ledger.Statement> }
  'ledger.hold.list': { input: Of<typeof ledger.ListHolds>; answer: Of<typeof ledger.HoldList> }
  'ledger.transfer.find': { input: Of<typeof ledger.TransferId>; answer: Of<typeof ledger.TransfersFound> }
  'ledger.period.list': { input: Of<typeof ledger.ListPeriods>; answer: Of<typeof ledger.PeriodList> }
}

/** Calls of the ledger that change something. */
export interface LedgerCommands {
  'ledger.account.open': { input: Of<typeof ledger.OpenAccount>; answer: { id: string } }
  'ledger.period.close': { input: Of<typeof ledger.ClosePeriod>; answer: Of<typeof ledger.Period> }
}

export type Account = Of<typeof ledger.Account>
export type AccountDetail = Of<typeof ledger.AccountDetail>
export type AccountRef = Of<typeof ledger.AccountRef>
export type Standing = Of<typeof ledger.Standing>
export type Statement = Of<typeof ledger.Statement>
export type StatementLine = Of<typeof ledger.StatementLine>
export type Unit = Of<typeof ledger.Unit>
export type LedgerHold = Of<typeof ledger.Hold>
export type LedgerTransfer = Of<typeof ledger.Transfer>
export type HoldStatus = Of<typeof ledger.HoldStatus>
export type Period = Of<typeof ledger.Period>
export type OpenAccount = Of<typeof ledger.OpenAccount>
