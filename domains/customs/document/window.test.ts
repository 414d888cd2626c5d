import { Readable } from 'node:stream'
import { isRefusal } from '@tongqu/kernel/refusal'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { generalOrder } from '../declaration/testing/general.ts'
import { declarationGround, trader } from '../declaration/testing/ground.ts'
import { must } from '../testing.ts'

it('a customs declaration says which papers were attached before it went out', async () => {
  const ground = await declarationGround((await testDatabase()).url)
  onTestFinished(() => ground.host.stop())
  const owner = someone(trader.party!, [...trader.grants.keys(), 'customs.document.*'])
  const plan = await ground.submit([{ ...generalOrder, contractNo: '' }])
  const [draft] = await ground.list(plan)
  expect(draft).toMatchObject({ state: 'draft', form: 'declaration' })
  const ids: string[] = []
  for (const [kind, number] of [
    ['contract', 'HT-1'],
    ['packing_list', ''],
    ['cert_A', 'A-2026-1'],
  ]) {
    const kept = await ground.host.files.keep(Readable.from([Buffer.from(`%PDF-1.4\n${kind}`)]), 1e6)
    if (isRefusal(kept)) throw new Error(kept.code)
    const given = { ...kept, name: `${kind}.pdf`, declaration: draft!.id, kind, number }
    const { id } = await must<{ id: string }>(ground.host, 'customs.document.attach', given, owner, true)
    ids.push(id)
  }
  await must(ground.host, 'customs.document.withdraw', { id: ids[1], reason: '尚未定稿' }, owner)
  await must(
    ground.host,
    'customs.declaration.amend',
    { id: draft!.id, fields: { contractNo: 'HT-1' } },
    trader,
  )
  await ground.turn()
  const [message] = await ground.counter.out()
  expect(message!.xml.match(/<EdocRealation>.*?<\/EdocRealation>/gs)).toEqual([
    expect.stringMatching(new RegExp(`<EdocID>${ids[0]}.pdf</EdocID><EdocCode>00000004</EdocCode>`)),
  ])
  expect(message!.xml).toMatch(/<DocuCode>A<\/DocuCode><CertCode>(<!\[CDATA\[)?A-2026-1/)
})
