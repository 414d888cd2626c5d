import { Readable } from 'node:stream'
import { systemActor } from '@tongqu/kernel/identity'
import { isRefusal } from '@tongqu/kernel/refusal'
import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { exampleBookOf } from './example.ts'
import { declarationGround, trader } from './testing/ground.ts'

it('a book handed in at the command line is planned and declared for the party it names', async () => {
  const ground = await declarationGround((await testDatabase()).url)
  const { host } = ground
  onTestFinished(() => host.stop())
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute(`insert into kernel.party (id, kind, name, created_at) values ($1, 'firm', $2, $3)`, [
      trader.party,
      JSON.stringify({ zh: '示例企业', en: 'Example firm' }),
      host.clock.now(),
    ]),
  )
  const kept = await host.files.keep(Readable.from([Buffer.from(exampleBookOf(1))]), 1e6)
  if (isRefusal(kept)) throw new Error(kept.code)
  const hand = (party: string | undefined, by = systemActor('cli')) =>
    host.call('customs.declaration.book', { ...kept, name: 'b.json', date: '2026-11-23', party }, by, {
      uploaded: true,
    })
  expect(await hand(undefined)).toMatchObject({ refusal: { code: 'declaration.party_needed' } })
  expect(await hand('没有这家')).toMatchObject({ refusal: { code: 'declaration.party_needed' } })
  expect(await hand('示例企业')).toMatchObject({ kind: 'done' })
  await host.settle()
  await ground.turn()
  expect(await ground.counter.out()).toHaveLength(3)
  const { grants, ...other } = trader
  // Somebody who is signed in declares for the own party, whomever the input names.
  const stranger = { ...other, party: '00000000-0000-7000-8000-00000000000c', grants }
  expect(await hand('示例企业', stranger)).toMatchObject({ refusal: { code: 'declaration.no_declarant' } })
})
