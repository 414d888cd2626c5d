import { describe, expect, it } from 'vitest'
import { type Group, isGroup } from '../schema/member.ts'
import { businessKeys, keysOf } from './keys.ts'
import { type CebName, cebMessageOf, cebMessages } from './messages.ts'

const names = Object.keys(cebMessages) as CebName[]

function leaf(name: CebName, path: string): unknown {
  const { record } = businessKeys[name]
  let at: unknown = cebMessages[name].content
  for (const step of [record, ...path.split('.')]) at = (at as Group).members[step]?.of
  return at
}

describe('the business key of a message', () => {
  it.each(names)('of %s names elements that the message has', name => {
    for (const path of businessKeys[name].key) {
      const of = leaf(name, path)
      expect([path, of !== undefined && !isGroup(of as Group)]).toEqual([path, true])
    }
  })

  it.each(names.filter(name => businessKeys[name].answer))('of %s is that of its receipt', name => {
    const answer = businessKeys[name].answer!
    const last = (path: string) => path.split('.').at(-1)
    expect(businessKeys[answer].key.map(last)).toEqual(businessKeys[name].key.map(last))
  })

  it('gives the receipt the next number, as the counter counts', () => {
    for (const name of names) {
      const { answer } = businessKeys[name]
      if (answer) expect(Number(answer.slice(3))).toBe(Number(name.slice(3)) + 1)
    }
  })

  it('is given for each record, and says what is not filled in', () => {
    const value = { Order: [{ OrderHead: { ebpCode: 'P', orderNo: '1' } }, { OrderHead: { orderNo: '2' } }] }
    expect(keysOf('CEB311', value)).toEqual([
      ['P', '1'],
      [undefined, '2'],
    ])
    expect(keysOf('CEB711', { Delivery: { DeliveryHead: { copNo: 'C' } } })).toEqual([['C']])
  })
})

describe('a message by the name of its root', () => {
  it('is found, and nothing is found for another name', () => {
    expect(cebMessageOf('CEB622Message')).toBe(cebMessages.CEB622)
    for (const root of ['CEB622', 'Message', 'toStringMessage', '__proto__Message', 'ceb622Message', ''])
      expect(cebMessageOf(root)).toBeUndefined()
  })
})
