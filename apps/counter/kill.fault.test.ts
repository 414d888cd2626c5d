import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testFolder } from '@tongqu/tools/test/folder'
import { expect, it } from 'vitest'
import { receiptOf } from './testing/desk.ts'
import { envelopeOf, messageOf, orderOf } from './testing/messages.ts'

const root = await testFolder()
const MESSAGES = 600

/** The counter as a process of its own on the folders of the test. */
function started(): ChildProcess {
  const main = join(import.meta.dirname, 'testing', 'process.ts')
  return spawn(process.execPath, [main, root], { stdio: 'ignore' })
}

const ended = (child: ChildProcess) => new Promise<void>(done => child.once('exit', () => done()))
const receipts = () => readdirSync(join(root, 'out')).filter(name => name.endsWith('.xml'))

it('a counter that is killed again and again answers every order once it is left alone, and takes none twice', async () => {
  for (const name of ['in', 'out']) mkdirSync(join(root, name))
  for (let serial = 1; serial <= MESSAGES; serial++) {
    const path = join(root, 'in', `${serial}.xml`)
    writeFileSync(
      `${path}.part`,
      envelopeOf(`M${serial}`, 'CEB311Message', messageOf('CEB311', orderOf(serial))),
    )
    renameSync(`${path}.part`, path)
  }
  let kills = 0
  // Each time a little later in its work: by what lies in the folders, not by the clock.
  for (const [waiting, answered] of [
    [MESSAGES - 1, 0],
    [MESSAGES / 2, 0],
    [0, 1],
    [0, MESSAGES],
  ] as const) {
    const child = started()
    const exit = ended(child)
    await expect
      .poll(() => readdirSync(join(root, 'in')).length <= waiting && receipts().length >= answered, {
        timeout: 20_000,
        interval: 2,
      })
      .toBe(true)
    if (child.kill('SIGKILL')) kills += 1
    await exit
  }
  await ended(started())
  expect(kills).toBe(4)
  expect(readdirSync(join(root, 'in'))).toEqual([])
  const found = new Map<string, string[]>()
  for (const name of receipts()) {
    const { status, values } = receiptOf(readFileSync(join(root, 'out', name), 'utf8'))
    found.set(values.orderNo!, [...(found.get(values.orderNo!) ?? []), status].sort())
  }
  const wrong = [...found].filter(([, statuses]) => statuses.join() !== '120,2')
  expect([found.size, wrong]).toEqual([MESSAGES, []])
}, 60_000)
