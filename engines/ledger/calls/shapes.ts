import { Bilingual, closed } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import type { Balances } from '../store/balances.ts'

/** A whole number of the unit's smallest pieces; text, for it may exceed what JSON's readers keep exact. */
export const Amount = Type.String({ pattern: '^-?\\d{1,19}$' })

export const BalancesShape = closed({
  debits_pending: Amount,
  debits_posted: Amount,
  credits_pending: Amount,
  credits_posted: Amount,
})

/** A unit of account. */
export const Unit = closed({
  number: Type.Integer({ description: "TigerBeetle's ledger" }),
  kind: Type.String(),
  code: Type.String(),
  scale: Type.Integer({ description: 'Decimal places of one whole' }),
  name: Bilingual,
})

/** Nanoseconds since 1970, UTC. */
export const Timestamp = Type.String({ pattern: '^\\d{1,19}$', description: 'Nanoseconds since 1970, UTC' })

export function balancesShown(balances: Balances) {
  return {
    debits_pending: balances.debits_pending.toString(),
    debits_posted: balances.debits_posted.toString(),
    credits_pending: balances.credits_pending.toString(),
    credits_posted: balances.credits_posted.toString(),
  }
}
