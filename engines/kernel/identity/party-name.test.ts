import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Host } from '../host/index.ts'
import { answerOf, codeOf, testHost } from '../testing/host.ts'
import { idOf, makePerson } from '../testing/people.ts'
import { type Actor, anonymous, RoleBook } from './index.ts'

const named = { zh: '角色', en: 'Role' }
const roles = new RoleBook([
  { id: 'trader', name: named, scope: 'own', permissions: ['kernel.file.*'] },
  { id: 'admin', name: named, scope: 'office', permissions: ['kernel.*'] },
])
const database = await testDatabase()
let host: Host
let admin: Actor
let trader: Actor

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [], roles })
  admin = await makePerson(host, { login: 'root', party: idOf('operator'), role: 'admin' })
  trader = await makePerson(host, { login: 'li.si', party: idOf('the firm'), role: 'trader' })
})
afterAll(() => host.stop())

const party = async (kind: string, zh: string) =>
  (await answerOf<{ id: string }>(host.call('kernel.party.create', { kind, name: { zh, en: zh } }, admin))).id

it('tells the names of firms that records name, of nobody who is a person, and to nobody who is not signed in', async () => {
  const [firm, person] = [await party('trader', '江岸货栈'), await party('person', '王某')]
  const asked = { parties: [firm, person, idOf('nobody')] }
  expect(await answerOf(host.call('kernel.party.name', asked, trader))).toEqual({
    names: [{ id: firm, name: { zh: '江岸货栈', en: '江岸货栈' } }],
  })
  expect(await codeOf(host.call('kernel.party.name', asked, anonymous('en', 'http')))).toBe(
    'call.not_signed_in',
  )
})
