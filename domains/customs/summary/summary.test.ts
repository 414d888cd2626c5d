import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, expect, it } from 'vitest'
import { envelope } from '../declaration/testing/counter.ts'
import { trader } from '../declaration/testing/ground.ts'
import { must } from '../testing.ts'
import type * as contract from './contract.ts'
import { exportProfile } from './example.ts'
import { summaryGround } from './testing/ground.ts'

const database = await testDatabase()
const {
  ground,
  on,
  stamp,
  released,
  call,
  prepare,
  make,
  read,
  ofList,
  applications,
  answer,
  result,
  listNo,
} = await summaryGround(database.url)
afterAll(() => ground.host.stop())

let october: string[]

it('shows what a month would be before it is applied for, and asks to wait until it is over', async () => {
  october = await released('2026-10-20', {}, {}, { country: 'JP' })
  expect(await call('summary.make', { month: '2026-10' })).toMatchObject({
    refusal: { code: 'summary.month_open', params: { from: '2026-11-01' } },
  })
  on('2026-11-02')
  const { month, isOver, deadline, groups, blocked } = await prepare()
  expect([month, isOver, blocked]).toEqual(['2026-10', true, 0])
  expect(deadline).toMatchObject({ what: 'export_summary', until: '2026-11-16', state: 'due' })
  expect(groups).toMatchObject([
    {
      office: '4701',
      consignor: { code: '4201960002' },
      agent: { code: '4201960001' },
      lists: 3,
      lines: 2,
      declarations: 2,
      late: 0,
    },
  ])
  const byCountry = groups[0]!.merged.map(each => [
    each.head.arrivalCountry,
    each.lines[0]!.sources,
    each.lines[0]!.total,
  ])
  expect(byCountry.sort()).toEqual([
    ['116', 1, '60'],
    ['502', 2, '120'],
  ])
})

it('shows another party nothing of it, and sums nothing of it up', async () => {
  const stranger = someone('00000000-0000-7000-8000-00000000000f', [
    'customs.declaration.*',
    'customs.declarant.*',
  ])
  expect((await prepare({ month: '2026-10' }, stranger)).groups).toEqual([])
  expect(await call('summary.make', { month: '2026-10' }, stranger)).toMatchObject({
    refusal: { code: 'declaration.no_declarant' },
  })
  await must(ground.host, 'customs.declarant.set', { ...exportProfile, dxpId: 'DXPENT0000000009' }, stranger)
  expect(await call('summary.make', { month: '2026-10' }, stranger)).toMatchObject({
    refusal: { code: 'summary.nothing' },
  })
})

it('is withdrawn while it is not out, and its lists can be summed up again', async () => {
  const { summaries } = await make('2026-10')
  expect(summaries).toMatchObject([{ lists: 3, lines: 2, declarations: 2, parts: 1 }])
  expect(await call('summary.make', { month: '2026-10' })).toMatchObject({
    refusal: { code: 'summary.nothing' },
  })
  const [{ id, number }] = summaries as [(typeof summaries)[number]]
  expect(await call('declaration.cancel', { id: october[0], reason: '买家取消' })).toMatchObject({
    refusal: { code: 'summary.list_in_summary', params: { summary: number } },
  })
  await must(ground.host, 'customs.declaration.cancel', { id, reason: '漏了清单' }, trader)
  expect(await read(id)).toMatchObject({ state: 'withdrawn', givenBack: 3 })
  expect((await prepare({ month: '2026-10' })).groups[0]!.lists).toBe(3)
})

it('two who apply at once get the lists once', async () => {
  const both = await Promise.all([1, 2].map(() => call('summary.make', { month: '2026-10' })))
  expect(both.map(each => each.kind).sort()).toEqual(['done', 'refused'])
  expect(both.find(each => each.kind === 'refused')).toMatchObject({ refusal: { code: 'summary.nothing' } })
})

it('goes out as an application that names the lists, and comes back as the declarations of the customs', async () => {
  const [application, ...others] = await applications()
  expect(others).toEqual([])
  for (const n of [1, 2, 3]) expect(application!.xml).toContain(`<ceb:invtNo>${listNo(n)}</ceb:invtNo>`)
  expect(application!.xml).toContain('<ceb:startTime>20261001000000</ceb:startTime>')
  expect(application!.xml).toContain('<ceb:endTime>20261031235959</ceb:endTime>')
  const { summaries } = await must<Static<typeof contract.Listed>>(
    ground.host,
    'customs.summary.list',
    {},
    trader,
  )
  const [{ id, number }] = summaries as [(typeof summaries)[number]]
  expect(await call('declaration.cancel', { id, reason: '不要了' })).toMatchObject({
    refusal: { code: 'summary.with_customs', params: { number } },
  })
  await answer(application!, '2', '120', '399')
  expect(await read(id)).toMatchObject({ state: 'approved', sumNo: 'S20261201000000001', made: 0 })
  expect(await ofList(october[0]!)).toMatchObject({
    summary: { number, month: '2026-10', state: 'approved' },
    refund: { en: expect.stringContaining('waits') },
  })
  await result('E1', '470120260000000001', [[1, 1]])
  await result('E1', '470120260000000001', [
    [1, 1],
    [2, 1],
  ])
  await result('E2', '470120260000000002', [[3, 1]])
  const { results, made, listsDeclared, merged, isOtherwise } = await read(id)
  expect(isOtherwise).toBe(false)
  expect([made, listsDeclared]).toEqual([2, 3])
  expect(results).toMatchObject([
    { seqNo: 'E1', entryId: '470120260000000001', state: 'P', lists: 2, refundLists: 2 },
    { seqNo: 'E2', entryId: '470120260000000002', lists: 1, refundLists: 1 },
  ])
  expect(merged.map(each => [each.line, each.lists])).toEqual([
    [1, 1],
    [2, 2],
  ])
  expect(await ofList(october[2]!)).toMatchObject({
    lines: [{ line: 1, entryId: '470120260000000002' }],
    refund: { en: expect.stringContaining('declared under') },
  })
  const { lists: summed } = await must<Static<typeof contract.ListsRead>>(
    ground.host,
    'customs.summary.lists',
    { id },
    trader,
  )
  expect(summed.map(each => [each.listNo, each.entries, each.hasRefund])).toEqual([
    [listNo(1), ['470120260000000001'], true],
    [listNo(2), ['470120260000000001'], true],
    [listNo(3), ['470120260000000002'], true],
  ])
  await must(ground.host, 'kernel.audit.verify', {})
})

it('a list that comes late goes into the next, and is said to be late', async () => {
  const [late] = await released('2026-10-31', {})
  const [november] = await released('2026-11-05', {})
  on('2026-12-01')
  const { groups } = await prepare({ month: '2026-11' })
  expect(groups).toMatchObject([
    { lists: 2, late: 1, lateLists: [{ number: late, releasedOn: '2026-10-31' }] },
  ])
  const { summaries } = await make('2026-11')
  expect(summaries).toMatchObject([{ lists: 2, late: 1 }])
  expect((await ofList(late!)).summary).toMatchObject({ month: '2026-11', isLate: true })
  expect((await ofList(november!)).summary).toMatchObject({ month: '2026-11', isLate: false })
  const [application] = await applications()
  expect(application!.xml).toContain('<ceb:startTime>20261031000000</ceb:startTime>')
})

it('a part that is rejected gives its lists back; a list that is being cancelled stays out', async () => {
  const { summaries } = await must<Static<typeof contract.Listed>>(
    ground.host,
    'customs.summary.list',
    { month: '2026-11' },
    trader,
  )
  const [{ id }] = summaries as [(typeof summaries)[number]]
  const before = await read(id)
  expect(before.state).toBe('sent')
  await rejectAll(id)
  expect(await read(id)).toMatchObject({
    state: 'rejected',
    givenBack: 2,
    parts: [{ state: 'rejected', said: '[Code:9;Desc:清单有误]' }],
  })
  expect((await ground.read(id)).todo!.text.en).toContain('apply for the summary anew')
  const [first] = (
    await must<Static<typeof contract.ListsRead>>(ground.host, 'customs.summary.lists', { id }, trader)
  ).lists
  await must(ground.host, 'customs.declaration.cancel', { id: first!.id, reason: '买家取消' }, trader)
  expect(await prepare({ month: '2026-11' })).toMatchObject({
    groups: [{ lists: 1 }],
    blocked: 1,
    blockedLists: [{ number: first!.number, reason: 'cancelling' }],
  })
  expect((await make('2026-11')).summaries).toMatchObject([{ lists: 1 }])
  // Somebody has dealt with the rejected part: it is put aside.
  expect(await read(id)).toMatchObject({ state: 'withdrawn' })
})

/** The customs reject an application that went out before. */
async function rejectAll(id: string): Promise<void> {
  const { records } = await ground.read(id)
  const [copNo, seq] = records[0]!.key
  const body = `<CEB702Message xmlns="http://www.chinaport.gov.cn/ceb" guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0"><SummaryReturn><guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC94</guid><copNo>${copNo}</copNo><msgSeqNo>${seq}</msgSeqNo><returnStatus>100</returnStatus><returnTime>${stamp('2026-12-02')}</returnTime><returnInfo>[Code:9;Desc:清单有误]</returnInfo></SummaryReturn></CEB702Message>`
  await ground.counter.put(`reject-${copNo}`, envelope(body, 'CEB702Message', exportProfile.dxpId))
  await ground.turn()
}

it('what the customs tell twice, or of a summary that nobody knows, changes nothing', async () => {
  const { summaries } = await must<Static<typeof contract.Listed>>(
    ground.host,
    'customs.summary.list',
    { month: '2026-10' },
    trader,
  )
  const standing = summaries.find(each => each.state === 'approved')!
  await result('E1', '470120260000000001', [[2, 1]])
  expect(await read(standing.id)).toMatchObject({ made: 2, listsDeclared: 3 })
  // One declaration more than was reckoned: a person sees to it.
  await result('E3', '470120260000000003', [[2, 1]])
  expect(await read(standing.id)).toMatchObject({ made: 3, isOtherwise: true })
  const body = `<CEB792Message xmlns="http://www.chinaport.gov.cn/ceb" guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0"><SummaryResult><SummaryResultHead><guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC94</guid><customsCode>4701</customsCode><sumNo>S20990101000000001</sumNo><opDate>20261201120000000</opDate><declSeqNo>X1</declSeqNo><decState>P</decState><grossWeight>1</grossWeight><netWeight>1</netWeight></SummaryResultHead></SummaryResult></CEB792Message>`
  await ground.counter.put('nobody', envelope(body, 'CEB792Message', exportProfile.dxpId))
  await ground.turn()
  const { receipts } = await must<{ receipts: { kind: string; reason: string }[] }>(
    ground.host,
    'customs.receipt.held',
    {},
    trader,
  )
  expect(receipts).toMatchObject([{ kind: 'CEB701', reason: 'receipt.unknown_record' }])
})
