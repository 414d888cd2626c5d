import { command, type Definition, query } from '@tongqu/kernel/command'
import { OfDeclaration } from '../contract.ts'
import type { Desk } from '../env.ts'
import { givenDraft, givenSent, ofDeclaration } from '../example.ts'
import {
  GivenFields,
  Matched,
  MessageRead,
  OfFields,
  OfMessage,
  OfOrders,
  OrdersDeclared,
} from './contract.ts'
import { givenFields } from './fields.ts'
import { matchOf } from './match.ts'
import { readMessage } from './message.ts'
import { ordersDeclared } from './orders.ts'

type Outputs = readonly { readonly [name: string]: unknown }[]
const read = { call: 'customs.declaration.read', input: ofDeclaration }
const messageOf = (outputs: Outputs) => {
  const { records } = outputs.at(-1) as { records: readonly { message?: string }[] }
  return { id: records.find(record => record.message)?.message ?? NO_MESSAGE }
}
const NO_MESSAGE = '00000000-0000-7000-8000-000000000000'

/** Calls that the page of a declaration makes beside those on declarations. */
export function pageCalls(desk: Desk): Definition[] {
  return [
    query({
      name: 'customs.declaration.fields',
      summary: {
        zh: '可以补填或改正的字段及其现值',
        en: 'Fields that can be given or corrected, with what stands there now',
      },
      permission: 'customs.declaration.write',
      input: OfFields,
      output: GivenFields,
      refusals: ['declaration.not_found', 'declaration.no_such_order'],
      example: { given: [...givenDraft], input: ofDeclaration },
      handle: givenFields,
    }),
    query({
      name: 'customs.declaration.match',
      summary: { zh: '三单比对', en: 'Order, payment, waybill and list beside each other' },
      permission: 'customs.declaration.read',
      input: OfDeclaration,
      output: Matched,
      refusals: ['declaration.not_found'],
      example: { given: [...givenSent], input: ofDeclaration },
      handle: (work, { id }) => matchOf(work, desk, id),
    }),
    query({
      name: 'customs.declaration.ofOrders',
      summary: { zh: '方案中各订单的申报', en: 'Which orders of a plan are declared, and how they stand' },
      permission: 'customs.declaration.read',
      input: OfOrders,
      output: OrdersDeclared,
      example: {
        given: [...givenSent],
        input: (outputs: Outputs) => ({ plan: String(outputs[2]!.id), orders: ['R-1'] }),
      },
      handle: (work, input) => ordersDeclared(work.tx, input),
    }),
    query({
      name: 'customs.message.read',
      summary: { zh: '查看报文（证件号码已遮盖）', en: 'See a message, its identity numbers hidden' },
      permission: 'customs.message.read',
      input: OfMessage,
      output: MessageRead,
      refusals: ['counter.message_not_found'],
      verb: 'declare message <id>',
      example: { given: [...givenSent, read], input: messageOf },
      handle: (work, { id }) => readMessage(work, desk, id, false),
    }),
    // A command, so that the audit says who has seen the numbers.
    command({
      name: 'customs.message.open',
      summary: {
        zh: '查看报文全文（记入审计）',
        en: 'See a message with its identity numbers; the audit says who did',
      },
      permission: 'customs.message.open',
      input: OfMessage,
      output: MessageRead,
      refusals: ['counter.message_not_found'],
      example: { given: [...givenSent, read], input: messageOf },
      handle: (work, { id }) => readMessage(work, desk, id, true),
    }),
  ]
}
