import { legalDay } from '@tongqu/kernel/clock'
import { command, type Definition, DownloadAnswer, Id, query } from '@tongqu/kernel/command'
import type { HostServices } from '@tongqu/kernel/host'
import { type Actor, scopeFor } from '@tongqu/kernel/identity'
import { findPaper, paperFile, shownPaper, tellOfPaper, withdrawPaper } from '@tongqu/kernel/paper'
import { isRefusal } from '@tongqu/kernel/refusal'
import { Type } from 'typebox'
import { givenSent, ofDeclaration } from '../declaration/example.ts'
import { declarationRefusals } from '../declaration/refusals.ts'
import { findDeclaration } from '../declaration/store.ts'
import * as contract from './contract.ts'
import { offered } from './offered.ts'
import { type Printing, printPaper } from './print.ts'

const READ = 'customs.paper.read'
const PRINT = 'customs.paper.print'
const FULL = 'customs.paper.full'
const DOMAIN = 'customs'

type Outputs = never[]
const subject = (outputs: Outputs) => ({ declaration: ofDeclaration(outputs).id, kind: 'invoice' })
const printed = { call: 'customs.paper.print', input: subject }
const last = (outputs: readonly { readonly id: string }[]) => ({ id: outputs.at(-1)!.id })

const REFUSALS = [
  'declaration.not_found',
  'paper.needs_subject',
  'paper.order_not_found',
  'paper.order_needed',
  'paper.not_of_this',
  'paper.too_large',
  'paper.busy',
]

/** Calls on papers printed of declarations and orders. */
export function paperCalls(printing: Printing, call: HostServices['call']): Definition[] {
  const { services } = printing
  return [
    query({
      name: 'customs.paper.list',
      verb: 'print list',
      summary: { zh: '可印的单据，与已印发的单据', en: 'Papers that can be printed, and those that were' },
      permission: READ,
      input: contract.OfSubject,
      output: contract.Offered,
      refusals: REFUSALS.slice(0, 3),
      example: {
        given: [...givenSent, printed],
        input: (outputs: Outputs) => ({ declaration: ofDeclaration(outputs).id }),
      },
      handle: (work, asked) => offered(work, printing, asked, legalDay(work.now)),
    }),
    command({
      name: 'customs.paper.print',
      verb: 'print <kind>',
      summary: {
        zh: '印制合同、发票、装箱单、报关单或申报清单；证件号码隐去',
        en: 'Print a contract, invoice, packing list, declaration or retail list; identity numbers withheld',
      },
      permission: PRINT,
      callsPerMinute: 60,
      input: contract.Print,
      output: contract.Printed,
      refusals: REFUSALS,
      example: { given: [...givenSent], input: subject },
      async handle(work, input) {
        const row = await printPaper(work, printing, input, false)
        return isRefusal(row) ? row : shownPaper(work, services, row)
      },
    }),
    command({
      name: 'customs.paper.full',
      verb: 'print --full <kind>',
      summary: {
        zh: '印制单据，含证件号码；记入审计',
        en: 'Print a paper with identity numbers; the audit says who did',
      },
      permission: FULL,
      // Identity numbers are opened under this scope alone; whose paper it is, is decided below.
      unsafeScope: 'system',
      callsPerMinute: 60,
      input: contract.PrintFull,
      output: contract.Printed,
      refusals: REFUSALS,
      example: {
        given: [...givenSent],
        input: (outputs: Outputs) => ({ declaration: ofDeclaration(outputs).id, kind: 'list' }),
      },
      async handle(work, input) {
        const found = await findDeclaration(work.tx, input.declaration)
        if (!found || (scopeFor(work.actor, FULL) === 'own' && found.party_id !== work.actor.party))
          return declarationRefusals.refuse(
            'declaration.not_found',
            { id: input.declaration },
            '/declaration',
          )
        const row = await printPaper(work, printing, input, true)
        if (isRefusal(row)) return row
        tellOfPaper(work, row)
        return shownPaper(work, services, row)
      },
    }),
    query({
      name: 'customs.paper.fetch',
      verb: 'print fetch <id>',
      summary: { zh: '取回已印发的单据', en: 'Fetch a printed paper again, byte for byte' },
      permission: READ,
      download: true,
      input: contract.OfPaper,
      output: DownloadAnswer,
      refusals: ['paper.not_found'],
      example: { given: [...givenSent, printed], input: last },
      async handle(work, { id }) {
        const row = await findPaper(work, DOMAIN, id)
        if (isRefusal(row)) return row
        if (row.is_full) {
          // A query changes nothing: that somebody has the numbers is a command of its own, done before they are given.
          const told = await tell(call, id, work.actor)
          if (told) return told
        }
        return paperFile(services, row)
      },
    }),
    command({
      name: 'customs.paper.told',
      summary: {
        zh: '记录取得含证件号码的单据',
        en: 'Keep in the audit who had a paper with identity numbers',
      },
      permission: FULL,
      input: contract.OfPaper,
      output: Type.Object({ id: Id }),
      refusals: ['paper.not_found'],
      example: { given: [...givenSent, printed], input: last },
      async handle(work, { id }) {
        const row = await findPaper(work, DOMAIN, id)
        if (isRefusal(row)) return row
        tellOfPaper(work, row)
        return { id }
      },
    }),
    command({
      name: 'customs.paper.withdraw',
      verb: 'print withdraw <id>',
      summary: {
        zh: '撤回已印发的单据，说明理由',
        en: 'Withdraw a printed paper, with the reason that its checkers read',
      },
      permission: PRINT,
      input: contract.Withdraw,
      output: Type.Object({ id: Id }),
      refusals: ['paper.not_found'],
      example: {
        given: [...givenSent, printed],
        input: (outputs: readonly { readonly id: string }[]) => ({ ...last(outputs), reason: '金额有误' }),
      },
      async handle(work, { id, reason }) {
        const row = await findPaper(work, DOMAIN, id)
        return isRefusal(row) ? row : withdrawPaper(work, row, reason)
      },
    }),
  ]
}

/** @returns why the caller may not have it */
async function tell(call: HostServices['call'], id: string, actor: Actor) {
  const told = await call('customs.paper.told', { id }, actor)
  return told.kind === 'refused' ? told.refusal : undefined
}
