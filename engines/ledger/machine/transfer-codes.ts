import type { Code } from './account-codes.ts'

/** A code of a transfer; `transient`: asked again later it could be answered otherwise, so its id is burnt. */
export interface TransferCode extends Code {
  readonly transient?: true
}

/**
 * Why a transfer was not created, in order of precedence: where several apply, the first is answered. Names,
 * numbers and order are TigerBeetle's (`create_transfers`). Imported events are not supported, so 3 and 56 to 63
 * do not apply; 18 (amount_must_not_be_zero) was withdrawn there, so a transfer of zero moves nothing and succeeds.
 */
export const transferCodes = {
  linked_event_failed: { code: 1, zh: '同链中另一笔失败', en: 'another of its chain failed' },
  linked_event_chain_open: {
    code: 2,
    zh: '链未结束',
    en: 'the last of the batch says that the chain goes on',
  },
  reserved_flag: { code: 4, zh: '标志位不被支持', en: 'a flag that is not supported' },
  id_must_not_be_zero: { code: 5, zh: '编号不得为空', en: 'the id must not be nil' },
  id_must_not_be_int_max: { code: 6, zh: '编号不得全为一', en: 'the id must not be all ones' },
  exists_with_different_flags: {
    code: 36,
    zh: '编号已用于标志不同的一笔',
    en: 'the id exists with other flags',
  },
  exists_with_different_pending_id: {
    code: 40,
    zh: '编号已用于另一笔预留的处理',
    en: 'the id exists with another pending_id',
  },
  exists_with_different_timeout: {
    code: 44,
    zh: '编号已用于时限不同的一笔',
    en: 'the id exists with another timeout',
  },
  exists_with_different_debit_account_id: {
    code: 37,
    zh: '编号已用于借方不同的一笔',
    en: 'the id exists with another debit account',
  },
  exists_with_different_credit_account_id: {
    code: 38,
    zh: '编号已用于贷方不同的一笔',
    en: 'the id exists with another credit account',
  },
  exists_with_different_amount: {
    code: 39,
    zh: '编号已用于数额不同的一笔',
    en: 'the id exists with another amount',
  },
  exists_with_different_user_data_128: {
    code: 41,
    zh: '编号已用于附注 128 不同的一笔',
    en: 'the id exists with another user_data_128',
  },
  exists_with_different_user_data_64: {
    code: 42,
    zh: '编号已用于附注 64 不同的一笔',
    en: 'the id exists with another user_data_64',
  },
  exists_with_different_user_data_32: {
    code: 43,
    zh: '编号已用于附注 32 不同的一笔',
    en: 'the id exists with another user_data_32',
  },
  exists_with_different_ledger: {
    code: 67,
    zh: '编号已用于记账单位不同的一笔',
    en: 'the id exists in another ledger',
  },
  exists_with_different_code: {
    code: 45,
    zh: '编号已用于事由不同的一笔',
    en: 'the id exists with another code',
  },
  exists: { code: 46, zh: '同样的一笔已记过', en: 'the same transfer exists' },
  id_already_failed: {
    code: 68,
    zh: '该编号此前已失败，请用新编号',
    en: 'this id has failed before; use a new one',
  },
  flags_are_mutually_exclusive: { code: 7, zh: '标志互相排斥', en: 'the flags exclude each other' },
  debit_account_id_must_not_be_zero: { code: 8, zh: '缺借方账户', en: 'the debit account is missing' },
  debit_account_id_must_not_be_int_max: {
    code: 9,
    zh: '借方账户编号不得全为一',
    en: 'the debit account must not be all ones',
  },
  credit_account_id_must_not_be_zero: { code: 10, zh: '缺贷方账户', en: 'the credit account is missing' },
  credit_account_id_must_not_be_int_max: {
    code: 11,
    zh: '贷方账户编号不得全为一',
    en: 'the credit account must not be all ones',
  },
  accounts_must_be_different: {
    code: 12,
    zh: '借贷不得为同一账户',
    en: 'debit and credit account must differ',
  },
  pending_id_must_be_zero: {
    code: 13,
    zh: '只有过账或撤销可指明预留',
    en: 'only a post or void names a hold',
  },
  pending_id_must_not_be_zero: {
    code: 14,
    zh: '过账或撤销须指明预留',
    en: 'a post or void must name its hold',
  },
  pending_id_must_not_be_int_max: {
    code: 15,
    zh: '预留编号不得全为一',
    en: 'the pending_id must not be all ones',
  },
  pending_id_must_be_different: { code: 16, zh: '不得指自身为预留', en: 'a transfer cannot resolve itself' },
  timeout_reserved_for_pending_transfer: {
    code: 17,
    zh: '只有预留可设时限',
    en: 'only a hold has a timeout',
  },
  closing_transfer_must_be_pending: {
    code: 64,
    zh: '关户须为预留',
    en: 'a closing transfer must be pending',
  },
  ledger_must_not_be_zero: { code: 19, zh: '缺记账单位', en: 'the ledger is missing' },
  code_must_not_be_zero: { code: 20, zh: '缺事由代码', en: 'the code is missing' },
  debit_account_not_found: {
    code: 21,
    zh: '无此借方账户',
    en: 'there is no such debit account',
    transient: true,
  },
  credit_account_not_found: {
    code: 22,
    zh: '无此贷方账户',
    en: 'there is no such credit account',
    transient: true,
  },
  accounts_must_have_the_same_ledger: {
    code: 23,
    zh: '两账户记账单位不同',
    en: 'the accounts are of different ledgers',
  },
  transfer_must_have_the_same_ledger_as_accounts: {
    code: 24,
    zh: '与账户的记账单位不同',
    en: 'the accounts are of another ledger',
  },
  pending_transfer_not_found: { code: 25, zh: '无此预留', en: 'there is no such hold', transient: true },
  pending_transfer_not_pending: { code: 26, zh: '所指的一笔不是预留', en: 'what it names is not a hold' },
  pending_transfer_has_different_debit_account_id: {
    code: 27,
    zh: '预留的借方不同',
    en: 'the hold has another debit account',
  },
  pending_transfer_has_different_credit_account_id: {
    code: 28,
    zh: '预留的贷方不同',
    en: 'the hold has another credit account',
  },
  pending_transfer_has_different_ledger: {
    code: 29,
    zh: '预留的记账单位不同',
    en: 'the hold is in another ledger',
  },
  pending_transfer_has_different_code: { code: 30, zh: '预留的事由不同', en: 'the hold has another code' },
  exceeds_pending_transfer_amount: { code: 31, zh: '超过预留数额', en: 'more than was held' },
  pending_transfer_has_different_amount: {
    code: 32,
    zh: '撤销须为全额',
    en: 'a void must be of the whole hold',
  },
  pending_transfer_already_posted: { code: 33, zh: '预留已过账', en: 'the hold was posted' },
  pending_transfer_already_voided: { code: 34, zh: '预留已撤销', en: 'the hold was voided' },
  pending_transfer_expired: { code: 35, zh: '预留已到期', en: 'the hold has expired' },
  debit_account_already_closed: {
    code: 65,
    zh: '借方账户已关',
    en: 'the debit account is closed',
    transient: true,
  },
  credit_account_already_closed: {
    code: 66,
    zh: '贷方账户已关',
    en: 'the credit account is closed',
    transient: true,
  },
  overflows_debits_pending: { code: 47, zh: '借方预留超出可记范围', en: 'the pending debits would overflow' },
  overflows_credits_pending: {
    code: 48,
    zh: '贷方预留超出可记范围',
    en: 'the pending credits would overflow',
  },
  overflows_debits_posted: { code: 49, zh: '借方发生额超出可记范围', en: 'the posted debits would overflow' },
  overflows_credits_posted: {
    code: 50,
    zh: '贷方发生额超出可记范围',
    en: 'the posted credits would overflow',
  },
  overflows_debits: { code: 51, zh: '借方合计超出可记范围', en: 'the debits would overflow' },
  overflows_credits: { code: 52, zh: '贷方合计超出可记范围', en: 'the credits would overflow' },
  overflows_timeout: { code: 53, zh: '到期时间超出可记范围', en: 'the time of expiry would overflow' },
  exceeds_credits: {
    code: 54,
    zh: '借方账户余额不足',
    en: 'the debits would exceed the credits',
    transient: true,
  },
  exceeds_debits: {
    code: 55,
    zh: '贷方账户额度不足',
    en: 'the credits would exceed the debits',
    transient: true,
  },
} as const satisfies Record<string, TransferCode>

export type TransferRefusal = keyof typeof transferCodes
export type TransferStatus = TransferRefusal | 'created'

/** Whether the same transfer, asked again, could be answered otherwise. */
export function isTransient(status: TransferStatus): boolean {
  return status !== 'created' && 'transient' in transferCodes[status]
}
