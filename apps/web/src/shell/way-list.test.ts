import { expect, test } from 'vitest'
import { inGroups, wayOf, waysFor } from './way-list.ts'

const names = (permissions?: string[]) => waysFor(permissions).map(way => way.name)

test('a desk is shown to whoever may work at it', () => {
  expect(names(['ledger.account.read'])).toEqual(['today', 'ledger', 'letter', 'rules', 'tables'])
  expect(names(['customs.plan.read'])).toContain('plans')
})

test('before signing in the pages for all are shown, and no desk', () => {
  expect(names()).toEqual(['check', 'track', 'letter', 'rules', 'tables'])
})

test('the work comes first, then what one looks up, then how the house is run', () => {
  const groups = inGroups(waysFor(['kernel.account.read', 'customs.plan.read']))
  expect(groups.map(group => group[0]?.name)).toEqual(['today', 'letter', 'admin'])
})

test('a page belongs to the nearest way above it', () => {
  const ways = waysFor(['kernel.account.read', 'kernel.audit.read'])
  expect(wayOf('/admin/audit/events', ways)?.name).toBe('audit')
  expect(wayOf('/admin/parties', ways)?.name).toBe('admin')
  expect(wayOf('/', ways)?.name).toBe('today')
  expect(wayOf('/lettered', ways)).toBeUndefined()
})
