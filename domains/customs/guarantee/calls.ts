import { command, type Definition, query } from '@tongqu/kernel/command'
import { yuan } from '../cover/decimal.ts'
import { coverRefusals } from '../cover/refusals.ts'
import { movesOf } from '../cover/statement.ts'
import * as contract from './contract.ts'
import { exampleGuarantee, firstId, givenGuarantee } from './example.ts'
import * as service from './service.ts'
import { findGuarantee } from './store.ts'

const READ = 'customs.guarantee.read'
const MANAGE = 'customs.guarantee.manage'
const ADMIT = 'customs.guarantee.admit'
type Made = readonly { readonly id: string; readonly party: string }[]
const admitted = ([made]: Made) => ({ id: made!.id, party: made!.party })

/** Calls on guarantees. */
export function guaranteeCalls(): Definition[] {
  return [
    command({
      name: 'customs.guarantee.register',
      summary: { zh: '登记税款担保', en: 'Register a guarantee of taxes that the customs have accepted' },
      permission: MANAGE,
      input: contract.RegisterGuarantee,
      output: contract.Guarantee,
      refusals: [
        'cover.party_unknown',
        'cover.bad_amount',
        'cover.days_crossed',
        'guarantee.taken',
        'ledger.unit_unknown',
      ],
      verb: 'guarantee register',
      example: { input: exampleGuarantee('BH-REGISTER') },
      handle: service.register,
    }),
    command({
      name: 'customs.guarantee.change',
      summary: { zh: '增减担保金额或延长期限', en: 'Raise, lower or extend a guarantee' },
      permission: MANAGE,
      input: contract.ChangeGuarantee,
      output: contract.Guarantee,
      refusals: ['guarantee.not_found', 'guarantee.in_use', 'cover.bad_amount', 'cover.days_crossed'],
      verb: 'guarantee change <id>',
      example: {
        given: [givenGuarantee('BH-CHANGE')],
        input: (made: readonly { id: string }[]) => ({
          ...firstId(made),
          amount: '150000',
          reason: '旺季增加',
        }),
      },
      handle: service.change,
    }),
    command({
      name: 'customs.guarantee.admit',
      summary: { zh: '同意他人使用担保', en: 'Admit a party to one’s guarantee' },
      permission: ADMIT,
      input: contract.AdmitTo,
      output: contract.Admitted,
      refusals: ['guarantee.not_found', 'cover.party_unknown', 'cover.not_owner'],
      verb: 'guarantee admit <id> <party>',
      example: { given: [givenGuarantee('BH-ADMIT')], input: admitted },
      handle: (work, input) => service.admit(work, input, true),
    }),
    command({
      name: 'customs.guarantee.dismiss',
      summary: { zh: '不再同意他人使用担保', en: 'Admit a party to one’s guarantee no longer' },
      permission: ADMIT,
      input: contract.AdmitTo,
      output: contract.Admitted,
      refusals: ['guarantee.not_found', 'cover.party_unknown', 'cover.not_owner'],
      verb: 'guarantee dismiss <id> <party>',
      example: { given: [givenGuarantee('BH-DISMISS')], input: admitted },
      handle: (work, input) => service.admit(work, input, false),
    }),
    query({
      name: 'customs.guarantee.list',
      summary: { zh: '担保列表：余额、占用、待缴', en: 'Guarantees: what is left, held and called upon' },
      permission: READ,
      input: contract.ListGuarantees,
      output: contract.GuaranteeList,
      verb: 'guarantee list',
      example: { given: [givenGuarantee('BH-LIST')], input: {} },
      handle: service.list,
    }),
    query({
      name: 'customs.guarantee.read',
      summary: { zh: '一份担保及可使用的企业', en: 'A guarantee and who may draw on it' },
      permission: READ,
      input: contract.ReadGuarantee,
      output: contract.GuaranteeRead,
      refusals: ['guarantee.not_found'],
      verb: 'guarantee read <id>',
      example: { given: [givenGuarantee('BH-READ')], input: firstId },
      handle: service.read,
    }),
    query({
      name: 'customs.guarantee.statement',
      summary: { zh: '担保对账单，逐笔到清单', en: 'Statement of a guarantee, each movement with its list' },
      permission: READ,
      input: contract.GuaranteeStatement,
      output: contract.Moves,
      refusals: ['guarantee.not_found'],
      verb: 'guarantee statement <id>',
      example: { given: [givenGuarantee('BH-STATEMENT')], input: firstId },
      async handle(work, { id, ...asked }) {
        if (!(await findGuarantee(work.tx, id))) return coverRefusals.refuse('guarantee.not_found', {}, '/id')
        return movesOf(work, id, asked, yuan)
      },
    }),
  ]
}
