import { command, type Definition, query } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { cancel, sendBack } from './apply.ts'
import { arrived } from './arrived.ts'
import { bookCall } from './book.ts'
import * as contract from './contract.ts'
import { counterCalls } from './counter/calls.ts'
import { takeReceipts } from './counter/take.ts'
import { declarantCalls } from './declarant/calls.ts'
import { demonstrationDeclarants } from './declarant/demonstration.ts'
import type { Desk } from './env.ts'
import {
  exampleProfile,
  givenDraft,
  givenPlan,
  givenReleased,
  givenSent,
  ofDeclaration,
  ofPlan,
} from './example.ts'
import { pageCalls } from './page/calls.ts'
import * as reading from './read.ts'
import * as service from './service.ts'
import { listView, readView, statusView } from './terminal.ts'

const READ = 'customs.declaration.read'
const WRITE = 'customs.declaration.write'
const OF_PLAN = [
  'declaration.plan_not_found',
  'declaration.plan_not_done',
  'declaration.no_declarant',
  'declaration.no_such_order',
]
const ACT = ['declaration.not_found', 'declaration.no_declarant', 'declaration.not_possible']
const Named = Type.Object({ id: Type.String() })

/** Calls on declarations. */
export function declarationCalls(desk: Desk): Definition[] {
  return [
    ...declarantCalls(exampleProfile),
    demonstrationDeclarants(desk.services, exampleProfile as never),
    query({
      name: 'customs.declaration.prepare',
      summary: { zh: '申报前所缺的资料', en: 'What the declarations of a plan still need' },
      permission: READ,
      input: contract.Prepare,
      output: contract.Prepared,
      refusals: OF_PLAN,
      verb: 'declare prepare <plan>',
      example: { given: [...givenPlan], input: ofPlan },
      handle: (work, input) => reading.prepare(work, desk, input),
    }),
    command({
      name: 'customs.declaration.submit',
      summary: { zh: '按方案申报', en: 'Declare the orders of a plan' },
      permission: WRITE,
      input: contract.OfPlan,
      output: contract.Submitted,
      refusals: OF_PLAN,
      verb: 'declare submit <plan>',
      example: { given: [...givenPlan], input: ofPlan },
      handle: service.submit,
    }),
    query({
      name: 'customs.declaration.list',
      summary: {
        zh: '申报列表：等待、逾时、被退的及应做的事',
        en: 'Declarations: what waits, is late or was refused, and what to do',
      },
      permission: READ,
      input: contract.List,
      output: contract.Listed,
      verb: 'declare list',
      view: listView,
      example: { given: [...givenSent], input: { what: 'waiting' } },
      handle: (work, input) => reading.list(work, desk, input),
    }),
    query({
      name: 'customs.declaration.status',
      summary: { zh: '申报的进展', en: 'How declarations stand, by state' },
      permission: READ,
      input: contract.Status,
      output: contract.StatusRead,
      verb: 'declare status',
      view: statusView,
      example: { input: {} },
      handle: (work, input) => reading.status(work, desk, input),
    }),
    query({
      name: 'customs.declaration.read',
      summary: { zh: '一份申报及其时间线', en: 'A declaration with its records and timeline' },
      permission: READ,
      input: contract.OfDeclaration,
      output: contract.DeclarationRead,
      refusals: ['declaration.not_found'],
      verb: 'declare read <id>',
      view: readView,
      example: { given: [...givenSent], input: ofDeclaration },
      handle: (work, input) => reading.read(work, desk, input),
    }),
    command({
      name: 'customs.declaration.amend',
      summary: {
        zh: '补填或改正后重新申报',
        en: 'Give what is missing or correct what was refused, and declare again',
      },
      permission: WRITE,
      input: contract.Amend,
      output: Named,
      refusals: [
        ...ACT,
        'declaration.no_such_order',
        'declaration.unknown_field',
        'declaration.bad_value',
        'declaration.still_missing',
        'declaration.key_taken',
        'declaration.not_covered',
      ],
      verb: 'declare amend <id>',
      example: {
        given: [...givenDraft],
        input: (outputs: never[]) => ({ ...ofDeclaration(outputs), fields: { buyerPhone: '13900000000' } }),
      },
      handle: (work, input) => service.amend(work, desk, input),
    }),
    command({
      name: 'customs.declaration.resend',
      summary: { zh: '重新发送', en: 'Send again what the counter may not have' },
      permission: WRITE,
      input: contract.OfDeclaration,
      output: Type.Object({ id: Type.String(), records: Type.Integer() }),
      refusals: ACT,
      verb: 'declare resend <id>',
      example: { given: [...givenSent], input: ofDeclaration },
      handle: service.resend,
    }),
    command({
      name: 'customs.declaration.arrived',
      summary: { zh: '查明已送达，等待回执', en: 'Say that it has arrived: its answer is waited for' },
      permission: WRITE,
      input: contract.Reasoned,
      output: Type.Object({ id: Type.String(), records: Type.Integer() }),
      refusals: ACT,
      verb: 'declare arrived <id>',
      example: {
        given: [...givenSent],
        input: (outputs: never[]) => ({ ...ofDeclaration(outputs), reason: '海关窗口已查到' }),
      },
      handle: arrived,
    }),
    command({
      name: 'customs.declaration.cancel',
      summary: { zh: '撤回或申请撤销', en: 'Withdraw, or apply for cancelling' },
      permission: WRITE,
      input: contract.Reasoned,
      output: Named,
      refusals: [...ACT, 'declaration.no_list_number', 'declaration.still_missing', 'declaration.by_person'],
      verb: 'declare cancel <id>',
      example: {
        given: [...givenDraft],
        input: (outputs: never[]) => ({ ...ofDeclaration(outputs), reason: '买家取消订单' }),
      },
      handle: (work, input) => cancel(work, desk, input),
    }),
    command({
      name: 'customs.declaration.return',
      summary: { zh: '申请退货', en: 'Apply for sending goods back' },
      permission: WRITE,
      input: contract.Return,
      output: Named,
      refusals: [
        ...ACT,
        'declaration.no_list_number',
        'declaration.still_missing',
        'declaration.return_too_late',
        'declaration.no_such_line',
      ],
      verb: 'declare return <id>',
      example: {
        given: [...givenReleased],
        input: (outputs: never[]) => ({ ...ofDeclaration(outputs), reason: '买家退货' }),
      },
      handle: (work, input) => sendBack(work, desk, input),
    }),
    bookCall(desk),
    ...pageCalls(desk),
    ...counterCalls(desk),
    takeReceipts(desk),
  ]
}
