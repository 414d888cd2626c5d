import type { State } from '../part/StateMark.tsx'
import type { Account, AccountRef, LedgerHold, Standing, Unit } from '../remote/ledger.ts'
import { catalogue, type Language } from '../text/catalogue.ts'

const limits = catalogue({
  none: { zh: '不设限', en: 'No limit' },
  debits: { zh: '不得透支', en: 'No overdraft' },
  credits: { zh: '不得超发', en: 'No over-issue' },
})

/** What an account may not do, in words. */
export const limitName = (limit: Account['limit'], language: Language): string => limits[limit][language]

const lines = catalogue({
  transfer: { zh: '入账', en: 'Posted' },
  hold: { zh: '预留', en: 'Held' },
  post: { zh: '预留转入账', en: 'Hold posted' },
  void: { zh: '预留撤销', en: 'Hold given back' },
  expiry: { zh: '预留到期', en: 'Hold expired' },
})

/** What a line of a statement tells, in words. */
export const lineName = (kind: keyof typeof lines, language: Language): string => lines[kind][language]

const statuses = catalogue({
  pending: { zh: '预留中', en: 'Held' },
  posted: { zh: '已入账', en: 'Posted' },
  voided: { zh: '已撤销', en: 'Given back' },
  expired: { zh: '已到期', en: 'Expired' },
})

export const holdName = (status: LedgerHold['status'], language: Language): string =>
  statuses[status][language]

/** A hold's life in the console's states. */
export const holdState: Record<LedgerHold['status'], State> = {
  pending: 'waits',
  posted: 'done',
  voided: 'idle',
  expired: 'idle',
}

/** "人民币 CNY": the unit's name and its code, where that is one that people write. */
export function unitName(unit: Unit, language: Language): string {
  const name = unit.name[language]
  return unit.code.length <= 12 && unit.code !== name ? `${name} ${unit.code}` : name
}

/** What a column's head says of its unit: a currency's code; a longer name stands beside the table once. */
export const headUnit = (unit: Unit): string | undefined => (unit.kind === 'currency' ? unit.code : undefined)

/** What people call an account; the end of its id where it has no name. */
export function accountName(account: AccountRef, language: Language): string {
  return account.label?.[language] ?? `…${account.id.slice(-8)}`
}

const sides = catalogue({
  debit: { zh: '借方', en: 'debit' },
  credit: { zh: '贷方', en: 'credit' },
})

/** The side that an account is kept on. */
export const sideName = ({ side }: Standing, language: Language): string => sides[side][language]
