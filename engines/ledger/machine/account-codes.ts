/** A code, its number in TigerBeetle, and what it means. */
export interface Code {
  readonly code: number
  readonly zh: string
  readonly en: string
}

/**
 * Why an account was not created, in order of precedence: where several apply, the first is answered. Names and
 * numbers are TigerBeetle's (`create_accounts`). Those about fields that nobody can hand in here do not apply:
 * 3, 4, 9 to 12 and, of imported events, 22 to 26.
 */
export const accountCodes = {
  linked_event_failed: { code: 1, zh: '同链中另一个失败', en: 'another of its chain failed' },
  linked_event_chain_open: {
    code: 2,
    zh: '链未结束',
    en: 'the last of the batch says that the chain goes on',
  },
  reserved_flag: { code: 5, zh: '标志位不被支持', en: 'a flag that is not supported' },
  id_must_not_be_zero: { code: 6, zh: '编号不得为空', en: 'the id must not be nil' },
  id_must_not_be_int_max: { code: 7, zh: '编号不得全为一', en: 'the id must not be all ones' },
  exists_with_different_flags: { code: 15, zh: '账户已存在，标志不同', en: 'exists with other flags' },
  exists_with_different_user_data_128: {
    code: 16,
    zh: '账户已存在，附注 128 不同',
    en: 'exists with another user_data_128',
  },
  exists_with_different_user_data_64: {
    code: 17,
    zh: '账户已存在，附注 64 不同',
    en: 'exists with another user_data_64',
  },
  exists_with_different_user_data_32: {
    code: 18,
    zh: '账户已存在，附注 32 不同',
    en: 'exists with another user_data_32',
  },
  exists_with_different_ledger: { code: 19, zh: '账户已存在，记账单位不同', en: 'exists in another ledger' },
  exists_with_different_code: { code: 20, zh: '账户已存在，科目不同', en: 'exists with another code' },
  exists: { code: 21, zh: '同样的账户已存在', en: 'the same account exists' },
  flags_are_mutually_exclusive: { code: 8, zh: '标志互相排斥', en: 'the flags exclude each other' },
  ledger_must_not_be_zero: { code: 13, zh: '缺记账单位', en: 'the ledger is missing' },
  code_must_not_be_zero: { code: 14, zh: '缺科目代码', en: 'the code is missing' },
} as const satisfies Record<string, Code>

export type AccountStatus = keyof typeof accountCodes | 'created'
