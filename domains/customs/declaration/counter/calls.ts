import { closed, command, type Definition, Id, NoInput, query, uploadFields } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { Gateway, HeldReceipts, HeldReceiptsRead } from '../contract.ts'
import type { Desk } from '../env.ts'
import { heldReceipts } from '../read-store.ts'
import { declarationRefusals } from '../refusals.ts'
import { heldText, splitKey } from '../view.ts'
import { keepArrivals, MAX_ENVELOPE } from './arrive.ts'
import { askTurn } from './ask.ts'
import * as gateway from './gateway-store.ts'
import * as store from './store.ts'

const MANAGE = 'customs.counter.manage'
const Reason = closed({ reason: Type.String({ minLength: 2, maxLength: 300 }) })

/** Calls on the way to the counter: messages that come in by HTTP, held receipts, opening and shutting. */
export function counterCalls(desk: Desk): Definition[] {
  return [
    command({
      name: 'customs.counter.deliver',
      summary: {
        zh: '送入海关报文（回执）',
        en: 'Deliver a message of the customs: its envelope as the body',
      },
      permission: 'customs.counter.deliver',
      upload: { maxBytes: MAX_ENVELOPE },
      input: closed({ ...uploadFields }),
      output: Type.Object({ sm3: Type.String(), isNew: Type.Boolean() }),
      // What comes in belongs to nobody until it is read.
      unsafeScope: 'system',
      callsPerMinute: 60_000,
      example: {
        input: { name: 'receipt.xml' },
        content: '<DxpMsg xmlns="http://www.chinaport.gov.cn/dxp"/>',
      },
      async handle(work, { sm3, bytes, type, name }) {
        const isNew = (await keepArrivals(work, desk, [{ sm3, bytes, type, name: name.slice(0, 200) }])) > 0
        if (isNew) await askTurn(work)
        return { sm3, isNew }
      },
    }),
    query({
      name: 'customs.receipt.held',
      summary: { zh: '无法生效的回执', en: 'Receipts that could not be applied, each with its reason' },
      permission: 'customs.declaration.read',
      input: HeldReceipts,
      output: HeldReceiptsRead,
      verb: 'declare held',
      example: { input: {} },
      async handle(work, { after, limit = 100 }) {
        const rows = await heldReceipts(work.tx, after, limit)
        return {
          receipts: rows.map(({ id, kind, key, status, time, info, reason, held_at: at }) => ({
            id,
            kind,
            key: splitKey(key),
            status,
            time,
            ...(info !== null && { info }),
            reason,
            text: heldText(reason),
            at: at.toISOString(),
          })),
        }
      },
    }),
    query({
      name: 'customs.counter.status',
      summary: { zh: '对外通道', en: 'The gateway to the counter' },
      permission: MANAGE,
      input: NoInput,
      output: Gateway,
      verb: 'declare gateway',
      example: { input: {} },
      async handle(work) {
        const row = await gateway.gatewayRow(work.tx)
        const publicKey = await desk.counter.publicKey()
        return {
          isOpen: await gateway.isGatewayOpen(work.tx),
          reason: row?.reason ?? '',
          unknown: await gateway.countUnknown(work.tx),
          ...(desk.counter.gateway && { name: desk.counter.gateway.name }),
          ...(publicKey && { publicKey }),
        }
      },
    }),
    command({
      name: 'customs.counter.shut',
      summary: { zh: '关闭对外通道', en: 'Shut the gateway: nothing goes out or is read' },
      permission: MANAGE,
      input: Reason,
      output: Gateway,
      example: { input: { reason: '例行维护' } },
      async handle(work, { reason }) {
        await gateway.setGateway(work.tx, { isOpen: false, reason, at: work.now, by: work.actor.account })
        work.emit({ type: 'customs.counter.shut', data: { reason } })
        return { isOpen: false, reason, unknown: await gateway.countUnknown(work.tx) }
      },
    }),
    command({
      name: 'customs.counter.open',
      summary: {
        zh: '核对后开启对外通道',
        en: 'Open the gateway, after reconciling what a backup could not know',
      },
      permission: MANAGE,
      input: Reason,
      output: Gateway,
      example: { input: { reason: '已与海关核对' } },
      async handle(work, { reason }) {
        // What was packed before the backup may have been sent after it: a person decides, one by one or all.
        if (!(await gateway.isGatewayOpen(work.tx))) await gateway.doubtBeforeRestore(work.tx)
        await gateway.setGateway(work.tx, { isOpen: true, reason, at: work.now, by: work.actor.account })
        work.emit({ type: 'customs.counter.opened', data: { reason } })
        await askTurn(work)
        return { isOpen: true, reason, unknown: await gateway.countUnknown(work.tx) }
      },
    }),
    command({
      name: 'customs.receipt.settle',
      summary: { zh: '处理搁置的回执', en: 'Say that a held receipt was dealt with, and how' },
      permission: 'customs.receipt.settle',
      input: closed({ id: Id, reason: Type.String({ minLength: 2, maxLength: 300 }) }),
      output: Type.Object({ id: Type.String() }),
      refusals: ['declaration.not_found'],
      example: {
        given: [
          {
            call: 'customs.receipt.take',
            input: {
              message: '00000000-0000-7000-8000-000000000000',
              kind: 'CEB622',
              name: 'example',
              addressees: [],
              receipts: [{ kind: 'CEB621', key: 'nobody', status: '120', time: '20261123120000000' }],
            },
          },
          { call: 'customs.receipt.held', input: {} },
        ],
        input: (outputs: readonly { receipts: readonly { id: string }[] }[]) => ({
          id: outputs[1]!.receipts[0]!.id,
          reason: '已电话核实',
        }),
      },
      async handle(work, { id, reason }) {
        if (!(await store.settleHeld(work.tx, id, work.now)))
          return declarationRefusals.refuse('declaration.not_found', { id }, '/id')
        work.emit({ type: 'customs.receipt.settled', data: { id, reason } })
        return { id }
      },
    }),
  ]
}
