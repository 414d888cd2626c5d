import { testFolder } from '@tongqu/tools/test/folder'
import { describe, expect, it } from 'vitest'
import { readScenario } from './scenario/read.ts'
import type { Scenario } from './scenario/scenario.ts'
import { type Receipt, statuses, TestDesk, unsigned } from './testing/desk.ts'
import { listOf, orderOf, paymentOf, waybillOf } from './testing/messages.ts'

const folder = await testFolder()

function send(at: TestDesk, serial: number): void {
  at.send('CEB311', orderOf(serial, { goodsValue: '1.00', acturalPaid: '16.01' }))
  at.send('CEB411', paymentOf(serial, { amountPaid: '16.01' }))
  at.send('CEB511', waybillOf(serial))
  at.send('CEB621', listOf(serial))
}

/** A scenario in which every list takes one course. */
const only = (course: string, change: Partial<Scenario> = {}) => {
  const { courses } = unsigned()
  const others = courses.list!.map(({ name }) => `list.${name}=${name === course ? 1 : 0}`)
  return unsigned('calm', change, others)
}

const times = (receipts: readonly Receipt[]) =>
  receipts.filter(one => one.type === 'CEB622Message').map(one => one.values.returnTime!)

describe('each way that a list can go', () => {
  const courses: [string, string[]][] = [
    ['released', ['2', '120', '800']],
    ['rejected', ['2', '100']],
    ['review', ['2', '120', '300', '800']],
    ['refusedInReview', ['2', '120', '300', '100']],
    ['correction', ['2', '120', '300', '100']],
    ['inspection', ['2', '120', '500', '800']],
    ['detained', ['2', '120', '500', '501']],
    ['returned', ['2', '120', '500', '700']],
    ['concluded', ['2', '3', '120', '800', '399', '899']],
    ['duplicate', ['2', '-304001', '120', '800']],
    ['sendFailed', ['2', '4']],
    ['silence', []],
    ['silentAfterStored', ['2']],
    ['hours', ['2', '120', '800']],
  ]
  it.each(courses)('%s: %j', (course, expected) => {
    const at = new TestDesk(folder, only(course))
    send(at, 1)
    const receipts = at.answers()
    expect(statuses(receipts, 'CEB622')).toEqual(expected)
    expect(times(receipts)).toEqual([...times(receipts)].sort())
  })

  it('are all of the courses there are', () => {
    expect(readScenario('ordinary', '.').courses.list!.map(({ name }) => name)).toEqual(
      courses.map(([name]) => name),
    )
  })

  it('a correction says what to put right, and the list sent again is released', () => {
    const at = new TestDesk(folder, only('correction'))
    send(at, 1)
    expect(at.answers().at(-1)!.info).toBe('[Code:9003;Desc:请修改商品规格型号后重新申报]')
    at.send('CEB621', listOf(1))
    expect(statuses(at.answers(), 'CEB622')).toEqual(['2', '120', '800'])
  })

  it('hours of delay are hours, and shorter by the factor', () => {
    const passed = (faster: number) => {
      const at = new TestDesk(folder, only('hours'), faster)
      const start = at.now
      send(at, 1)
      at.answers()
      return at.now - start
    }
    expect(passed(1)).toBeGreaterThan(3_600_000)
    expect(passed(1) / passed(1000)).toBeCloseTo(1000, -1)
  })
})

describe('what happens to receipts on their way', () => {
  const way = (change: Partial<Scenario['disturbances']>) => {
    const scenario = only('released')
    return { ...scenario, disturbances: { ...scenario.disturbances, ...change } }
  }
  it('a thousand copies are the same to the byte', () => {
    const at = new TestDesk(folder, way({ copies: { share: 10_000, times: 1000 } }))
    at.send('CEB311', orderOf(1))
    const envelopes = at.envelopes()
    expect([envelopes.length, new Set(envelopes).size]).toEqual([2000, 2])
  })

  it('disorder changes the order, and the times in the receipts say the right one', () => {
    const at = new TestDesk(folder, way({ disorder: { share: 10_000, within: 600 } }))
    for (let serial = 1; serial <= 5; serial++) send(at, serial)
    const receipts = at.answers().filter(one => one.type === 'CEB622Message')
    const inTime = receipts.toSorted((a, b) => (a.values.returnTime! < b.values.returnTime! ? -1 : 1))
    expect(receipts).not.toEqual(inTime)
    for (let serial = 1; serial <= 5; serial++) {
      const own = inTime.filter(one => one.values.copNo === `C${serial}`)
      expect(own.map(one => one.status)).toEqual(['2', '120', '800'])
    }
  })

  it('a late receipt comes later than the time that it states', () => {
    const at = new TestDesk(folder, way({ late: { share: 10_000, after: [3600, 3600] } }))
    const start = at.now
    at.send('CEB311', orderOf(1))
    const [first] = at.answers()
    expect(at.now - start).toBeGreaterThan(3_600_000)
    expect(first!.values.returnTime! < '20261123100600').toBe(true)
  })

  it('beside a receipt may come an unknown status, or one about what nobody sent', () => {
    const at = new TestDesk(folder, way({ unknownStatus: { share: 10_000 }, stranger: { share: 10_000 } }))
    at.send('CEB311', orderOf(1))
    const found = at.answers().map(one => `${one.status} ${one.values.orderNo === 'D1' ? 'own' : 'nobody’s'}`)
    expect(found).toEqual(['2 own', '777 own', '2 nobody’s', '120 own', '777 own', '120 nobody’s'])
  })

  it('receipts that leave together may share a message', () => {
    const at = new TestDesk(folder, { ...only('released'), receiptsPerMessage: 100 })
    at.send('CEB311', ...Array.from({ length: 100 }, (_, n) => orderOf(n + 1)))
    at.now += 60_000
    expect(at.envelopes(at.now).length).toBeLessThan(10)
    expect(at.counter.tallies()['CEB312Message sent']).toBe(200)
  })
})

describe('the seed', () => {
  const day = (scenario: Scenario, order: (serials: number[]) => number[] = all => all) => {
    const at = new TestDesk(folder, scenario)
    for (const serial of order(Array.from({ length: 40 }, (_, n) => n + 1))) send(at, serial)
    return at
  }
  const rough = (seed: string) => ({ ...unsigned('rough'), seed })

  it('gives the same receipts to the byte for the same messages', () => {
    expect(day(rough('a')).envelopes()).toEqual(day(rough('a')).envelopes())
  })

  it('gives others where it is another', () => {
    expect(day(rough('a')).envelopes()).not.toEqual(day(rough('b')).envelopes())
  })

  it('gives each record its own fate, in whichever order they come', () => {
    const courses = (at: TestDesk) =>
      at.counter.store.all('select key, kind, course from record order by kind, key')
    expect(courses(day(rough('a')))).toEqual(courses(day(rough('a'), all => all.reverse())))
  })

  it('keeps to the proportions', () => {
    const at = new TestDesk(folder, unsigned('calm', {}, ['document.accepted=80', 'document.rejected=20']))
    at.send('CEB311', ...Array.from({ length: 100 }, (_, n) => orderOf(n)))
    for (let from = 100; from < 1000; from += 100)
      at.send('CEB311', ...Array.from({ length: 100 }, (_, n) => orderOf(from + n)))
    const { 'CEB311 course rejected': rejected } = at.counter.tallies()
    // 200 ± 5 standard deviations.
    expect(rejected).toBeGreaterThan(137)
    expect(rejected).toBeLessThan(263)
  })
})

describe('a scenario', () => {
  it('names what it does not know', () => {
    const read = (shares: string[]) => () => readScenario('ordinary', '.', { shares })
    expect(read(['list.lost=1'])).toThrow('list.lost: released, rejected')
    expect(read(['lists.rejected=1'])).toThrow('lists.rejected=1: document, list, request')
    expect(read(['list.rejected'])).toThrow('list.rejected')
    expect(() => readScenario('nobody', '.')).toThrow('calm, copies, ordinary, rough, silent')
  })
})
