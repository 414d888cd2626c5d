import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, expect, it } from 'vitest'
import { envelope } from '../declaration/testing/counter.ts'
import { trader } from '../declaration/testing/ground.ts'
import { must } from '../testing.ts'
import { exportProfile } from './example.ts'
import { summaryGround } from './testing/ground.ts'

const database = await testDatabase()
const { ground, on, stamp, released, call, make, read, ofList, applications } = await summaryGround(
  database.url,
)
afterAll(() => ground.host.stop())

it('an application that the customs could not read is sent again as it is', async () => {
  await released('2026-12-05', {})
  on('2027-01-04')
  const { summaries } = await make('2026-12')
  const [{ id }] = summaries as [(typeof summaries)[number]]
  const [application] = (await applications()).filter(each => each.xml.includes(summaries[0]!.number))
  const name = application!.name.replace('.xml', '')
  const body = `<CEB900Message xmlns="http://www.chinaport.gov.cn/ceb" guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0"><MessageReturn><guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC94</guid><returnStatus>-1</returnStatus><returnInfo>报文格式校验不通过</returnInfo><returnTime>${stamp('2027-01-04')}</returnTime><oriCopMsgId>${name}</oriCopMsgId><oriMessageType>CEB701Message</oriMessageType></MessageReturn></CEB900Message>`
  await ground.counter.put('unread', envelope(body, 'CEB900Message', exportProfile.dxpId))
  await ground.turn()
  expect(await read(id)).toMatchObject({ state: 'failed', givenBack: 0, parts: [{ state: 'failed' }] })
  expect(await call('declaration.amend', { id, fields: {} })).toMatchObject({
    refusal: { code: 'declaration.not_possible' },
  })
  await must(ground.host, 'customs.declaration.resend', { id }, trader)
  const [again] = await applications()
  expect(again!.xml).toContain(`<ceb:copNo>${summaries[0]!.number}<`)
  await ground.counter.answer(again!, '399', { time: stamp('2027-01-05') })
  await ground.turn()
  expect(await read(id)).toMatchObject({ state: 'approved' })
})

it('a list that is cancelled while it is summed up is in the summary or being cancelled, never both', async () => {
  await ground.turn()
  await ground.counter.out()
  for (let round = 0; round < 3; round++) {
    const [one] = await released('2027-01-05', {})
    on('2027-02-01')
    const [cancelled, made] = await Promise.all([
      call('declaration.cancel', { id: one, reason: '买家取消' }),
      call('summary.make', { month: '2027-01' }),
    ])
    const { summary } = await ofList(one!)
    expect([cancelled.kind, made.kind, summary === undefined]).toEqual(
      cancelled.kind === 'done' ? ['done', 'refused', true] : ['refused', 'done', false],
    )
    await ground.turn()
    await ground.counter.out()
  }
})
