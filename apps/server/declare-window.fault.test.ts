import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { exampleBookOf, exampleProfile } from '@tongqu/customs/declaration/example'
import {
  generalOrder,
  type SeenMessage,
  TestCounter,
  windowEnvelope,
} from '@tongqu/customs/declaration/testing'
import { testFolder } from '@tongqu/tools/test/folder'
import { expect, test } from 'vitest'
import { submitBook, traderOf } from './testing/declaring.ts'
import { Product } from './testing/product.ts'

const folder = await testFolder()
const ORDERS = 40
const KILLS = 4

const order = (n: number) =>
  (JSON.parse(exampleBookOf(n, { ...generalOrder, orderNo: `W-${n}` })) as { orders: unknown[] }).orders[0]

const clientNoOf = ({ xml }: SeenMessage) => /<ClientSeqNo>(?:<!\[CDATA\[)?([^<\]]*)/.exec(xml)![1]!

/** The window, which gives a declaration one number however often it is handed over. */
class Window {
  readonly handedOver = new Map<string, number>()
  readonly #numbers = new Map<string, string>()
  readonly #counter: TestCounter
  #answers = 0

  constructor(counter: TestCounter) {
    this.#counter = counter
  }

  /** Takes what lies there, and says every step up to the release. @returns how many messages lay there */
  async answer(): Promise<number> {
    const messages = await this.#counter.out()
    for (const message of messages) {
      const clientNo = clientNoOf(message)
      this.handedOver.set(clientNo, (this.handedOver.get(clientNo) ?? 0) + 1)
      const serial = String(this.#numbers.size + 1).padStart(9, '0')
      const number = this.#numbers.get(clientNo) ?? `I20261123${serial}`
      this.#numbers.set(clientNo, number)
      await this.#say({ code: '0', clientNo, number })
      const entry = `470120260${number.slice(-9)}`
      for (const [n, channel] of ['7', 'L', 'P'].entries())
        await this.#say({
          channel,
          number,
          time: `2026-11-23T11:0${n}:00`,
          ...(channel !== '7' && { entry }),
        })
    }
    return messages.length
  }

  #say(says: Parameters<typeof windowEnvelope>[0]): Promise<void> {
    return this.#counter.put(`A${++this.#answers}`, windowEnvelope(says, exampleProfile.dxpId))
  }
}

interface Status {
  readonly states: readonly { readonly state: string; readonly declarations: number }[]
  readonly held: number
}

test('customs declarations of a server killed again and again go to the window under one number each, and are released', async () => {
  const settings = { TONGQU_DATA: join(folder, 'data') }
  const window = new Window(new TestCounter(join(folder, 'data/counter')))
  let product = await Product.start(settings)
  const signedIn = traderOf(product)
  let caller = await signedIn(product)
  const id = await submitBook(
    caller,
    Array.from({ length: ORDERS }, (_, n) => order(n)),
  )
  const status = () => caller.must<Status>('customs.declaration.status', { plan: id })
  const released = ({ states }: Status) => states.find(each => each.state === 'released')?.declarations ?? 0

  for (let kills = 0; kills < KILLS; kills++) {
    // Killed at another moment each time: messages half out, some answered, numbers half read.
    for (let tries = 0; (await window.answer()) === 0 && tries < 100; tries++) await pause(20)
    await pause(kills * 70)
    await product.stop('SIGKILL')
    product = await Product.start(settings)
    caller = await signedIn(product)
  }
  while (released(await status()) < ORDERS) {
    await window.answer()
    await pause(300)
  }
  const end = await status()
  const again = [...window.handedOver.values()].filter(times => times > 1).length
  console.log(`${window.handedOver.size} declarations handed over, ${again} of them more than once`)
  expect(end.states).toEqual([{ state: 'released', declarations: ORDERS }])
  expect(end.held).toBe(0)
  // One number of ours each, and no others.
  expect(window.handedOver.size).toBe(ORDERS)
}, 300_000)
