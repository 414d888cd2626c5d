import type { Shown } from '@tongqu/kernel/command'
import type { Text } from '@tongqu/kernel/text'
import type { Static } from 'typebox'
import { inUnit } from '../amount.ts'
import type * as contract from '../contract.ts'
import type { ShownAccount } from '../store/account-list.ts'
import type { Balances } from '../store/balances.ts'
import { type Limit, standingOf } from '../store/standing.ts'
import { instantOf } from '../store/time.ts'

/** Values of the engine as the contract has them. */

type Of<S extends keyof typeof contract> = Static<(typeof contract)[S]>

export function balancesShown(balances: Balances): Of<'Balances'> {
  return {
    debits_pending: balances.debits_pending.toString(),
    debits_posted: balances.debits_posted.toString(),
    credits_pending: balances.credits_pending.toString(),
    credits_posted: balances.credits_posted.toString(),
  }
}

export function standingShown(balances: Balances, limit: Limit, scale: number): Of<'Standing'> {
  const { side, balance, held, coming, available } = standingOf(balances, limit)
  return {
    side,
    balance: inUnit(balance, scale),
    held: inUnit(held, scale),
    coming: inUnit(coming, scale),
    ...(available !== undefined && { available: inUnit(available, scale) }),
  }
}

/** Balances in pieces, and what they come to. */
export function stoodShown(balances: Balances, { limit, unit }: Pick<ShownAccount, 'limit' | 'unit'>) {
  return { balances: balancesShown(balances), standing: standingShown(balances, limit, unit.scale) }
}

export function headShown({ balances: _, openedAt, ...account }: ShownAccount) {
  return { ...account, openedAt: instantShown(openedAt) }
}

export function accountShown(account: ShownAccount): Of<'Account'> {
  return { ...headShown(account), ...stoodShown(account.balances, account) }
}

export function instantShown(timestamp: bigint): string {
  return instantOf(timestamp).toISOString()
}

// For people at a terminal --------------------------------------------------------------------------------

export const heading = {
  account: { zh: '账户', en: 'Account' },
  name: { zh: '名称', en: 'Name' },
  record: { zh: '对应记录', en: 'Stands for' },
  party: { zh: '主体', en: 'Party' },
  unit: { zh: '单位', en: 'Unit' },
  limit: { zh: '限制', en: 'Limit' },
  balance: { zh: '余额', en: 'Balance' },
  held: { zh: '待出', en: 'Held' },
  coming: { zh: '待入', en: 'Coming' },
  available: { zh: '可用', en: 'Available' },
  debit: { zh: '借方', en: 'Debit' },
  credit: { zh: '贷方', en: 'Credit' },
  why: { zh: '事由', en: 'Why' },
  at: { zh: '时间（北京时间）', en: 'At (UTC+8)' },
  upTo: { zh: '截至', en: 'Up to' },
  more: {
    zh: '还有更多；以 --after 接着最后一行列出',
    en: 'There is more: go on after the last line with --after',
  },
} as const satisfies Record<string, Text>

const SIDES = { debit: { zh: '借', en: 'Dr' }, credit: { zh: '贷', en: 'Cr' } } as const

/** `贷 120.00`, `120.00 Cr` */
export function balanceText({ side, balance }: Of<'Standing'>): Text {
  return { zh: `${SIDES[side].zh} ${balance}`, en: `${balance} ${SIDES[side].en}` }
}

export const limitText: Readonly<Record<Limit, Text>> = {
  none: { zh: '无', en: 'none' },
  debits: { zh: '不得透支（借方不超过贷方）', en: 'no overdraft (debits do not exceed credits)' },
  credits: { zh: '不得超发（贷方不超过借方）', en: 'no over-issue (credits do not exceed debits)' },
}

/** `人民币 CNY`; of a unit that a domain opened its name with its number. */
export function unitText({ kind, code, number, name }: Of<'Unit'>): Text {
  const mark = kind === 'currency' ? code : `#${number}`
  return { zh: `${name.zh} ${mark}`, en: `${name.en} ${mark}` }
}

/** An account by its name, else by the record it stands for, else by its id. */
export function refText({ id, label, record }: Of<'AccountRef'>): Shown {
  return label ?? record ?? id
}

/** To the second, in the time of the law (UTC+8): `2026-03-31 23:59:59`. */
export function atText(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
