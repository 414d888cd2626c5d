import type { Host } from '@tongqu/kernel/host'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { customsHost, example, must, ownPacks, upload } from '../testing.ts'
import type { RuleChanges, RuleHistory, RuleUses } from './contract.ts'
import { rulesOfPacks } from './of-packs.ts'

const trader = someone('00000000-0000-7000-8000-00000000000a', ['customs.plan.*', 'kernel.file.*'])
const rival = someone('00000000-0000-7000-8000-00000000000b', ['customs.plan.*'])
const database = await testDatabase()
let host: Host
beforeAll(async () => {
  host = await customsHost(database.url)
})
afterAll(() => host.stop())

it('says of each rule that has several versions what changes on the day of each', async () => {
  const { parameters } = rulesOfPacks(await ownPacks())
  const several = parameters.parameters().filter(each => each.versions.length > 1)
  expect(several.length).toBeGreaterThan(0)
  for (const { id, versions } of several.slice(0, 5)) {
    const day = versions[1]!.from
    const before = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
    const compared = { date: before, toDate: day }
    const { changes } = await must<Static<typeof RuleChanges>>(host, 'customs.rule.compare', compared, trader)
    expect(changes.find(each => each.id === id)?.after).toMatchObject({
      from: day,
      value: versions[1]!.value,
    })
    const history = await must<Static<typeof RuleHistory>>(host, 'customs.rule.get', { id }, trader)
    expect(history.versions.map(each => each.from)).toEqual(versions.map(each => each.from))
  }
})

it('two equal days change nothing, and a rule that is not there is refused', async () => {
  const same = { date: '2026-11-23', toDate: '2026-11-23' }
  expect(await must(host, 'customs.rule.compare', same, trader)).toEqual({ changes: [] })
  expect(await host.call('customs.rule.get', { id: 'no.such' }, trader)).toMatchObject({
    refusal: { code: 'rule.unknown' },
  })
})

it('names the plans whose orders rest on a rule to their owner only', async () => {
  const file = await upload(host, trader, 'mixed-container.xlsx', await example('mixed-container.xlsx'))
  const { id } = await must<{ id: string }>(host, 'customs.plan.create', { file, date: '2026-11-23' }, trader)
  await host.settle()
  const uses = (by: typeof trader) =>
    must<Static<typeof RuleUses>>(host, 'customs.rule.uses', { id: 'market.declaration_limit_usd' }, by)
  expect((await uses(trader)).plans).toMatchObject([{ id, orders: expect.any(Number) }])
  expect((await uses(rival)).plans).toEqual([])
})
