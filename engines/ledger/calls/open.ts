import { closed, command, Id } from '@tongqu/kernel/command'
import { isRefusal } from '@tongqu/kernel/refusal'
import { OpenAccount } from '../contract.ts'
import { AccountFlags } from '../machine/index.ts'
import { accountCodesRefused, accountRefused, ledgerRefusals } from '../refusals.ts'
import { openAccounts } from '../store/open.ts'
import { isParty } from './party.ts'
import { whichUnit } from './which-unit.ts'

const LIMITS = {
  none: 0,
  debits: AccountFlags.debits_must_not_exceed_credits,
  credits: AccountFlags.credits_must_not_exceed_debits,
} as const

export const openAccount = command({
  name: 'ledger.account.open',
  summary: { zh: '开户', en: 'Open an account' },
  permission: 'ledger.account.open',
  input: OpenAccount,
  output: closed({ id: Id }),
  refusals: [
    'ledger.party_unknown',
    'ledger.account_elsewhere',
    'ledger.unit_unknown',
    'ledger.unit_ambiguous',
    'ledger.unit_not_in_use',
    ...accountCodesRefused,
  ],
  example: { input: { unit: 'CNY', code: 1, limit: 'debits' } },
  async handle(work, { id = work.newId(), party = work.actor.party, unit: named, code, limit, label }) {
    if (!party || !(await isParty(work, party)))
      return ledgerRefusals.refuse('ledger.party_unknown', {}, '/party')
    const unit = await whichUnit(work, named)
    if (isRefusal(unit)) return unit
    const account = { id, party_id: party, ledger: unit.number, code, flags: LIMITS[limit] }
    const results = await openAccounts(work, [{ ...account, ...(label && { label }) }])
    if (isRefusal(results)) return results
    const { status } = results[0]!
    if (status === 'exists') return { id }
    if (status !== 'created') return accountRefused(status, id)
    work.emit({
      type: 'ledger.account.opened',
      record: `ledger.account/${id}`,
      data: { id, party, ledger: unit.number, code, limit },
    })
    return { id }
  },
})
