import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { exampleBookOf } from '@tongqu/customs/declaration/example'
import { keysIn, TestCounter } from '@tongqu/customs/declaration/testing'
import { testFolder } from '@tongqu/tools/test/folder'
import { expect, test } from 'vitest'
import { submitBook, traderOf } from './testing/declaring.ts'
import { Product } from './testing/product.ts'

const folder = await testFolder()
const ORDERS = 250
const KILLS = 6

const order = (n: number) =>
  (JSON.parse(exampleBookOf(n, { orderNo: `K-${n}` })) as { orders: unknown[] }).orders[0]

interface Status {
  readonly states: readonly { readonly state: string; readonly declarations: number }[]
  readonly held: number
}

test('a server killed again and again between keeping and declaring loses nothing and declares nothing twice', async () => {
  const settings = { TONGQU_DATA: join(folder, 'data') }
  const counter = new TestCounter(join(folder, 'data/counter'))
  let product = await Product.start(settings)
  const signedIn = traderOf(product)
  let caller = await signedIn(product)
  const id = await submitBook(
    caller,
    Array.from({ length: ORDERS }, (_, n) => order(n)),
  )

  /** How often each record was handed over, by kind and key. */
  const seen = new Map<string, number>()
  const answer = async () => {
    const messages = await counter.out()
    for (const message of messages) {
      for (const key of keysIn(message)) {
        const name = `${message.type} ${key}`
        seen.set(name, (seen.get(name) ?? 0) + 1)
      }
      await counter.answer(message, '2')
      await counter.answer(message, message.type === 'CEB621Message' ? '800' : '120')
    }
    return messages.length
  }
  const status = () => caller.must<Status>('customs.declaration.status', { plan: id })
  const released = ({ states }: Status) => states.find(each => each.state === 'released')?.declarations ?? 0

  const killedAt: string[] = []
  for (let kills = 0; kills < KILLS; kills++) {
    // Killed at another moment each time: a message out, one answered, receipts half read.
    for (let tries = 0; (await answer()) === 0 && tries < 100; tries++) await pause(20)
    await pause(kills * 60)
    await product.stop('SIGKILL')
    killedAt.push(`${seen.size} records out`)
    product = await Product.start(settings)
    caller = await signedIn(product)
  }
  while (released(await status()) < ORDERS) {
    await answer()
    await pause(400)
  }
  const end = await status()
  console.log(
    `killed at ${killedAt.join(', ')}; handed over again: ${[...seen.values()].filter(n => n > 1).length}`,
  )
  expect(end.states).toEqual([{ state: 'released', declarations: ORDERS }])
  expect(end.held).toBe(0)
  // Three supports and a list each, under their own keys and no others.
  expect(seen.size).toBe(ORDERS * 4)
  const lists = [...seen.keys()].filter(name => name.startsWith('CEB621Message'))
  expect(lists).toHaveLength(ORDERS)
}, 300_000)
