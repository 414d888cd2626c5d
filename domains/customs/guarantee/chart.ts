/* Accounts of a guarantee, all in CNY: what is left of it, what of it is called upon, and whence it was given. */

/** ISO 4217: the ledger's number of renminbi. */
export const CNY = 156

/** Codes of the ledger's accounts; a code, once used, keeps its meaning. */
export const GUARANTEE_ACCOUNTS = { left: 301, due: 302, given: 303 } as const
/** Codes of transfers beside those of covers. */
export const GUARANTEE_MOVES = { raised: 303, lowered: 304 } as const
