import type * as ledger from '@tongqu/ledger/contract'
import type { Static, TSchema } from 'typebox'

type Of<S extends TSchema> = Static<S>

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
