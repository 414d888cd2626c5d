import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { listOf } from '../bench/testing/lists.ts'
import { validateValue } from '../schema/codec.ts'
import type { Condition } from '../schema/condition.ts'
import { type ConditionVersion, conditionOf } from '../schema/condition-of.ts'
import { type Group, isGroup, type Member } from '../schema/member.ts'
import { ceb621 } from './import/inventory.ts'
import { type CebName, cebMessages } from './messages.ts'

const file = new URL('../../../packs/cn/rules/messages.yaml', import.meta.url)

interface Parameters {
  readonly parameters: readonly { readonly id: string; readonly values: readonly ConditionVersion[] }[]
}

/** The rules of the national pack, read as the rules engine reads them: every scalar is text. */
function conditions(): Condition[] {
  const { parameters } = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as Parameters
  return parameters.flatMap(({ id, values }) =>
    values.map(version => {
      const condition = conditionOf(id, version)
      if ('code' in condition) throw new Error(JSON.stringify(condition))
      return condition
    }),
  )
}

type Head = ReturnType<typeof listOf>['Inventory'][number]['InventoryHead']

const told = (head: Partial<Head>, lines: object = {}, day = '2026-11-23') => {
  const list = listOf(1)
  const inventory = list.Inventory[0]!
  const value = {
    ...list,
    Inventory: [
      {
        InventoryHead: { ...inventory.InventoryHead, ...head },
        InventoryList: inventory.InventoryList.map(line => ({ ...line, ...lines })),
      },
    ],
  }
  return validateValue(ceb621, value, { day, conditions: conditions() }).faults.map(
    ({ code, path, params }) => `${code} ${path.replace('CEB621Message/Inventory/', '')} ${params.rule}`,
  )
}

describe('the rules of the national pack', () => {
  it('name messages and elements that are there, and values that the elements can have', () => {
    for (const one of conditions()) {
      const record = member(cebMessages[one.message as CebName].content, one.record)
      const paths = [...one.needs, ...one.forbids, ...Object.keys(one.when), ...Object.keys(one.allows)]
      for (const path of paths) expect([one.id, path, holds(record, path)]).toEqual([one.id, path, true])
      for (const path of one.needs)
        expect([one.id, path, member(record.of as Group, path).presence]).toEqual([one.id, path, 'optional'])
    }
  })

  it('let a list of bonded import pass', () => {
    expect(told({})).toEqual([])
  })

  it('ask a list of bonded import for its book, its zone firm and the book line of each line', () => {
    expect(told({ emsNo: undefined, areaCode: undefined }, { itemRecordNo: undefined })).toEqual([
      'message.needed InventoryHead/emsNo messages.ceb621_bonded',
      'message.needed InventoryHead/areaCode messages.ceb621_bonded',
      ...[1, 2, 3].map(n => `message.needed InventoryList[${n}]/itemRecordNo messages.ceb621_bonded`),
    ])
    expect(told({ tradeMode: '1239', country: '609' })).toEqual([
      'message.not_allowed InventoryHead/country messages.ceb621_bonded',
    ])
  })

  it('ask a list of direct import for its transport and not for a book', () => {
    const direct = {
      tradeMode: '9610',
      country: '609',
      emsNo: undefined,
      areaCode: undefined,
      areaName: undefined,
    }
    expect(told(direct, { itemRecordNo: undefined })).toEqual(
      ['trafNo', 'voyageNo', 'billNo'].map(
        name => `message.needed InventoryHead/${name} messages.ceb621_direct`,
      ),
    )
    expect(told({ ...direct, trafNo: 'CA123', voyageNo: 'CA123', billNo: '999-1' })).toEqual([])
  })

  it('confine a list to renminbi, one parcel and the modes of retail import', () => {
    expect(told({ currency: '502', packNo: '2', tradeMode: '0110' })).toEqual([
      'message.not_allowed InventoryHead/tradeMode messages.ceb621_values',
      'message.not_allowed InventoryHead/currency messages.ceb621_values',
      'message.not_allowed InventoryHead/packNo messages.ceb621_values',
    ])
  })

  it('open the export list to 9710 and 9810 from the day of the announcement', () => {
    const modes = (day: string) =>
      conditions().filter(
        one => one.id === 'messages.ceb603_values' && one.from <= day && day <= (one.to ?? day),
      )
    expect(modes('2020-06-30').map(one => one.allows['InventoryHead.tradeMode'])).toEqual([['9610', '1210']])
    expect(modes('2020-07-01').map(one => one.allows['InventoryHead.tradeMode'])).toEqual([
      ['9610', '1210', '9710', '9810'],
    ])
  })
})

function member(group: Group, path: string): Member {
  const [name = '', ...rest] = path.split('.')
  const found = group.members[name]
  if (!found) throw new Error(`no ${path}`)
  return rest.length === 0 ? found : member(found.of as Group, rest.join('.'))
}

function holds(record: Member, path: string): boolean {
  return !isGroup(member(record.of as Group, path).of)
}
