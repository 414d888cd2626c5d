import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { exampleBookOf } from '@tongqu/customs/declaration/example'
import { keysIn, TestCounter } from '@tongqu/customs/declaration/testing'
import { testFolder } from '@tongqu/tools/test/folder'
import { skipUnless } from '@tongqu/tools/test/needs'
import { expect, onTestFinished, test } from 'vitest'
import { submitBook, traderOf } from './testing/declaring.ts'
import { Product, runs } from './testing/product.ts'

const folder = await testFolder()
const data = join(folder, 'data')
const ORDERS = 60
/** Enough for PostgreSQL's cluster and its log, and little more. */
const ROOM = '200m'

function isDone(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).status === 0
}

/** The data folder on a disk of its own, in memory. */
function mounted(): boolean {
  mkdirSync(data, { recursive: true })
  return isDone('mount', '-t', 'tmpfs', '-o', `size=${ROOM},mode=0700`, 'tongqu', data)
}
const isMounted = process.platform === 'linux' && process.getuid?.() === 0 && mounted()
skipUnless(isMounted, 'no right to mount a disk')

/** Takes all the room that is left, to the last block. */
function fill(): () => void {
  const filler = join(data, 'filler')
  for (const size of [1 << 20, 4096]) {
    const chunk = Buffer.alloc(size, 1)
    try {
      for (;;) appendFileSync(filler, chunk)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  return () => rmSync(filler)
}

const order = (n: number) =>
  (JSON.parse(exampleBookOf(n, { orderNo: `F-${n}` })) as { orders: unknown[] }).orders[0]

interface Status {
  readonly states: readonly { readonly state: string; readonly declarations: number }[]
  readonly held: number
}

test('a full disk refuses clearly and loses nothing; with room again everything is declared once and released', async () => {
  onTestFinished(() => void isDone('umount', '-l', data))
  const counter = new TestCounter(join(folder, 'counter'))
  const settings = { TONGQU_DATA: data, TONGQU_COUNTER: `folder:${counter.dir}` }
  let product = await Product.start(settings)
  const signedIn = traderOf(product)
  let caller = await signedIn(product)
  const id = await submitBook(
    caller,
    Array.from({ length: ORDERS }, (_, n) => order(n)),
  )

  const seen = new Map<string, number>()
  const answer = async () => {
    const messages = await counter.out()
    for (const message of messages) {
      for (const key of keysIn(message))
        seen.set(`${message.type} ${key}`, (seen.get(`${message.type} ${key}`) ?? 0) + 1)
      await counter.answer(message, '2')
      await counter.answer(message, message.type === 'CEB621Message' ? '800' : '120')
    }
    return messages.length
  }
  const lying = async () => (await readdir(join(counter.dir, 'in')).catch(() => [])).length

  // The supports are out: the disk fills up before their receipts come.
  for (let out = 0; out < 3; ) {
    await pause(50)
    out = (await counter.out(false)).length
  }
  const empty = fill()
  await answer()
  const came = await lying()
  const refused = await caller.upload('late.json', Buffer.alloc(1 << 20, 32)).catch(error => String(error))
  console.log(`refused on the full disk with ${refused.slice(0, 120)}`)
  expect(refused).toContain('file.no_room')
  // Several turns of the counter go by.
  await pause(5000)
  // Whatever was put away was kept: nothing could be.
  expect(await lying()).toBe(came)
  const during = await caller.post<Status>('customs.declaration.status', { plan: id })
  console.log(
    `reading meanwhile: ${during.status}; the server ${product.err === '' ? 'said nothing' : 'logged faults'}`,
  )
  expect(during.status).toBe(200)

  empty()
  const ended = await Promise.race([product.ended, pause(1000, 'up')])
  if (ended !== 'up') {
    console.log(`the server had ended with ${ended}`)
    product = await Product.start(settings)
    caller = await signedIn(product)
  }
  const status = () => caller.must<Status>('customs.declaration.status', { plan: id })
  const released = ({ states }: Status) => states.find(each => each.state === 'released')?.declarations ?? 0
  while (released(await status()) < ORDERS) {
    await answer()
    await pause(300)
  }
  const end = await status()
  expect(end.states).toEqual([{ state: 'released', declarations: ORDERS }])
  expect(end.held).toBe(0)
  expect(seen.size).toBe(ORDERS * 4)
  expect([...seen.values()].every(times => times === 1)).toBe(true)
  const verified = await runs('apps/cli/main.ts', ['audit', 'verify'], settings)
  expect(verified.status, verified.out + verified.err).toBe(0)
}, 180_000)
