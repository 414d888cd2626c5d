export { type Account, AccountFlags, type NewAccount } from './account.ts'
export { type AccountStatus, accountCodes, type Code } from './account-codes.ts'
export { Books, type Changes } from './books.ts'
export { createAccounts, createTransfers, expireHolds, type Result } from './machine.ts'
export {
  AMOUNT_MAX,
  type Hold,
  type HoldStatus,
  MAX_ID,
  type NewTransfer,
  NIL_ID,
  type Transfer,
  TransferFlags,
  wholeTransfer,
} from './transfer.ts'
export {
  isTransient,
  type TransferCode,
  type TransferRefusal,
  type TransferStatus,
  transferCodes,
} from './transfer-codes.ts'
