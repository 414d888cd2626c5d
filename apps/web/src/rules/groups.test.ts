import { expect, test } from 'vitest'
import type { Rule } from '../remote/contracts.ts'
import { groupsOf } from './groups.ts'

const rule = (id: string): Rule => ({ id, value: '1', from: '2020-01-01', source: 's', strength: 'official' })

test('rules stand together by the first part of their names', () => {
  const groups = groupsOf([rule('market.vat'), rule('refund.producer'), rule('market.pilot')])
  expect(groups.map(([name, rules]) => [name, rules.length])).toEqual([
    ['market', 2],
    ['refund', 1],
  ])
})
