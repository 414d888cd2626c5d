import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { declarationGround, trader } from '../declaration/testing/ground.ts'
import { must } from '../testing.ts'

const operator = { operatorCode: '4201960007', operatorName: '示例监管场所有限公司' }

it('parcels enter the yard once, by bill of lading, and again when the entry was rejected', async () => {
  const ground = await declarationGround((await testDatabase()).url)
  const { host, counter } = ground
  onTestFinished(() => host.stop())
  const plan = await ground.submit([{}, {}, { billNo: 'BL-2' }])
  const make = () => host.call('customs.entry.make', { plan, ...operator }, trader)
  expect(await make()).toMatchObject({ refusal: { code: 'entry.nothing' } })
  expect(await host.call('customs.entry.make', operator, trader)).toMatchObject({
    refusal: { code: 'entry.nothing_named' },
  })
  for (const message of await counter.out()) await counter.answer(message, '120')
  await ground.turn()
  const [lists] = await counter.out()
  await counter.answer(lists!, '120')
  await ground.turn()

  const made = await must<{ entries: { id: string; billNo: string; parcels: number }[]; skipped: number }>(
    host,
    'customs.entry.make',
    { plan, ...operator, unloadLocation: 'A-12' },
    trader,
  )
  expect(made).toMatchObject({
    entries: [
      { billNo: 'BL-1', parcels: 2 },
      { billNo: 'BL-2', parcels: 1 },
    ],
    skipped: 0,
  })
  expect(await make()).toMatchObject({ refusal: { code: 'entry.nothing' } })
  await ground.turn()
  const out = await counter.out()
  expect(out.map(each => each.type)).toEqual(['CEB711Message', 'CEB711Message'])
  const first = out.find(each => each.xml.includes('>BL-1<'))!
  expect(first.xml.match(/<ceb:logisticsNo>/g)).toHaveLength(2)
  expect(first.xml).toContain('<ceb:unloadLocation>A-12<')
  const [one] = made.entries
  expect(
    await host.call('customs.declaration.cancel', { id: one!.id, reason: '写错了' }, trader),
  ).toMatchObject({
    refusal: { code: 'summary.with_customs' },
  })
  await counter.answer(first, '399')
  await counter.answer(out.find(each => each !== first)!, '100')
  await ground.turn()
  const { entries } = await must<{ entries: { id: string; state: string; entryNo?: string }[] }>(
    host,
    'customs.entry.list',
    {},
    trader,
  )
  expect(entries.map(each => each.state).sort()).toEqual(['approved', 'rejected'])
  expect(entries.find(each => each.id === one!.id)!.entryNo).toMatch(/^R20261123/)
  expect(await make()).toMatchObject({ output: { entries: [{ billNo: 'BL-2', parcels: 1 }], skipped: 2 } })
})
