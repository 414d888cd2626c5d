import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Static } from 'typebox'
import { expect } from 'vitest'
import { envelope, type SeenMessage } from '../../declaration/testing/counter.ts'
import { declarationGround, trader } from '../../declaration/testing/ground.ts'
import { must } from '../../testing.ts'
import type * as contract from '../contract.ts'
import { exportOrderOf, exportProfile } from '../example.ts'

type Order = Parameters<typeof exportOrderOf>[1]

/** An installation of which a trader exports by list, on a clock and with a counter that the test plays by hand. */
export async function summaryGround(url: string) {
  const clock = new SimulatedClock(new Date('2026-10-20T01:00:00Z'), 0)
  const ground = await declarationGround(url, { clock })
  await must(ground.host, 'customs.declarant.set', exportProfile, trader)
  const on = (day: string) => clock.set(new Date(`${day}T01:00:00Z`))
  let orders = 0
  let lists = 0
  let minute = 0
  /** A stamp of the counter on a day, later each time. */
  const stamp = (day: string) => `${day.replaceAll('-', '')}12${String(++minute).padStart(2, '0')}00000`

  /** Exports declared by list and released on a day. @returns their numbers */
  async function released(day: string, ...some: Order[]): Promise<string[]> {
    const { counter } = ground
    const given = some.map((each, n) => exportOrderOf(++orders, { orderNo: `E-${n + 1}`, ...each }))
    const plan = await ground.submit(given)
    for (const message of await counter.out()) await counter.answer(message, '120', { time: stamp(day) })
    await ground.turn()
    const [list] = await counter.out()
    expect(list!.type).toBe('CEB603Message')
    await counter.answer(list!, '800', { time: stamp(day), first: lists + 1 })
    lists += some.length
    await ground.turn()
    const found = await ground.list(plan)
    expect(found.map(each => each.state)).toEqual(some.map(() => 'released'))
    return found.map(each => each.number)
  }

  const call = (name: string, input: unknown = {}, by = trader) =>
    ground.host.call(`customs.${name}`, input, by)
  const prepare = (input = {}, by = trader) =>
    must<Static<typeof contract.Prepared>>(ground.host, 'customs.summary.prepare', input, by)
  const make = (month: string) =>
    must<Static<typeof contract.Made>>(ground.host, 'customs.summary.make', { month }, trader)
  const read = (id: string) =>
    must<Static<typeof contract.SummaryRead>>(ground.host, 'customs.summary.read', { id }, trader)
  const ofList = (list: string) =>
    must<Static<typeof contract.OfListRead>>(ground.host, 'customs.summary.of', { list }, trader)

  async function applications(): Promise<SeenMessage[]> {
    await ground.turn()
    const messages = await ground.counter.out()
    expect(messages.map(each => each.type)).toEqual(messages.map(() => 'CEB701Message'))
    return messages
  }

  async function answer(message: SeenMessage, ...codes: string[]): Promise<void> {
    for (const code of codes) await ground.counter.answer(message, code, { time: stamp('2026-12-01') })
    await ground.turn()
  }

  /** What the customs made of lists: one declaration (CEB792). */
  async function result(
    seqNo: string,
    entryId: string,
    of: readonly [list: number, line: number][],
  ): Promise<void> {
    const rows = of.map(
      ([list, line]) =>
        `<SummaryResultList><invtNo>${listNo(list)}</invtNo><logisticsNo>YT</logisticsNo><gnum>${line}</gnum><gcode>9405200090</gcode></SummaryResultList>`,
    )
    const head = `<guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC94</guid><customsCode>4701</customsCode><sumNo>S20261201000000001</sumNo><opDate>20261201120000000</opDate><declSeqNo>${seqNo}</declSeqNo><entryId>${entryId}</entryId><decState>P</decState><grossWeight>2.4</grossWeight><netWeight>2</netWeight>`
    const body = `<CEB792Message xmlns="http://www.chinaport.gov.cn/ceb" guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0"><SummaryResult><SummaryResultHead>${head}</SummaryResultHead>${rows.join('')}</SummaryResult></CEB792Message>`
    await ground.counter.put(
      `result-${seqNo}-${of.length}-${++minute}`,
      envelope(body, 'CEB792Message', exportProfile.dxpId),
    )
    await ground.turn()
  }
  const listNo = (n: number) => `47012026E${String(n).padStart(9, '0')}`

  return {
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
  }
}
