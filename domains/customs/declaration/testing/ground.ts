import type { Host } from '@tongqu/kernel/host'
import type { Actor } from '@tongqu/kernel/identity'
import { someone, type TestHostOptions } from '@tongqu/kernel/testing'
import type { Static } from 'typebox'
import { customsHost, must, upload } from '../../testing.ts'
import type { DeclarationRead, Listed } from '../contract.ts'
import { exampleBookOf, exampleProfile } from '../example.ts'
import { TestCounter } from './counter.ts'

export const trader = someone('00000000-0000-7000-8000-00000000000a', [
  'customs.plan.*',
  'customs.declaration.*',
  'customs.declarant.*',
  'kernel.file.*',
])

/** An installation with customs and a counter that a test plays by hand. */
export interface DeclarationGround {
  readonly host: Host
  readonly counter: TestCounter
  /** Plans a book of orders, each with numbers of its own. @returns the plan's id */
  plan(orders: readonly Readonly<Record<string, unknown>>[], by?: Actor): Promise<string>
  /** Plans and submits. */
  submit(orders: readonly Readonly<Record<string, unknown>>[], by?: Actor): Promise<string>
  /** Lets jobs run until nothing is due, with one turn of the counter. */
  turn(): Promise<void>
  list(plan: string, by?: Actor): Promise<Static<typeof Listed>['declarations']>
  read(id: string, by?: Actor): Promise<Static<typeof DeclarationRead>>
}

let orders = 0

export async function declarationGround(
  url: string,
  more: Partial<TestHostOptions> = {},
): Promise<DeclarationGround> {
  const host = await customsHost(url, more)
  await must(host, 'customs.declarant.set', exampleProfile, trader)
  const turn = async () => {
    await host.database.transact({ scope: 'system' }, tx =>
      tx.execute(`select job.enqueue('customs.counter.turn', '{}', 'customs.counter.turn', null, 1)`),
    )
    await host.settle()
  }
  const plan: DeclarationGround['plan'] = async (given, by = trader) => {
    const book = { orders: given.map((each, n) => orderOf(++orders, { orderNo: `R-${n + 1}`, ...each })) }
    const file = await upload(host, by, 'book.json', Buffer.from(JSON.stringify(book)))
    const made = await must<{ id: string }>(host, 'customs.plan.create', { file, date: '2026-11-23' }, by)
    await host.settle()
    return made.id
  }
  return {
    host,
    counter: TestCounter.of(host),
    plan,
    turn,
    async submit(given, by = trader) {
      const id = await plan(given, by)
      await must(host, 'customs.declaration.submit', { plan: id }, by)
      await turn()
      return id
    },
    async list(id, by = trader) {
      const { declarations } = await must<Static<typeof Listed>>(
        host,
        'customs.declaration.list',
        { plan: id },
        by,
      )
      return [...declarations].reverse()
    },
    read: (id, by = trader) => must(host, 'customs.declaration.read', { id }, by),
  }
}

function orderOf(n: number, more: Readonly<Record<string, unknown>>): unknown {
  return (JSON.parse(exampleBookOf(n, more)) as { orders: unknown[] }).orders[0]
}
