import { closed, command, Id } from '@tongqu/kernel/command'
import { isRefusal } from '@tongqu/kernel/refusal'
import { Type } from 'typebox'
import { AccountFlags } from '../machine/index.ts'
import { accountCodesRefused, accountRefused, ledgerRefusals } from '../refusals.ts'
import { openAccounts } from '../store/open.ts'

const LIMITS = {
  none: 0,
  debits: AccountFlags.debits_must_not_exceed_credits,
  credits: AccountFlags.credits_must_not_exceed_debits,
} as const

const PARTY = 'select 1 from kernel.party where id = $1'

export const openAccount = command({
  name: 'ledger.account.open',
  summary: { zh: '开户', en: 'Open an account' },
  permission: 'ledger.account.open',
  input: closed({
    /** Made by the caller: asking again with it opens nothing twice. Absent: made here. */
    id: Type.Optional(Id),
    /** Whose it is; absent: the caller's own party. */
    party: Type.Optional(Id),
    ledger: Type.Integer({ minimum: 1, maximum: 0x7fff_ffff, description: 'Unit of account' }),
    code: Type.Integer({ minimum: 1, maximum: 65535, description: 'Kind of account' }),
    limit: Type.Union([Type.Literal('none'), Type.Literal('debits'), Type.Literal('credits')], {
      description:
        'debits: they must not exceed the credits (no overdraft); credits: the reverse (no over-issue)',
    }),
  }),
  output: closed({ id: Id }),
  refusals: [
    'ledger.party_unknown',
    'ledger.account_elsewhere',
    'ledger.unit_unknown',
    'ledger.unit_not_in_use',
    ...accountCodesRefused,
  ],
  example: { input: { ledger: 156, code: 1, limit: 'debits' } },
  async handle(work, { id = work.newId(), party = work.actor.party, ledger, code, limit }) {
    const known = party && (await work.query(PARTY, [party]))
    if (!known || known.length === 0) return ledgerRefusals.refuse('ledger.party_unknown', {}, '/party')
    const results = await openAccounts(work, [{ id, party_id: party, ledger, code, flags: LIMITS[limit] }])
    if (isRefusal(results)) return results
    const { status } = results[0]!
    if (status === 'exists') return { id }
    if (status !== 'created') return accountRefused(status, id)
    work.emit({
      type: 'ledger.account.opened',
      record: `ledger.account/${id}`,
      data: { id, party, ledger, code, limit },
    })
    return { id }
  },
})
