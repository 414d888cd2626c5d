import { expect, test } from 'vitest'
import { deskOf, waysFor } from './way-list.ts'

const names = (permissions?: string[]) => waysFor(permissions).map(way => way.name)

test('a desk is shown to whoever may work at it', () => {
  expect(names(['ledger.account.read'])).toEqual(['letter', 'ledger', 'rules', 'tables'])
  expect(names(['customs.plan.read'])).toContain('plans')
})

test('before signing in the pages for all are shown, and the plans, which ask to sign in', () => {
  expect(names()).toEqual(['letter', 'plans', 'rules', 'tables'])
})

test('everybody begins at a desk of their own', () => {
  expect(deskOf(['market.stock.read', 'ledger.account.read'])).toBe('/stock')
  expect(deskOf(['kernel.account.read'])).toBe('/admin')
  expect(deskOf(['kernel.file.store'])).toBe('/letter')
})
