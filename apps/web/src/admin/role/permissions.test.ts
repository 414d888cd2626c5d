import { expect, test } from 'vitest'
import { byModule, differenceOf, grantable, isAbout, operationsOf, type Permitted } from './permissions.ts'

const permitted = (permission: string, roles: string[], ...calls: Permitted['calls']): Permitted => ({
  permission,
  calls,
  roles: roles.map(role => ({ role, scope: 'own' })),
})
const call = (name: string, kind: string, zh: string, en: string) => ({ name, kind, summary: { zh, en } })
const all = [
  permitted('signed-in', []),
  permitted(
    'customs.plan.read',
    ['trader', 'official'],
    call('customs.plan.list', 'query', '计划列表', 'List plans'),
  ),
  permitted(
    'customs.plan.write',
    ['trader'],
    call('customs.plan.get', 'query', '看计划', 'See a plan'),
    call('customs.plan.create', 'command', '新建计划', 'Create a plan'),
  ),
  permitted('kernel.limit.read', ['official']),
]
const names = (of: readonly Permitted[]) => of.map(({ permission }) => permission)

test('what everybody may do who is signed in is no role’s to grant', () => {
  expect(names(grantable(all))).toEqual(['customs.plan.read', 'customs.plan.write', 'kernel.limit.read'])
})

test('two roles differ by what only one of them has', () => {
  const { onlyA, onlyB, both } = differenceOf(all, 'trader', 'official')
  expect([onlyA, onlyB, both].map(names)).toEqual([
    ['customs.plan.write'],
    ['kernel.limit.read'],
    ['customs.plan.read'],
  ])
})

test('a permission is found by its name and by what its operations are called in either language', () => {
  const found = (words: string) => names(all.filter(each => isAbout(each, words)))
  expect(found('limit')).toEqual(['kernel.limit.read'])
  expect(found('新建')).toEqual(['customs.plan.write'])
  expect(found('LIST PLANS')).toEqual(['customs.plan.read'])
})

test('permissions stand under their modules, operations that change something first', () => {
  expect(byModule(grantable(all)).map(([module, of]) => [module, of.length])).toEqual([
    ['customs', 2],
    ['kernel', 1],
  ])
  expect(operationsOf(all[2]!, 'en')).toEqual(['Create a plan', 'See a plan'])
})
